package newsloom.aggregator.story;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import newsloom.text.terms.TermHash;
import newsloom.text.terms.TermTable;
import newsloom.text.terms.Token;
import newsloom.text.vectors.KeySet;

/**
 * What a report of the same happening in another language has in common with this one: words of names by their {@link LatinForm}, and
 * figures by their digits. Figures have the lowest bit set, names have not.
 */
public final class Anchors {
    private static final int MAX_NAMES = 24;
    private static final int MAX_FIGURES = 16;
    private static final int LEAST_LETTERS = 3;
    private static final int LEAST_DIGITS = 2;

    private Anchors() {}

    /** Whether a key is a figure's. */
    public static boolean isFigure(int key) {
        return (key & 1) == 1;
    }

    static KeySet of(List<Token> title, List<Token> text, TermTable table) {
        var keys = new ArrayList<Integer>(names(text, table));
        keys.addAll(figures(title, text));
        return KeySet.of(keys.stream().mapToInt(Integer::intValue).toArray());
    }

    /** Those that weigh most by count and rarity; of the title none, for some capitalise all of it. */
    private static List<Integer> names(List<Token> text, TermTable table) {
        Map<Integer, Double> weights = new HashMap<>();
        for (Token token : text) {
            boolean name = token.capital() && !token.opening() && token.kind() == Token.Kind.WORD;
            String form = name ? LatinForm.of(token.surface()) : "";
            if (form.length() >= LEAST_LETTERS) {
                weights.merge(TermHash.of("\u0002" + form) & ~1, table.rarity(TermHash.of(token.form())), Double::sum);
            }
        }
        return weights.entrySet().stream()
                .sorted(Map.Entry.<Integer, Double>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .limit(MAX_NAMES)
                .map(Map.Entry::getKey)
                .toList();
    }

    private static Set<Integer> figures(List<Token> title, List<Token> text) {
        Set<Integer> figures = new HashSet<>();
        for (List<Token> tokens : List.of(title, text)) {
            for (Token token : tokens) {
                String digits = token.isNumber() ? digits(token.surface()) : "";
                if (digits.length() >= LEAST_DIGITS && figures.size() < MAX_FIGURES && !isYear(digits)) {
                    figures.add(TermHash.of("\u0003" + digits) | 1);
                }
            }
        }
        return figures;
    }

    /** What separates thousands here separates decimals there: digits alone are the same everywhere. */
    private static String digits(String number) {
        return number.codePoints()
                .filter(Character::isDigit)
                .map(digit -> '0' + Character.digit(digit, 10))
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private static boolean isYear(String digits) {
        return digits.length() == 4 && (digits.startsWith("19") || digits.startsWith("20"));
    }
}
