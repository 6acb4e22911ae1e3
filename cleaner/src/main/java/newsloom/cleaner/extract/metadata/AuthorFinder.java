package newsloom.cleaner.extract.metadata;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import newsloom.cleaner.extract.date.DateText;
import newsloom.cleaner.extract.page.Block;
import newsloom.cleaner.extract.page.LinkedData;
import newsloom.cleaner.extract.page.PageHints;
import newsloom.cleaner.extract.page.PageTree;
import newsloom.cleaner.extract.page.PageUrls;
import newsloom.cleaner.extract.page.Role;
import newsloom.cleaner.extract.page.SiteNames;
import newsloom.cleaner.extract.words.BylineLabels;
import newsloom.cleaner.extract.words.Names;
import newsloom.cleaner.extract.words.TextShape;

/**
 * Who wrote it, as names of people: the first source that names anyone counts. JSON-LD persons, {@code meta} author, microdata, author links near the
 * headline, elements whose class says byline, a line "by …" near the headline, and last the organisation of JSON-LD. Where a source names the site only, a person is looked for in the next ones;
 * where nobody has a name, what the page declares as its author counts, whatever it is.
 */
public final class AuthorFinder {

    private static final int BLOCKS_BEFORE_HEADLINE = 4;
    private static final int BLOCKS_AFTER_HEADLINE = 12;
    private static final int MAX_BYLINE_WORDS = 25;
    private static final int MAX_UNSPACED_NAME_CHARS = 7;
    private static final String[] META = {
        "author",
        "parsely-author",
        "sailthru.author",
        "article:author",
        "article:author_name",
        "byl",
        "dc.creator",
        "dcterms.creator",
        "dc.contributor",
        "cxenseparse:author",
        "citation_author",
        "creator"
    };
    private static final Set<String> AUTHOR_LABELS =
            Set.of("written by", "author", "verfasst von", "geschrieben von", "écrit par", "escrito por", "scritto da");

    private static final Pattern BESIDE_DATE = Pattern.compile("\\s*[|•·]\\s*");
    private static final int MAX_PARTS = 6;

    private final PageTree tree;
    private final LinkedData data;
    /** The block that the byline is near to, or -1. */
    private final int anchor;

    private final Set<String> site;
    private final SiteNames names;
    /** Whether the page does not say what its site is called. */
    private final boolean undeclared;

    private AuthorFinder(PageTree tree, LinkedData data, Headline headline, SiteNames names, String url) {
        this.tree = tree;
        this.data = data;
        this.anchor = headline.block() >= 0 ? headline.block() : heading(tree);
        this.site = site(tree.hints(), data, url);
        this.names = names;
        this.undeclared = SiteNames.declared(tree.hints(), data).isEmpty();
    }

    /** Names of those who wrote the page of HTML, in its order; empty if it tells none. */
    public static List<String> find(PageTree tree, LinkedData data, Headline headline, SiteNames names, String url) {
        return new AuthorFinder(tree, data, headline, names, url).find();
    }

    /** The first heading of the first level, where the headline is only known from the head of the page. */
    private static int heading(PageTree tree) {
        return tree.blocks().stream()
                .filter(block -> tree.regionOf(block).headingLevel == 1)
                .mapToInt(Block::index)
                .findFirst()
                .orElse(-1);
    }

    private static Set<String> site(PageHints hints, LinkedData data, String url) {
        Set<String> names = new LinkedHashSet<>();
        names.add(Names.fold(SiteNames.declared(hints, data)));
        names.add(Names.fold(data.publisher() == null ? "" : data.publisher()));
        names.add(Names.fold(PageUrls.site(url)));
        names.remove("");
        return names;
    }

    private List<String> find() {
        List<String> named = first();
        return withoutHelpers(more(named));
    }

    /** Of the first source that names anyone. */
    private List<String> first() {
        List<String> site = List.of();
        for (Supplier<List<String>> source : sources()) {
            List<String> names = AuthorNames.of(source.get());
            List<String> others = names.stream().filter(name -> !isSite(name)).toList();
            if (site.isEmpty() && !others.isEmpty()) {
                return others;
            }
            List<String> people = others.stream().filter(this::person).toList();
            if (!people.isEmpty()) {
                return people;
            }
            site = site.isEmpty() ? names : site;
        }
        return site.isEmpty() ? AuthorNames.declared(declared()) : site;
    }

    private List<Supplier<List<String>>> sources() {
        List<Supplier<List<String>>> sources = new ArrayList<>();
        sources.add(this::toldAuthors);
        for (String name : META) {
            sources.add(() -> tree.hints().metas(name));
        }
        sources.add(this::labelled);
        sources.add(this::properties);
        sources.add(this::links);
        sources.add(this::bylineBlocks);
        sources.add(this::byLines);
        sources.add(this::datedNames);
        sources.add(this::nameLines);
        sources.add(data::organisations);
        return sources;
    }

