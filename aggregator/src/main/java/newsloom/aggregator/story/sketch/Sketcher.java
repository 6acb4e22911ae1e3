package newsloom.aggregator.story.sketch;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import newsloom.aggregator.names.Name;
import newsloom.aggregator.names.NameFinder;
import newsloom.aggregator.names.NameWords;
import newsloom.text.terms.CalendarWords;
import newsloom.text.terms.NumberWords;
import newsloom.text.terms.TermHash;
import newsloom.text.terms.TermTable;
import newsloom.text.terms.TermWeight;
import newsloom.text.terms.Token;
import newsloom.text.terms.Tokenizer;
import newsloom.text.vectors.KeySet;
import newsloom.text.vectors.SparseVector;
import newsloom.text.vectors.VectorBuilder;

/** Makes sketches; linear in the text, of which the first {@value #MAX_CHARACTERS} characters are read. Thread-safe. */
public final class Sketcher {
    static final int LEAD_CHARACTERS = 400;
    private static final int MAX_CHARACTERS = 20_000;
    private static final int MAX_TERMS = 64;
    private static final int MAX_NAMES = 24;
    private static final int MAX_OPENING = 32;
    private static final int MAX_MARKS = 96;
    private static final int MAX_FIGURES = 24;
    private static final int MAX_FOUND_NAMES = 64;
    private static final int MAX_KEY_NAMES = 12;
    private static final int MAX_KEY_TERMS = 8;
    private static final int OPENING_TOKENS = 60;
    private static final float TITLE_COUNT = 2;
    private static final float OPENING_COUNT = 1.5f;

    private final Function<String, TermTable> tables;
    private final Map<String, CalendarWords> calendars = new ConcurrentHashMap<>();
    private final Map<String, NumberWords> numberWords = new ConcurrentHashMap<>();
    private final Map<String, NameFinder> nameFinders = new ConcurrentHashMap<>();
    private final Map<String, DayMentions> dayMentions = new ConcurrentHashMap<>();

    /**
     * A sketcher that judges rarity by these tables.
     *
     * @param tables term table by language, such as {@code new TermTables()}
     */
    public Sketcher(Function<String, TermTable> tables) {
        this.tables = tables;
    }

    /** What the decision has to know of the article. Costs some passes over its text. */
    public Sketch sketch(ArticleText article) {
        TermTable table = tables.apply(article.language());
        var weight = new TermWeight(table);
        var tokenizer = new Tokenizer(article.language());
        List<Token> title = tokenizer.tokens(cut(article.title()));
        List<Token> text = tokenizer.tokens(cut(article.text()));
        List<Name> names = nameFinders
                .computeIfAbsent(article.language(), language -> new NameFinder(language, table))
                .find(cut(article.title()), cut(article.text()), MAX_FOUND_NAMES);
        List<Token> namingTitle = title;
        List<Token> namingText = text;
        if (!NameFinder.capitalsAreNames(article.language())) {
            var capitals = new NameCapitals(names, article.language(), tokenizer);
            namingTitle = capitals.of(title);
            namingText = capitals.of(text);
        }
        boolean particles = NameWords.areIn(article.language());
        List<Token> termTitle = particles ? namingTitle : title;
        List<Token> termText = particles ? namingText : text;
        List<Token> opening = opening(termText);
        CalendarWords calendar = calendars.computeIfAbsent(article.language(), CalendarWords::new);
        NumberWords numbers = numberWords.computeIfAbsent(article.language(), NumberWords::new);
        var titleParts = TitleParts.of(title, calendar, numbers);
        EventTime time = EventTime.of(article.published(), article.fetchTime());

        return new Sketch(
                article.id(),
                article.url(),
                article.site(),
                bounded(article.title().strip(), LEAD_CHARACTERS),
                Lead.of(article.text(), LEAD_CHARACTERS),
                article.language(),
                time.ms(),
                time.known(),
                article.fetchTime().toEpochMilli(),
                text.size(),
                termVector(table, weight, MAX_TERMS, termTitle, opening, termText),
                heaviest(NameCounts.of(namingTitle, namingText).weights(), table, MAX_NAMES),
                termVector(table, weight, MAX_OPENING, termTitle, opening, List.of()),
                Marks.of(namingText, weight, table, MAX_MARKS),
                titleParts.shape(),
                titleParts.figures(),
                figures(text),
                dayMentions
                        .computeIfAbsent(article.language(), DayMentions::new)
                        .of(both(title, text), cut(article.text()), time),
                OpeningNames.of(namingTitle, opening(namingText), namingText, calendar, table),
                Anchors.of(title, text, table),
                names.subList(0, Math.min(MAX_KEY_NAMES, names.size())),
                KeyTerms.of(title, text, weight, calendar, numbers, MAX_KEY_TERMS));
    }

