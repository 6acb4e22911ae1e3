package newsloom.cleaner.extract;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/**
 * Who wrote it, as names of people: the first source that names anyone counts. JSON-LD persons, {@code meta} author, microdata, author links near the
 * headline, elements whose class says byline, a line "by …" near the headline, and last the organisation of JSON-LD.
 */
final class AuthorFinder {

    private static final int BLOCKS_BEFORE_HEADLINE = 4;
    private static final int BLOCKS_AFTER_HEADLINE = 12;
    private static final int MAX_BYLINE_WORDS = 25;
    private static final int MAX_NAME_CHARS = 60;
    private static final int MAX_NAME_WORDS = 6;
    private static final int MAX_AUTHORS = 12;
    /** What is longer is no byline. */
    private static final int MAX_LINE_CHARS = 500;

    private static final Pattern PREFIX = Pattern.compile(
            "^(?:(?:written|posted|published|reported|edited|words|story|text|article|reporting)\\s+)?(?:by|von|por|par|di|door|av|af|autor(?:in)?|author|redaktion|text|byline|alle artikel von|posts by|view all posts by)(?:\\s*:\\s*|\\s+)",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern DATE_BEHIND =
            Pattern.compile("\\s+(?:on|am|le|el|il|em|op|den)\\s+[^,;|]*\\d.*$", Pattern.CASE_INSENSITIVE);
    /** Who else had a hand in it, and for whom it was written. */
    private static final Pattern OTHERS_BEHIND = Pattern.compile(
            "(?<=\\S \\S{1,30})\\s+for\\s+\\p{Lu}.*$|\\s*[.;,|]\\s*(?:photo(?:graph)?s?|photography|pictures?|images?|illustrations?|graphics?|editing|edited|additional reporting|fotos?|bilder)\\s*(?:by|von|:)\\s.*$",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern DEGREE =
            Pattern.compile("(?i)ph\\.?\\s?d\\.?|m\\.?d\\.?|mba|m\\.?sc\\.?|r\\.?[dn]\\.?|esq\\.?|j\\.?d\\.?");
    private static final Pattern SEPARATOR = Pattern.compile(
            "\\s*(?:;|\\||•|·|/|&|,|\\band\\b|\\bund\\b|\\bet\\b|\\by\\b|\\be\\b(?=\\s+\\p{Lu})|\\bog\\b|\\boch\\b|、)\\s*");
    private static final Pattern NO_NAME = Pattern.compile(
            "https?:|www\\.|@|\\d|[<>{}\\[\\]]|\\b(?:editor|reporter|correspondent|journalist|contributor|contributing|writer|columnist|redakteur(?:in)?|journalistin|journaliste|staff|published|updated|posted|minute|min|read|share|follow|subscribe|comments?|image|photo|photos|copyright|senior|chief|director|professor|uhr|am|pm|january|february|march|april|june|july|august|september|october|november|december|profile|bio|more|view|all|null|undefined|admin|administrator|webmaster|guest)\\b",
            Pattern.CASE_INSENSITIVE);

    private AuthorFinder() {}

    static List<String> find(PageTree tree, LinkedData data, Headline headline) {
        List<Supplier<List<String>>> sources = List.of(
                data::people,
                () -> meta(tree.hints()),
                () -> properties(tree.hints()),
                () -> links(tree, headline),
                () -> bylineBlocks(tree, headline),
                () -> byLines(tree, headline),
                data::organisations);
        String site = Names.fold(SiteNames.declared(tree.hints(), data));
        List<String> first = List.of();
        for (Supplier<List<String>> source : sources) {
            List<String> names = names(source.get());
            boolean others = names.stream().anyMatch(name -> !Names.fold(name).equals(site));
            if (first.isEmpty() && others) {
                return names;
            }
            List<String> people =
                    names.stream().filter(name -> person(name, site)).toList();
            if (!first.isEmpty() && !people.isEmpty()) {
                return people;
            }
            first = first.isEmpty() ? names : first;
        }
        return first;
    }

    /** Asked only where the site has named itself: a name of two words and more, in which the site's is not. */
    private static boolean person(String name, String site) {
        return looksLikeName(name)
                && name.chars().anyMatch(Character::isLowerCase)
                && !Names.fold(name).contains(site);
    }

    private static List<String> meta(PageHints hints) {
        for (String name : List.of(
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
                "creator",
                "twitter:data1")) {
            List<String> values = hints.metas(name);
            boolean label = !name.equals("twitter:data1")
                    || List.of("written by", "author", "verfasst von", "geschrieben von", "écrit par", "escrito por")
                            .contains(
                                    String.valueOf(hints.meta("twitter:label1")).toLowerCase(Locale.ROOT));
            if (label && !names(values).isEmpty()) {
                return values;
            }
        }
        return List.of();
    }

    private static List<String> properties(PageHints hints) {
        return hints.properties().stream()
                .filter(item -> item.name().equals("author"))
                .map(item -> item.value().isEmpty() || item.value().startsWith("http") ? item.text() : item.value())
                .toList();
    }

    private static List<String> links(PageTree tree, Headline headline) {
        return tree.hints().authorLinks().stream()
                .filter(link -> near(link.block(), headline) || link.name().contains("author"))
                .filter(link -> TextShape.of(link.text()).words() >= 2)
                .map(PageHints.Item::text)
                .toList();
    }

    private static List<String> bylineBlocks(PageTree tree, Headline headline) {
        return nearHeadline(tree, headline).stream()
                .filter(block -> Role.BYLINE.in(tree.rolesOf(block)))
                .filter(block -> !Role.COMMENTS.in(tree.rolesOf(block)) && !Role.RELATED.in(tree.rolesOf(block)))
                .map(Block::text)
                .filter(text -> PREFIX.matcher(text).find() || looksLikeName(text))
                .toList();
    }

    private static List<String> byLines(PageTree tree, Headline headline) {
        return nearHeadline(tree, headline).stream()
                .map(Block::text)
                .filter(AuthorFinder::saysBy)
                .limit(1)
                .toList();
    }

    /** The first line that says "by …" in a plain-text page. */
    static List<String> inLines(List<String> lines) {
        return lines.stream()
                .filter(line -> TextShape.of(line).words() <= MAX_BYLINE_WORDS && saysBy(line))
                .map(line -> names(List.of(line)))
                .filter(names -> !names.isEmpty())
                .findFirst()
                .orElse(List.of());
    }

    /** A short line that says who wrote it, and is no sentence. */
    static boolean isByline(String text) {
        TextShape shape = TextShape.of(text);
        return shape.words() <= MAX_BYLINE_WORDS && !shape.sentenceEnd() && saysBy(text);
    }

    /** "By" (in some language) and then a capital letter. */
    static boolean saysBy(String text) {
        var prefix = PREFIX.matcher(text);
        return prefix.find() && prefix.end() < text.length() && Character.isUpperCase(text.charAt(prefix.end()));
    }

    private static boolean looksLikeName(String text) {
        TextShape shape = TextShape.of(text);
        return shape.words() >= 2 && shape.words() <= 4 && shape.capitalised() == shape.words();
    }

    private static List<Block> nearHeadline(PageTree tree, Headline headline) {
        return tree.blocks().stream()
                .filter(block -> near(block.index(), headline) && block.shape().words() <= MAX_BYLINE_WORDS)
                .toList();
    }

    private static boolean near(int block, Headline headline) {
        return headline.block() >= 0
                && block >= headline.block() - BLOCKS_BEFORE_HEADLINE
                && block <= headline.block() + BLOCKS_AFTER_HEADLINE;
    }

    /** Single names out of lines that may hold several, in order, each once regardless of case. */
    static List<String> names(List<String> lines) {
        Map<String, String> names = new LinkedHashMap<>();
        for (String line : lines) {
            for (String name : namesIn(line)) {
                names.putIfAbsent(Names.fold(name), name);
            }
        }
        return names.values().stream().limit(MAX_AUTHORS).toList();
    }

    private static List<String> namesIn(String line) {
        String rest = OneLine.of(line, MAX_LINE_CHARS);
        while (PREFIX.matcher(rest).find()) {
            rest = PREFIX.matcher(rest).replaceFirst("").strip();
        }
        rest = DATE_BEHIND.matcher(rest).replaceFirst("");
        rest = OTHERS_BEHIND.matcher(rest).replaceFirst("");
        List<String> names = new ArrayList<>();
        for (String part : SEPARATOR.split(rest.replaceAll("\\s*[(–—].*$| - .*$", ""), MAX_AUTHORS + 1)) {
            String name = PREFIX.matcher(part.strip()).replaceFirst("").replaceAll("^[\\s.,:*]+|[\\s,:*]+$", "");
            if (isName(name) && !DEGREE.matcher(name).matches()) {
                names.add(name);
            }
        }
        return names;
    }

    private static boolean isName(String name) {
        if (name.length() < 2
                || name.length() > MAX_NAME_CHARS
                || NO_NAME.matcher(name).find()) {
            return false;
        }
        TextShape shape = TextShape.of(name);
        boolean cased = name.codePoints().anyMatch(c -> Character.isUpperCase(c) || Character.isLowerCase(c));
        return shape.words() >= 1
                && shape.words() <= MAX_NAME_WORDS
                && (!cased
                        || Character.isUpperCase(name.codePointAt(0))
                        || (shape.words() > 1 && shape.capitalised() > 0));
    }
}
