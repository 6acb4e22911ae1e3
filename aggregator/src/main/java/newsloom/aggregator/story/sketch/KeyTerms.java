package newsloom.aggregator.story.sketch;

import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import newsloom.aggregator.names.CommonNouns;
import newsloom.text.terms.CalendarWords;
import newsloom.text.terms.NumberWords;
import newsloom.text.terms.TermWeight;
import newsloom.text.terms.Token;
import newsloom.text.terms.Token.Kind;

/**
 * The words of an article that say most, for people: nouns rather than others, no names, no numbers, days or months. Where every noun has a capital those
 * that an article, a number or a list tells from names; in scripts without spaces what {@link UnspacedTerms} finds. Linear in the text.
 */
final class KeyTerms {
    private static final int MIN_LETTERS = 4;
    private static final int MAX_LETTERS = 48;
    /** A word in lower case below this rarity is grammar. */
    private static final double MIN_RARITY = 0.35;
    /** What a word is worth that never stands where nouns do, and one that ends like a verb. */
    private static final double NO_NOUN = 0.7;

    private static final double VERB = 0.4;
    private static final Pattern ADJECTIVE = Pattern.compile(".{2,}e[nmrs]?");

    private final TermWeight weight;
    private final TermCues cues;
    private final CommonNouns nouns;
    private final CalendarWords calendar;
    private final NumberWords numbers;
    private final boolean capital;
    private final Map<String, Integer> counts = new HashMap<>();
    private final Map<String, Map<String, Integer>> written = new HashMap<>();
    private final Map<String, Double> rarities = new HashMap<>();
    private final Set<String> likeNouns = new HashSet<>();

    private record Word(String written, double weight) {}

    private KeyTerms(TermWeight weight, CalendarWords calendar, NumberWords numbers) {
        this.weight = weight;
        this.cues = new TermCues(weight.language());
        this.nouns = new CommonNouns(weight.language());
        this.calendar = calendar;
        this.numbers = numbers;
        this.capital = CommonNouns.areCapital(weight.language());
    }

    /** At most {@code max}, heaviest first: count, damped, times rarity; the title counts twice. */
    static List<String> of(
            List<Token> title,
            List<Token> text,
            TermWeight weight,
            CalendarWords calendar,
            NumberWords numbers,
            int max) {
        if (UnspacedTerms.areIn(text)) {
            return UnspacedTerms.of(title, text, new TermCues(weight.language()), max);
        }
        var terms = new KeyTerms(weight, calendar, numbers);
        terms.count(title, 2);
        terms.count(text, 1);
        terms.read(text);
        return terms.heaviest(max);
    }

    private void count(List<Token> tokens, int times) {
        tokens.forEach(token -> counts.merge(token.form(), times, Integer::sum));
    }

    private void read(List<Token> text) {
        for (int at = 0; at < text.size(); at++) {
            Token token = text.get(at);
            if (isPlain(token)) {
                written.computeIfAbsent(token.form(), form -> new HashMap<>()).merge(bare(token), 1, Integer::sum);
                rarities.computeIfAbsent(token.form(), form -> weight.of(token));
                if (isLikeANoun(text, at)) {
                    likeNouns.add(token.form());
                }
            }
        }
    }

    private boolean isPlain(Token token) {
        int letters = bare(token).length();
        return token.kind() == Kind.WORD
                && letters > 0
                && !Character.isDigit(token.surface().charAt(0))
                && Character.isUpperCase(bare(token).codePointAt(0)) == capital
                && letters >= MIN_LETTERS
                && letters <= MAX_LETTERS
                && !isOfCalendar(token)
                && numbers.inDigits(token).isEmpty()
                && !isElidedVerb(token)
                && !cues.isGrammar(bare(token).toLowerCase(Locale.ROOT));
    }

    /** Where days and months have a capital and nouns have none, "march" in lower case is another word. */
    private boolean isOfCalendar(Token token) {
        return calendar.areCapital() == capital && calendar.contains(token);
    }

    private boolean isLikeANoun(List<Token> text, int at) {
        String word = text.get(at).surface().toLowerCase(Locale.ROOT);
        if (capital) {
            return nouns.contains(word) || follows(text, at, 1) || (isAdjective(text, at - 1) && follows(text, at, 2));
        }
        return elided(text.get(at)).length() > 1 || (follows(text, at, 1) && cues.precedesNouns(lower(text, at - 1)));
    }

    /** Whether what stands so many words before it, in one sentence, is followed by nouns. */
    private boolean follows(List<Token> text, int at, int back) {
        return at >= back
                && text.get(at - back).sentence() == text.get(at).sentence()
                && (!capital || nouns.follow(lower(text, at - back)));
    }

    private static boolean isAdjective(List<Token> text, int at) {
        return at >= 0
                && !text.get(at).capital()
                && ADJECTIVE.matcher(lower(text, at)).matches();
    }

    private static String lower(List<Token> text, int at) {
        return text.get(at).surface().toLowerCase(Locale.ROOT);
    }

    private List<String> heaviest(int max) {
        return written.keySet().stream()
                .filter(form -> rarities.getOrDefault(form, 0.0) >= MIN_RARITY)
                .filter(form -> !capital || likeNouns.contains(form))
                .map(form -> new Word(mostOften(written.getOrDefault(form, Map.of())), weightOf(form)))
                .sorted(Comparator.comparingDouble((Word word) -> -word.weight).thenComparing(Word::written))
                .limit(max)
                .map(Word::written)
                .toList();
    }

    private double weightOf(String form) {
        double counted = rarities.getOrDefault(form, 0.0) * (1 + Math.log(counts.getOrDefault(form, 1)));
        if (capital || cues.isEmpty()) {
            return counted;
        }
        boolean noun = likeNouns.contains(form);
        boolean verb = !noun && cues.endsLikeAVerb(mostOften(written.getOrDefault(form, Map.of())));
        return counted * (noun ? 1 : verb ? VERB : NO_NOUN);
    }

    /** Without an elided article, as in {@code l'année}. */
    private static String bare(Token token) {
        return token.surface().substring(elided(token).length());
    }

    private static String elided(Token token) {
        int mark = Math.max(token.surface().indexOf('\''), token.surface().indexOf('\u2019'));
        boolean article = mark == 1 && "ldLD".indexOf(token.surface().charAt(0)) >= 0;
        return article ? token.surface().substring(0, mark + 1) : "";
    }

    /** A pronoun or "not" is left out before it, as in {@code n'exclut}. */
    private static boolean isElidedVerb(Token token) {
        int mark = Math.max(token.surface().indexOf('\''), token.surface().indexOf('\u2019'));
        return mark == 1
                && "ncsjmt".indexOf(Character.toLowerCase(token.surface().charAt(0))) >= 0;
    }

    private static String mostOften(Map<String, Integer> surfaces) {
        return surfaces.entrySet().stream()
                .max(Map.Entry.<String, Integer>comparingByValue()
                        .thenComparing(
                                Map.Entry.<String, Integer>comparingByKey().reversed()))
                .map(Map.Entry::getKey)
                .orElse("");
    }
}
