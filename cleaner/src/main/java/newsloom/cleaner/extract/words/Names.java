package newsloom.cleaner.extract.words;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** Comparing headlines and names regardless of case, punctuation and spacing. */
public final class Names {

    private Names() {}

    /** The words of a text in lower case, in order. */
    public static List<String> words(String text) {
        String whole = ascii(text) ? text : Normalizer.normalize(text, Normalizer.Form.NFKC);
        String folded = whole.toLowerCase(Locale.ROOT);
        List<String> words = new ArrayList<>();
        int start = 0;
        for (int i = 0; i <= folded.length(); i++) {
            int c = i < folded.length() ? folded.codePointAt(i) : ' ';
            if (!inWord(c)) {
                if (i > start) {
                    words.add(folded.substring(start, i));
                }
                start = i + Character.charCount(c);
            }
            i += Character.charCount(c) - 1;
        }
        return words;
    }

    private static boolean ascii(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) >= 128) {
                return false;
            }
        }
        return true;
    }

    /** Letters, marks and numbers. */
    private static boolean inWord(int c) {
        if (c < 128) {
            return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
        }
        return switch (Character.getType(c)) {
            case Character.UPPERCASE_LETTER,
                    Character.LOWERCASE_LETTER,
                    Character.TITLECASE_LETTER,
                    Character.MODIFIER_LETTER,
                    Character.OTHER_LETTER,
                    Character.NON_SPACING_MARK,
                    Character.COMBINING_SPACING_MARK,
                    Character.ENCLOSING_MARK,
                    Character.DECIMAL_DIGIT_NUMBER,
                    Character.LETTER_NUMBER,
                    Character.OTHER_NUMBER -> true;
            default -> false;
        };
    }

    /** The words of a text in lower case, separated by single spaces. */
    public static String fold(String text) {
        return String.join(" ", words(text));
    }

    /** Share of the common words in all words of both, 0 to 1 (Jaccard). */
    public static double agreement(String one, String other) {
        Set<String> first = pieces(one);
        Set<String> second = pieces(other);
        if (first.isEmpty() || second.isEmpty()) {
            return 0;
        }
        long common = first.stream().filter(second::contains).count();
        return (double) common / (first.size() + second.size() - common);
    }

    /** Words; single characters where a script sets no spaces. */
    private static Set<String> pieces(String text) {
        return words(text).stream()
                .flatMap(word -> TextShape.of(word).unspaced()
                        ? word.codePoints().mapToObj(Character::toString)
                        : List.of(word).stream())
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }
}
