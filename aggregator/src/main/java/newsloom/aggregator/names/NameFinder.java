package newsloom.aggregator.names;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import newsloom.aggregator.names.Words.Word;
import newsloom.text.terms.CalendarWords;
import newsloom.text.terms.TermTable;
import newsloom.text.terms.TermWeight;
import newsloom.text.terms.Token;
import newsloom.text.terms.Tokenizer;

/**
 * Finds the people, places and organisations that a text names, in scripts with capitals: runs of capitals, and for their kind the words inside and beside
 * them, as McDonald (1996, "Internal and External Evidence in the Identification and Semantic Categorization of Proper Names") calls it. No list of names.
 * In scripts without capitals only what cues tell: {@link UnspacedNames}, {@link KoreanNames}, {@link SpacedNames}.
 * Linear in the text. Immutable and thread-safe.
 */
public final class NameFinder {
    /** A text of fewer words says too little without its title. */
    private static final int FEW_WORDS = 20;

    private static final double GRAMMAR = 0.35;

    /** Below this rarity a word is taken for a noun where nouns have capitals. */
    private static final double COMMON_NOUN = 0.38;

    /** A headline with a larger share of capitals has them everywhere. */
    private static final double HEADLINE_CAPITALS = 0.6;

    private final String language;
    private final boolean nouns;
    private final Tokenizer tokenizer;
    private final TermTable table;
    private final TermWeight weight;
    private final CalendarWords calendar;
    private final NameForms forms;

    /** @param table how common the language's words are */
    public NameFinder(String language, TermTable table) {
        this.language = language;
        this.nouns = CommonNouns.areCapital(language);
        this.tokenizer = new Tokenizer(language);
        this.table = table;
        this.weight = new TermWeight(table);
        this.calendar = new CalendarWords(language);
        this.forms = new NameForms(tokenizer);
    }

    /** Whether a capital inside a sentence, by itself, tells a name; it does not where all nouns have one, or nothing. */
    public static boolean capitalsAreNames(String language) {
        return !CommonNouns.areCapital(language)
                && !NameWords.areIn(language)
                && !UnspacedNames.pairsAreNames(language);
    }

    /** Most frequent first, at most {@code max}. */
    public List<Name> find(String title, String text, int max) {
        if (UnspacedNames.areIn(language)) {
            return UnspacedNames.find(language, title, text, max);
        }
        if (KoreanNames.areIn(language)) {
            return KoreanNames.find(title, text, max);
        }
        if (SpacedNames.areIn(language)) {
            return SpacedNames.find(language, title, text, max);
        }
        List<Word> inTitle = Words.of(title, language);
        List<Word> inText = Words.of(text, language);
        boolean both = inText.size() < FEW_WORDS && !isAllCapitals(inTitle);
        Map<String, Candidate> candidates = candidates(both ? Words.of(title + "\n" + text, language) : inText);
        Map<String, Candidate> entitled = candidates(inTitle);
        splitAtParticles(candidates, entitled);
        splitAtPlaces(candidates);
        candidates.entrySet().removeIf(entry -> !isName(entry.getValue(), entitled.containsKey(entry.getKey())));
        return joined(candidates).stream()
                .sorted(Comparator.comparingInt(Candidate::count).reversed().thenComparing(Candidate::text))
                .limit(max)
                .map(candidate -> new Name(candidate.text(), candidate.kind()))
                .toList();
    }

    private static boolean isAllCapitals(List<Word> title) {
        return title.size() > 2 && capitals(title) > HEADLINE_CAPITALS;
    }

    /** Of the words inside sentences. */
    private static double capitals(List<Word> words) {
        long inside = words.stream().filter(word -> !word.opening()).count();
        long capital =
                words.stream().filter(word -> word.capital() && !word.opening()).count();
        return inside == 0 ? 0 : (double) capital / inside;
    }

    private boolean isGrammar(String word) {
        return table.size() > 0 && rarity(word) < GRAMMAR;
    }

    private boolean isCommonNoun(String word) {
        return table.size() > 0 && rarity(word) < COMMON_NOUN;
    }

    private double rarity(String word) {
        List<Token> tokens = tokenizer.tokens(word);
        return tokens.stream().mapToDouble(weight::of).max().orElse(1);
    }

    private boolean isCalendar(String word) {
        List<Token> tokens = tokenizer.tokens(word);
        return !tokens.isEmpty() && tokens.stream().allMatch(calendar::contains);
    }

    private boolean isMonth(String word) {
        List<Token> tokens = tokenizer.tokens(word);
        return tokens.size() == 1 && calendar.isMonth(tokens.get(0));
    }