    private static List<Token> opening(List<Token> text) {
        return text.subList(0, Math.min(OPENING_TOKENS, text.size()));
    }

    private static List<Token> both(List<Token> title, List<Token> text) {
        var all = new ArrayList<Token>(title);
        all.addAll(text);
        return all;
    }

    private static SparseVector termVector(
            TermTable table, TermWeight weight, int max, List<Token> title, List<Token> opening, List<Token> text) {
        var counts = new VectorBuilder();
        var shapes = new HashMap<Integer, Float>();
        count(title, TITLE_COUNT, weight, counts, shapes);
        count(opening, OPENING_COUNT - (text.isEmpty() ? 0 : 1), weight, counts, shapes);
        count(text, 1, weight, counts, shapes);
        SparseVector counted = counts.build();
        var damped = new VectorBuilder();
        for (int i = 0; i < counted.size(); i++) {
            float shape = shapes.getOrDefault(counted.key(i), 1f);
            damped.add(counted.key(i), rounded(shape * (1 + Math.log(Math.max(1, counted.weight(i))))));
        }
        return heaviest(damped.build(), table, max);
    }

    private static void count(
            List<Token> tokens, float times, TermWeight weight, VectorBuilder counts, Map<Integer, Float> shapes) {
        for (Token token : tokens) {
            int hash = TermHash.of(token.form());
            counts.add(hash, times);
            shapes.computeIfAbsent(hash, h -> (float) weight.shape(token));
        }
    }

    /** The terms that weigh most once rarity counts, with their own weights. */
    private static SparseVector heaviest(SparseVector counted, TermTable table, int max) {
        var weighed = new VectorBuilder();
        var own = new HashMap<Integer, Float>();
        for (int i = 0; i < counted.size(); i++) {
            float weight = counted.weight(i) * (float) table.rarity(counted.key(i));
            weighed.add(counted.key(i), weight);
            own.put(counted.key(i), counted.weight(i));
        }
        SparseVector kept = weighed.build().heaviest(max);
        var result = new VectorBuilder();
        for (int i = 0; i < kept.size(); i++) {
            result.add(kept.key(i), own.getOrDefault(kept.key(i), 0f));
        }
        return result.build();
    }

    /** To a 64th, so that it takes a byte or two. */
    static float rounded(double weight) {
        return Math.max(1, Math.round(weight * 64)) / 64f;
    }

    private static KeySet figures(List<Token> text) {
        return KeySet.of(text.stream()
                .filter(token -> token.isNumber() && token.form().length() > 1)
                .mapToInt(token -> TermHash.of(token.form()))
                .distinct()
                .limit(MAX_FIGURES)
                .toArray());
    }

    private static String cut(String text) {
        return bounded(text, MAX_CHARACTERS);
    }

    private static String bounded(String text, int max) {
        if (text.length() <= max) {
            return text;
        }
        return text.substring(0, Character.isHighSurrogate(text.charAt(max - 1)) ? max - 1 : max);
    }
}
