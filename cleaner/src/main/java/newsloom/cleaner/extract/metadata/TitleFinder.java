package newsloom.cleaner.extract.metadata;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import newsloom.cleaner.extract.notice.ConsentDialogs;
import newsloom.cleaner.extract.notice.ConsentText;
import newsloom.cleaner.extract.notice.Notices;
import newsloom.cleaner.extract.page.Block;
import newsloom.cleaner.extract.page.LinkedData;
import newsloom.cleaner.extract.page.PageTree;
import newsloom.cleaner.extract.page.Region;
import newsloom.cleaner.extract.page.Role;
import newsloom.cleaner.extract.page.SiteNames;
import newsloom.cleaner.extract.words.Names;
import newsloom.cleaner.extract.words.TextShape;
import newsloom.cleaner.extract.words.WordSet;
import org.jspecify.annotations.Nullable;

/**
 * The headline as it stands on the page: the first-level heading that agrees with what the page's head says, for the head often holds a version made
 * for search engines; where JSON-LD and {@code og:title} of a news article both give one and the same other wording, that is the publisher's. Then the only first-level heading of a page that shows
 * nothing of what its head says, JSON-LD, {@code og:title} and {@code title} without the site's name.
 */
public final class TitleFinder {

    private static final double AGREES = 0.45;
    /** Share of a heading's words without which it is not compared any further. */
    private static final double MIN_SHARED = 0.3;

    private static final double SECOND_HEADING_AGREES = 0.6;
    private static final double LOWER_HEADING_AGREES = 0.75;
    private static final double MAX_LINKED = 0.5;
    private static final int MIN_HEADLINE_WORDS = 3;
    private static final int MAX_HEADLINE_CHARS = 300;
    private static final int MAX_KICKER_CHARS = 50;
    private static final int MAX_TITLE_CHARS = 1_000;
    /** How types of JSON-LD end that news have: {@code NewsArticle}, {@code ReportageNewsArticle}. */
    private static final String NEWS = "NewsArticle";

    private static final String SEPARATORS = "|–—-»·•:<\u3163\uff5c";

    private static final int MAX_BLOCKS_TO_TEXT = 15;
    private static final int NO_HEADLINE =
            Notices.APPEAL.first() | Notices.AFTERWORD.first() | Notices.CONSENT.first() | Notices.SHARE.first();

    private final PageTree tree;
    private final SiteNames site;

    private TitleFinder(PageTree tree, SiteNames site) {
        this.tree = tree;
        this.site = site;
    }

    /** The headline that readers see, or {@link Headline#NONE}. */
    public static Headline find(PageTree tree, LinkedData data, SiteNames site) {
        return new TitleFinder(tree, site).find(data);
    }

    private Headline find(LinkedData data) {
        String linkedData = data.headline();
        String og = withoutSite(orEmpty(tree.hints().meta("og:title", "twitter:title")), site);
        String title = withoutSite(tree.hints().title(), site);
        Block heading = bestHeading(List.of(og, title, linkedData));
        String social = orEmpty(tree.hints().meta("og:title")).strip();
        boolean otherWording =
                heading != null && data.type().endsWith(NEWS) && publishersOwn(social, linkedData, heading);
        if (heading != null && otherWording) {
            return new Headline(social, heading.index());
        }
        if (heading != null) {
            String whole = wholeHeading(heading);
            String told = social.isEmpty() ? linkedData : social;
            boolean toldWhole = !whole.equals(heading.text())
                    && told.indexOf('|') < 0 // before it stands the section
                    && Names.fold(whole).equals(Names.fold(told));
            return new Headline(
                    toldWhole ? told : withoutKicker(heading.text(), List.of(og, linkedData)), heading.index());
        }
        List<String> candidates = List.of(linkedData, orEmpty(tree.hints().meta("headline")), og);
        Block only = onlyHeading();
        if (only != null
                && candidates.stream().noneMatch(this::stands)
                && partOf(tree.hints().title()) == null) {
            return new Headline(only.text(), only.index());
        }
        for (String candidate : candidates) {
            if (!candidate.isBlank() && !site.hold(candidate)) {
                return new Headline(candidate.strip(), blockSaying(candidate));
            }
        }
        Block visible = partOf(tree.hints().title());
        Block first = visible == null ? firstHeading() : visible;
        return first == null
                ? new Headline(title.strip(), blockSaying(title))
                : new Headline(first.text(), first.index());
    }

