package newsloom.cleaner.extract;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Who wrote it, as names of people: the first source that names anyone counts. JSON-LD persons, {@code meta} author, microdata, author links near the
 * headline, elements whose class says byline, a line "by …" near the headline, and last the organisation of JSON-LD. Where a source names the site only, a person is looked for in the next ones;
 * where nobody has a name, what the page declares as its author counts, whatever it is.
 */
final class AuthorFinder {

    private static final int BLOCKS_BEFORE_HEADLINE = 4;
    private static final int BLOCKS_AFTER_HEADLINE = 12;
    private static final int MAX_BYLINE_WORDS = 25;
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

    private final PageTree tree;
    private final LinkedData data;
    private final Headline headline;
    private final Set<String> site;

    private AuthorFinder(PageTree tree, LinkedData data, Headline headline) {
        this.tree = tree;
        this.data = data;
        this.headline = headline;
        this.site = site(tree.hints(), data);
    }

    static List<String> find(PageTree tree, LinkedData data, Headline headline) {
        return new AuthorFinder(tree, data, headline).find();
    }

    private static Set<String> site(PageHints hints, LinkedData data) {
        Set<String> names = new LinkedHashSet<>();
        names.add(Names.fold(SiteNames.declared(hints, data)));
        names.add(Names.fold(data.publisher() == null ? "" : data.publisher()));
        names.remove("");
        return names;
    }

    private List<String> find() {
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
        sources.add(data::people);
        for (String name : META) {
            sources.add(() -> tree.hints().metas(name));
        }
        sources.add(this::labelled);
        sources.add(this::properties);
        sources.add(this::links);
        sources.add(this::bylineBlocks);
        sources.add(this::byLines);
        sources.add(data::organisations);
        return sources;
    }

    private List<String> declared() {
        List<String> declared = new ArrayList<>(data.people());
        declared.addAll(declared.isEmpty() ? data.organisations() : List.of());
        declared.addAll(declared.isEmpty() ? tree.hints().metas("author") : List.of());
        return declared;
    }

    private boolean isSite(String name) {
        return site.contains(Names.fold(name));
    }

    /** Asked only where the site has named itself: a name of two words and more, in which the site's is not; or an agency. */
    private boolean person(String name) {
        String folded = Names.fold(name);
        boolean named = AuthorNames.looksLikeName(name) && name.chars().anyMatch(Character::isLowerCase);
        return AuthorNames.isAgency(name) || (named && site.stream().noneMatch(folded::contains));
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
                .filter(link -> TextShape.of(link.text()).words() >= 2)
                .map(PageHints.Item::text)
                .toList();
    }

    private List<String> bylineBlocks() {
        return nearHeadline().stream()
                .filter(block -> Role.BYLINE.in(tree.rolesOf(block)))
                .filter(block -> !Role.COMMENTS.in(tree.rolesOf(block)) && !Role.RELATED.in(tree.rolesOf(block)))
                .map(Block::text)
                .filter(text -> AuthorNames.prefixed(text) || AuthorNames.looksLikeName(text))
                .toList();
    }

    private List<String> byLines() {
        return nearHeadline().stream()
                .map(Block::text)
                .filter(AuthorNames::saysBy)
                .limit(1)
                .toList();
    }

    /** The first line that says "by …" in a plain-text page. */
    static List<String> inLines(List<String> lines) {
        return lines.stream()
                .filter(line -> TextShape.of(line).words() <= MAX_BYLINE_WORDS && AuthorNames.saysBy(line))
                .map(line -> AuthorNames.of(List.of(line)))
                .filter(names -> !names.isEmpty())
                .findFirst()
                .orElse(List.of());
    }

    /** A short line that says who wrote it, and is no sentence. */
    static boolean isByline(String text) {
        TextShape shape = TextShape.of(text);
        return shape.words() <= MAX_BYLINE_WORDS && !shape.sentenceEnd() && AuthorNames.saysBy(text);
    }

    private List<Block> nearHeadline() {
        return tree.blocks().stream()
                .filter(block -> near(block.index()) && block.shape().words() <= MAX_BYLINE_WORDS)
                .toList();
    }

    private boolean near(int block) {
        return headline.block() >= 0
                && block >= headline.block() - BLOCKS_BEFORE_HEADLINE
                && block <= headline.block() + BLOCKS_AFTER_HEADLINE;
    }
}