    /** Of JSON-LD: the people, with the organisations that wrote it with them. */
    private List<String> toldAuthors() {
        List<String> told = new ArrayList<>(data.people());
        told.addAll(told.isEmpty() ? List.of() : data.organisations());
        return told;
    }

    private List<String> declared() {
        List<String> declared = new ArrayList<>(data.people());
        declared.addAll(declared.isEmpty() ? data.organisations() : List.of());
        declared.addAll(declared.isEmpty() ? tree.hints().metas("author") : List.of());
        declared.addAll(declared.isEmpty() ? handles() : List.of());
        return declared;
    }

    /** What the first link to an author near the headline says, be it one word. */
    private List<String> handles() {
        return tree.hints().authorLinks().stream()
                .filter(link -> near(link.block()) && !ofPictures(link.block()))
                .filter(link -> link.name().contains("author") || link.value().contains("/author/"))
                .map(PageHints.Item::text)
                .filter(text -> !text.isBlank())
                .limit(1)
                .toList();
    }

    private boolean isSite(String name) {
        return site.contains(Names.fold(name))
                || names.hold(name)
                || (undeclared && SiteNames.endsTitle(tree.hints().title(), name));
    }

    /** Asked only where the site has named itself: a name of two words and more, in which the site's is not; or an agency. */
    private boolean person(String name) {
        String folded = Names.fold(name);
        boolean named = AuthorNames.looksLikeName(name) && name.chars().anyMatch(Character::isLowerCase);
        return AuthorNames.isAgency(name)
                || (named && !AuthorNames.isHouse(name) && site.stream().noneMatch(folded::contains));
    }

    /** Whether a text that no label calls a byline is a name, and neither the site's nor a house's. */
    private boolean namesSomeone(String text) {
        return AuthorNames.looksLikeName(text) && !isSite(text) && !AuthorNames.isHouse(text);
    }

    /** What a label of a card for social networks says is the author. */
    private List<String> labelled() {
        String label = String.valueOf(tree.hints().meta("twitter:label1")).toLowerCase(Locale.ROOT);
        return AUTHOR_LABELS.contains(label) ? tree.hints().metas("twitter:data1") : List.of();
    }

    private List<String> properties() {
        return tree.hints().properties().stream()
                .filter(item -> item.name().equals("author"))
                .map(item -> item.value().isEmpty() || item.value().startsWith("http") ? item.text() : item.value())
                .toList();
    }

    private List<String> links() {
        return tree.hints().authorLinks().stream()
                .filter(link -> near(link.block()) || link.name().contains("author"))
                .filter(link -> TextShape.of(link.text()).words() >= 2 && !ofPictures(link.block()))
                .map(PageHints.Item::text)
                .toList();
    }

    /** Whether the block begins with who took the pictures, or stands right below nothing but that label. */
    private boolean ofPictures(int block) {
        return block < tree.blocks().size()
                && (BylineLabels.pictured(tree.blocks().get(block).text())
                        || (block > 0 && onlyLabel(tree.blocks().get(block - 1).text())));
    }

    private static boolean onlyLabel(String text) {
        return BylineLabels.pictured(text) && BylineLabels.helpedEnd(text) == text.length();
    }

    private List<String> bylineBlocks() {
        return nearHeadline().stream()
                .filter(block -> Role.BYLINE.in(tree.rolesOf(block)))
                .filter(block -> !Role.COMMENTS.in(tree.rolesOf(block)) && !Role.RELATED.in(tree.rolesOf(block)))
                .flatMap(block -> names(block).stream())
                .map(AuthorFinder::withoutAddress)
                .filter(text -> BylineLabels.begin(text) || AuthorNames.lookLikeNames(text) || caselessName(text))
                .toList();
    }

    /** The names that stand in elements of their own, where they make up the block; else its text. */
    private List<String> names(Block block) {
        List<String> parts = tree.hints().bylineParts().stream()
                .filter(part -> part.block() == block.index())
                .map(PageHints.Item::text)
                .toList();
        boolean whole = Names.fold(String.join(" ", parts)).equals(Names.fold(block.text()));
        return whole && parts.stream().allMatch(AuthorNames::looksLikeName) ? parts : DateText.around(block.text());
    }

    /** Without how an author can be reached, behind the name. */
    static String withoutAddress(String text) {
        int end = text.indexOf('@');
        while (end > 0 && !Character.isWhitespace(text.charAt(end - 1))) {
            end--;
        }
        while (end > 0 && !Character.isLetterOrDigit(text.charAt(end - 1))) {
            end--;
        }
        return end > 0 ? text.substring(0, end) : text;
    }