    private Map<String, Candidate> candidates(List<Word> words) {
        var candidates = new LinkedHashMap<String, Candidate>();
        var edges = new Mentions.Edges(
                word -> isCalendar(word) || (nouns && isCommonNoun(word)),
                word -> !calendar.areCapital(),
                word -> !calendar.areCapital() || (!nouns && isMonth(word)));
        Mentions.of(words, language, nouns, this::isGrammar, edges).forEach(mention -> add(mention, candidates));
        return candidates;
    }

    private void add(Mention mention, Map<String, Candidate> candidates) {
        candidates.computeIfAbsent(key(mention), key -> new Candidate()).add(mention);
    }

    private String key(Mention mention) {
        return NameForms.areIn(language) ? forms.stem(mention.text()) : mention.text();
    }

    /** "Varga of Orlund" once, and "Varga" beside it or in the title: two names. */
    private void splitAtParticles(Map<String, Candidate> candidates, Map<String, Candidate> inTitle) {
        for (var entry : List.copyOf(candidates.entrySet())) {
            Mention mention = entry.getValue().example();
            int particle = mention.particle();
            if (entry.getValue().count() > 1 || particle == mention.words().size()) {
                continue;
            }
            Mention left = part(mention, 0, particle);
            Candidate alone = candidates.get(key(left));
            if ((alone != null && alone.isSure()) || inTitle.containsKey(key(left))) {
                candidates.remove(entry.getKey());
                add(left, candidates);
                int right = particle;
                while (!mention.words().get(right).capital()) {
                    right++;
                }
                add(part(mention, right, mention.words().size()), candidates);
            }
        }
    }

    /** A place that stands alone elsewhere: behind a word that opens a sentence, or, where names have endings, between title and person ("Мэр Нижнелесья Ольга Сытина"). */
    private void splitAtPlaces(Map<String, Candidate> candidates) {
        for (var entry : List.copyOf(candidates.entrySet())) {
            Mention mention = entry.getValue().example();
            int words = mention.words().size();
            if (words < 2 || mention.particle() < words) {
                continue;
            }
            Mention first = part(mention, 0, 1);
            Mention rest = part(mention, 1, words);
            boolean governed = NameForms.areIn(language) && mention.titled() && words > 2 && isPlace(first, candidates);
            boolean opened = entry.getValue().count() == 1
                    && mention.words().get(0).opening()
                    && !mention.titled()
                    && isPlace(rest, candidates);
            if (governed) {
                candidates.remove(entry.getKey());
                add(new Mention(rest.words(), true, true, rest.speaks(), false, false, false), candidates);
            } else if (opened) {
                candidates.remove(entry.getKey());
                add(rest, candidates);
            }
        }
    }

    private boolean isPlace(Mention mention, Map<String, Candidate> candidates) {
        Candidate alone = candidates.get(key(mention));
        return alone != null && alone.mentions().stream().anyMatch(Mention::located);
    }

    private static Mention part(Mention of, int from, int to) {
        return new Mention(
                List.copyOf(of.words().subList(from, to)),
                from > 0 || of.sure(),
                from == 0 && of.titled(),
                of.speaks(),
                from == 0 && of.located(),
                from == 0 && of.determined(),
                from == 0 && of.articled());
    }

    /** A single noun is a name where no article ever stands before it and it comes again, in the title or the text, or a place or title tells. */
    private boolean isName(Candidate candidate, boolean inTitle) {
        boolean single = candidate.example().words().size() == 1;
        if (!candidate.isSure() || (single && isAbbreviation(candidate))) {
            return false;
        }
        boolean told = inTitle
                || candidate.count() > 1
                || candidate.mentions().stream().anyMatch(mention -> mention.located() || mention.titled());
        return !nouns || !single || (!candidate.isDetermined() && told);
    }

    private static boolean isAbbreviation(Candidate candidate) {
        return Candidate.isAcronym(candidate.example().words())
                && Cues.SHIPPED.abbreviations().contains(candidate.example().first());
    }

    /** Parts of longer names that stand alone count for those; a place does not that another name is of ("Bank of Orlund"). */
    private static List<Candidate> joined(Map<String, Candidate> candidates) {
        var whole = new ArrayList<Candidate>();
        var longer = candidates.values().stream()
                .filter(candidate -> candidate.example().words().size() > 1)
                .sorted(Comparator.comparingInt(Candidate::count).reversed().thenComparing(Candidate::text))
                .toList();
        for (Candidate candidate : candidates.values()) {
            var of = longer.stream().filter(other -> isPart(candidate, other)).findFirst();
            if (of.isPresent()) {
                of.get().addShortened(candidate);
            } else {
                whole.add(candidate);
            }
        }
        return whole;
    }

    private static boolean isPart(Candidate part, Candidate of) {
        if (part.example().words().size() != 1) {
            return false;
        }
        String word = part.example().first();
        boolean ofPlace = of.example().particle() < of.example().words().size()
                && part.mentions().stream().anyMatch(Mention::located);
        return word.equals(of.example().first()) || (word.equals(of.example().last()) && !ofPlace);
    }
}
