package newsloom.aggregator.story.sketch;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
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
    private static final int THOUSANDS = 3;

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

    /** Which of these anchors are words of a name, as a text writes it. */
    public static KeySet wordsOf(String name, KeySet anchors) {
        Set<Integer> known = anchors.stream().boxed().collect(Collectors.toSet());
        return KeySet.of(Arrays.stream(name.split("[\\s’'-]+"))
                .map(LatinForm::of)
                .mapToInt(Anchors::nameKey)
                .filter(known::contains)
                .distinct()
                .toArray());
    }

    private static int nameKey(String latinForm) {
        return TermHash.of("\u0002" + latinForm) & ~1;
    }

    /** Those that weigh most by count and rarity; of the title none, for some capitalise all of it. */
    private static List<Integer> names(List<Token> text, TermTable table) {
        Map<Integer, Double> weights = new HashMap<>();
        for (Token token : text) {
            boolean name = token.capital() && !token.opening() && token.kind() == Token.Kind.WORD;
            String form = name ? LatinForm.of(token.surface()) : "";
            if (form.length() >= LEAST_LETTERS) {
                weights.merge(nameKey(form), table.rarity(TermHash.of(token.form())), Double::sum);
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
            int at = 0;
            while (at < tokens.size() && figures.size() < MAX_FIGURES) {
                var digits = new StringBuilder(
                        tokens.get(at).isNumber() ? digits(tokens.get(at).surface()) : "");
                at++;
                boolean grouped = digits.length() > 0 && digits.length() <= THOUSANDS;
                while (grouped && at < tokens.size() && isThousands(tokens.get(at))) {
                    digits.append(tokens.get(at).surface());
                    at++;
                }
                if (digits.length() >= LEAST_DIGITS && !isYear(digits.toString())) {
                    figures.add(TermHash.of("\u0003" + digits) | 1);
                }
            }
        }
        return figures;
    }

    /** Thousands behind a space, as in 23 000. */
    private static boolean isThousands(Token token) {
        return token.isNumber()
                && !token.opening()
                && token.surface().length() == THOUSANDS
                && token.surface().chars().allMatch(digit -> digit >= '0' && digit <= '9');
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
