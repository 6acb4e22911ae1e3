package newsloom.aggregator.story;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import newsloom.text.terms.TermWeight;
import newsloom.text.terms.Token;
import newsloom.text.terms.Token.Kind;

/** The words of an article that say most, for people: no names, no figures; none in scripts without spaces, whose words are not told apart. */
final class KeyTerms {
    private static final int MIN_LETTERS = 4;
    private static final int MAX_LETTERS = 48;
    /** A word in lower case below this rarity is grammar. */
    private static final double MIN_RARITY = 0.35;

    private KeyTerms() {}

    private record Word(String written, double weight) {}

    /** At most {@code max}, heaviest first: count, damped, times rarity; the title counts twice. */
    static List<String> of(List<Token> title, List<Token> text, TermWeight weight, int max) {
        var counts = new HashMap<String, Integer>();
        var written = new HashMap<String, Map<String, Integer>>();
        var rarities = new HashMap<String, Double>();
        for (List<Token> tokens : List.of(title, title, text)) {
            for (Token token : tokens) {
                counts.merge(token.form(), 1, Integer::sum);
                if (tokens == text && isPlain(token)) {
                    written.computeIfAbsent(token.form(), form -> new HashMap<>())
                            .merge(token.surface(), 1, Integer::sum);
                    rarities.computeIfAbsent(token.form(), form -> weight.of(token));
                }
            }
        }
        return written.entrySet().stream()
                .filter(word -> rarities.getOrDefault(word.getKey(), 0.0) >= MIN_RARITY)
                .map(word -> new Word(
                        mostOften(word.getValue()),
                        rarities.getOrDefault(word.getKey(), 0.0)
                                * (1 + Math.log(counts.getOrDefault(word.getKey(), 1)))))
                .sorted(Comparator.comparingDouble((Word word) -> -word.weight).thenComparing(Word::written))
                .limit(max)
                .map(Word::written)
                .toList();
    }

    private static boolean isPlain(Token token) {
        return token.kind() == Kind.WORD
                && !Character.isDigit(token.surface().charAt(0))
                && !token.capital()
                && token.surface().length() >= MIN_LETTERS
                && token.surface().length() <= MAX_LETTERS;
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