    /** What can be a name in a script without capitals: few letters where it sets no spaces either, else two to four words. */
    private static boolean caselessName(String text) {
        TextShape shape = TextShape.of(text);
        if (shape.unspaced()) {
            return (text.length() >= 2 && text.length() <= MAX_UNSPACED_NAME_CHARS) || AuthorNames.isThaiName(text);
        }
        return shape.words() >= 2
                && shape.words() <= 4
                && shape.digits() == 0
                && text.codePoints().noneMatch(AuthorNames::cased);
    }

    /** The first that tells of the writing, else of the reviewing or the like. */
    private List<String> byLines() {
        List<String> lines = nearHeadline().stream()
                .flatMap(block -> DateText.around(block.text()).stream())
                .filter(BylineLabels::tell)
                .toList();
        return Stream.concat(lines.stream().filter(line -> BylineLabels.helpedEnd(line) == 0), lines.stream())
                .limit(1)
                .toList();
    }

    private List<String> withoutHelpers(List<String> named) {
        if (named.size() == 1) {
            return named;
        }
        Set<String> helpers = helpers();
        return named.stream()
                .filter(name -> name.equals(named.get(0)) || !helpers.contains(Names.fold(name)))
                .toList();
    }

    /** People near the headline who are said to have helped: with pictures, by editing or reviewing. */
    private Set<String> helpers() {
        Set<String> helpers = new LinkedHashSet<>();
        boolean labelled = false;
        for (Block block : nearHeadline()) {
            int credit = BylineLabels.helpedEnd(block.text());
            boolean helped = credit > 0;
            String names = helped ? block.text().substring(credit) : labelled ? block.text() : "";
            labelled = helped && names.isBlank();
            AuthorNames.of(List.of(names)).forEach(name -> helpers.add(Names.fold(name)));
        }
        return helpers;
    }

    /** All whose links stand side by side near the headline, where those are among them: what is written for machines often names but one of them. */
    private List<String> more(List<String> named) {
        List<String> beside = new ArrayList<>();
        int last = -1;
        for (PageHints.Item link : tree.hints().authorLinks()) {
            if (!near(link.block()) || ofPictures(link.block())) {
                continue;
            }
            if (last >= 0 && link.block() - last > 1 && goesBeyond(beside, named)) {
                break;
            }
            if (link.block() - last > 1) {
                beside.clear();
            }
            beside.addAll(AuthorNames.of(List.of(link.text())));
            last = link.block();
        }
        return goesBeyond(beside, named) ? AuthorNames.of(beside) : named;
    }

    private boolean goesBeyond(List<String> shown, List<String> named) {
        Set<String> folded = shown.stream().map(Names::fold).collect(Collectors.toSet());
        return folded.size() > named.size()
                && named.stream().allMatch(name -> folded.contains(Names.fold(name)))
                && shown.stream().allMatch(this::person);
    }

    /** Names beside a date: {@code Ada Quist | 5 March 2026}. */
    private List<String> datedNames() {
        return nearHeadline().stream()
                .filter(block -> block.index() > anchor && block.shape().digits() >= 3)
                .map(Block::text)
                .filter(DateText::mentionsDate)
                .flatMap(text -> Stream.of(BESIDE_DATE.split(text, MAX_PARTS)).limit(2))
                .filter(this::namesSomeone)
                .filter(part -> !DateText.mentionsDate(part))
                .limit(1)
                .toList();
    }

    /** A paragraph that is a name and nothing else, right before the first sentence. */
    private List<String> nameLines() {
        return nearHeadline().stream()
                .filter(block -> block.index() > anchor && beginsText(block.index() + 1))
                .filter(block -> (tree.rolesOf(block) & Role.AROUND) == 0
                        && block.linkChars() == 0
                        && tree.regionOf(block).tag.equals("p"))
                .map(Block::text)
                .filter(this::namesSomeone)
                .limit(1)
                .toList();
    }

    private boolean beginsText(int block) {
        return block < tree.blocks().size()
                && tree.blocks().get(block).good()
                && tree.blocks().subList(anchor, block).stream().noneMatch(Block::good);
    }

    /** Names and an e-mail address, and nothing else. */
    public static boolean isSignature(String text) {
        int at = text.indexOf('@');
        return at > 0
                && Character.isLetterOrDigit(text.charAt(at - 1))
                && TextShape.of(text).words() <= MAX_BYLINE_WORDS
                && (BylineLabels.tell(text) || AuthorNames.lookLikeNames(withoutAddress(text)));
    }

    private List<Block> nearHeadline() {
        return tree.blocks().stream()
                .filter(block -> near(block.index()) && block.shape().words() <= MAX_BYLINE_WORDS)
                .toList();
    }

    private boolean near(int block) {
        return anchor >= 0 && block >= anchor - BLOCKS_BEFORE_HEADLINE && block <= anchor + BLOCKS_AFTER_HEADLINE;
    }
}