    /** Whether both say the same, and not only the heading with the site's name behind it. */
    private static boolean publishersOwn(String social, String linkedData, Block heading) {
        String said = Names.fold(social);
        return TextShape.of(social).words() >= MIN_HEADLINE_WORDS
                && said.equals(Names.fold(linkedData))
                && !said.startsWith(Names.fold(heading.text()));
    }

    /** The text of all blocks of the heading that the block is part of. */
    private String wholeHeading(Block block) {
        Region heading = tree.regionOf(block);
        while (tree.parentOf(heading).headingLevel > 0) {
            heading = tree.parentOf(heading);
        }
        return tree.blocks().subList(heading.firstBlock, heading.endBlock).stream()
                .map(Block::text)
                .collect(Collectors.joining(" "));
    }

    /** A heading that ends with the told title has a kicker before it: {@code Cup final: Rovers win at last}. */
    private static String withoutKicker(String heading, List<String> told) {
        for (String title : told) {
            String whole = title.strip();
            boolean after = heading.length() > whole.length()
                    && heading.length() - whole.length() <= MAX_KICKER_CHARS
                    && heading.endsWith(whole);
            if (after && TextShape.of(whole).words() >= MIN_HEADLINE_WORDS) {
                return whole;
            }
        }
        return heading;
    }

    private @Nullable Block bestHeading(List<String> told) {
        Block best = null;
        double highest = 0;
        WordSet words = WordSet.of(String.join(" ", told));
        for (Block block : tree.blocks()) {
            int level = tree.regionOf(block).headingLevel;
            if (level == 0
                    || block.text().length() > MAX_HEADLINE_CHARS
                    || words.shareOf(block.text()) < MIN_SHARED
                    || site.hold(block.text())) {
                continue;
            }
            double agreement = told.stream()
                    .distinct()
                    .mapToDouble(text -> agreement(block.text(), text))
                    .max()
                    .orElse(0);
            double asked = level == 1 ? AGREES : level == 2 ? SECOND_HEADING_AGREES : LOWER_HEADING_AGREES;
            double bonus = level == 1 ? 0.2 : level == 2 ? 0 : -0.1;
            if (agreement > asked && agreement + bonus > highest) {
                best = block;
                highest = agreement + bonus;
            }
        }
        return best;
    }

    /** The longest block that stands word by word between separators of the title, beginning it or ending it; in pages without headings the headline. */
    private @Nullable Block partOf(String title) {
        Set<String> parts = new HashSet<>();
        parts.add(Names.fold(title));
        for (int i = 1; i < Math.min(title.length(), MAX_TITLE_CHARS); i++) {
            if (separates(title, i)) {
                parts.add(Names.fold(title.substring(0, i)));
                parts.add(Names.fold(title.substring(i + 1)));
            }
        }
        Block longest = null;
        for (Block block : tree.blocks()) {
            boolean candidate = block.shape().words() >= MIN_HEADLINE_WORDS
                    && block.text().length() <= MAX_HEADLINE_CHARS
                    && block.text().length() <= title.length()
                    && block.linkShare() < MAX_LINKED;
            if (candidate
                    && (longest == null
                            || block.text().length() > longest.text().length())
                    && parts.contains(Names.fold(block.text()))
                    && !site.hold(block.text())) {
                longest = block;
            }
        }
        return longest;
    }

