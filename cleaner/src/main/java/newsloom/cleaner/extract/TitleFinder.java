package newsloom.cleaner.extract;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The headline as it stands on the page: the first-level heading that agrees with what the page's head says, for the head often holds a version made
 * for search engines. Then JSON-LD, {@code og:title} and {@code title} without the site's name.
 */
final class TitleFinder {

    private static final double AGREES = 0.45;
    private static final double LOWER_HEADING_AGREES = 0.6;
    private static final int MAX_HEADLINE_CHARS = 300;
    private static final String SEPARATORS = "|–—-»·•:<";

    private TitleFinder() {}

    static Headline find(PageTree tree, LinkedData data) {
        String site = siteName(tree.hints(), data);
        String og = withoutSite(orEmpty(tree.hints().meta("og:title", "twitter:title")), site);
        String title = withoutSite(tree.hints().title(), site);
        List<String> told = List.of(og, title, data.headline());
        Block heading = bestHeading(tree, told);
        if (heading != null) {
            return new Headline(heading.text(), heading.index());
        }
        Block first = firstHeading(tree);
        for (String candidate : List.of(data.headline(), og)) {
            if (!candidate.isBlank()) {
                return new Headline(candidate.strip(), blockSaying(tree, candidate));
            }
        }
        return first != null && !Names.fold(first.text()).equals(Names.fold(site))
                ? new Headline(first.text(), first.index())
                : new Headline(title.strip(), blockSaying(tree, title));
    }

    private static @Nullable Block bestHeading(PageTree tree, List<String> told) {
        Block best = null;
        double highest = 0;
        for (Block block : tree.blocks()) {
            int level = tree.regionOf(block).headingLevel;
            if (level == 0 || level > 2 || block.text().length() > MAX_HEADLINE_CHARS) {
                continue;
            }
            double agreement = told.stream()
                    .mapToDouble(text -> agreement(block.text(), text))
                    .max()
                    .orElse(0);
            double asked = level == 1 ? AGREES : LOWER_HEADING_AGREES;
            double bonus = level == 1 ? 0.2 : 0;
            if (agreement > asked && agreement + bonus > highest) {
                best = block;
                highest = agreement + bonus;
            }
        }
        return best;
    }

    /** A heading that begins the longer title, or is begun by it, agrees as well. */
    private static double agreement(String heading, String told) {
        String one = Names.fold(heading);
        String other = Names.fold(told);
        boolean prefix = one.length() >= 12 && other.length() >= 12 && (one.startsWith(other) || other.startsWith(one));
        return prefix ? Math.max(0.8, Names.agreement(heading, told)) : Names.agreement(heading, told);
    }

    private static @Nullable Block firstHeading(PageTree tree) {
        for (Block block : tree.blocks()) {
            if (tree.regionOf(block).headingLevel == 1
                    && block.text().length() <= MAX_HEADLINE_CHARS
                    && block.shape().words() > 1) {
                return block;
            }
        }
        return null;
    }

    private static int blockSaying(PageTree tree, String title) {
        String folded = Names.fold(title);
        for (Block block : tree.blocks()) {
            if (block.text().length() <= title.length() + 20
                    && Names.fold(block.text()).equals(folded)) {
                return block.index();
            }
        }
        return -1;
    }

    static String siteName(PageHints hints, LinkedData data) {
        String name = hints.meta("og:site_name", "application-name");
        return name != null ? name : orEmpty(data.publisher());
    }

    /** Cuts {@code … | Site} and {@code Site: …}; without a known name, a last part of up to five words when enough is left before it. */
    static String withoutSite(String title, String site) {
        String foldedSite = Names.fold(site);
        for (int i = title.length() - 1; i > 0; i--) {
            if (separates(title, i)) {
                String before = title.substring(0, i).strip();
                String after = title.substring(i + 1).strip();
                if (!foldedSite.isEmpty() && Names.fold(after).equals(foldedSite)) {
                    return before;
                }
                if (!foldedSite.isEmpty() && Names.fold(before).equals(foldedSite)) {
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
        return SEPARATORS.indexOf(c) >= 0 && (spaced || c == '|' || c == ':');
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }
}