    /** A heading that begins the longer title, or is begun by it, agrees as well. */
    private static double agreement(String heading, String told) {
        String one = Names.fold(heading);
        String other = Names.fold(told);
        boolean prefix = one.length() >= 12 && other.length() >= 12 && (one.startsWith(other) || other.startsWith(one));
        return prefix ? Math.max(0.8, Names.agreement(heading, told)) : Names.agreement(heading, told);
    }

    private @Nullable Block firstHeading() {
        ConsentDialogs dialogs = ConsentDialogs.of(tree, site);
        for (Block block : tree.blocks()) {
            if (tree.regionOf(block).headingLevel == 1
                    && !dialogs.hold(block)
                    && block.text().length() <= MAX_HEADLINE_CHARS
                    && block.shape().words() > 1
                    && !site.hold(block.text())) {
                return block;
            }
        }
        return null;
    }

    private boolean stands(String title) {
        return !title.isBlank() && blockSaying(title) >= 0;
    }

    /** The one heading of the first level, where it can be a headline; null where there are several. */
    private @Nullable Block onlyHeading() {
        Block only = null;
        ConsentDialogs dialogs = ConsentDialogs.of(tree, site);
        for (Block block : tree.blocks()) {
            if (tree.regionOf(block).headingLevel == 1 && !dialogs.hold(block) && !site.hold(block.text())) {
                if (only != null) {
                    return null;
                }
                only = block;
            }
        }
        return only != null && standsAlone(only) && aboveText(only) ? only : null;
    }

    /** Whether sentences that ask for no consent follow soon, with no other heading of the first two levels before them. */
    private boolean aboveText(Block heading) {
        int last = Math.min(tree.blocks().size(), heading.index() + 1 + MAX_BLOCKS_TO_TEXT);
        for (Block block : tree.blocks().subList(heading.index() + 1, last)) {
            if (tree.regionOf(block).headingLevel == 2) {
                return false;
            }
            if (block.good()) {
                return !ConsentText.asks(block.text());
            }
        }
        return false;
    }

    private boolean standsAlone(Block heading) {
        return heading.shape().words() >= MIN_HEADLINE_WORDS
                && heading.text().length() <= MAX_HEADLINE_CHARS
                && heading.linkShare() < MAX_LINKED
                && (tree.rolesOf(heading) & Role.AROUND) == 0
                && (Notices.in(heading.text()) & NO_HEADLINE) == 0;
    }

    private int blockSaying(String title) {
        String folded = Names.fold(title);
        for (Block block : tree.blocks()) {
            if (block.text().length() <= title.length() + 20
                    && Names.fold(block.text()).equals(folded)) {
                return block.index();
            }
        }
        return -1;
    }

    /** Cuts {@code … | Site} and {@code Site: …}; without a known name, a last part of up to five words when enough is left before it. */
    static String withoutSite(String title, SiteNames site) {
        if (title.length() > MAX_TITLE_CHARS) {
            return title.strip();
        }
        for (int i = title.length() - 1; i > 0; i--) {
            if (separates(title, i)) {
                String before = title.substring(0, i).strip();
                String after = title.substring(i + 1).strip();
                if (site.hold(after)) {
                    return before;
                }
                if (site.hold(before)) {
                    return after;
                }
                boolean suffix = title.charAt(i) != ':'
                        && TextShape.of(after).words() <= 5
                        && TextShape.of(before).words() >= 4
                        && TextShape.of(before).words() > TextShape.of(after).words();
                if (suffix) {
                    return withoutSite(before, site);
                }
            }
        }
        return title.strip();
    }

    private static boolean separates(String title, int index) {
        char c = title.charAt(index);
        boolean spaced = title.charAt(index - 1) == ' ' && index + 1 < title.length() && title.charAt(index + 1) == ' ';
        return SEPARATORS.indexOf(c) >= 0 && (spaced || c == '|' || c == ':' || c > '\u3000');
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }
}
