package newsloom.cleaner.extract;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** Comparing headlines and names regardless of case, punctuation and spacing. */
final class Names {

    private Names() {}

    /** The words of a text in lower case, in order. */
    static List<String> words(String text) {
        String folded = Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        return Arrays.stream(folded.split("[^\\p{L}\\p{M}\\p{N}]+"))
                .filter(word -> !word.isEmpty())
                .toList();
    }

    /** The words of a text in lower case, separated by single spaces. */
    static String fold(String text) {
        return String.join(" ", words(text));
    }

    /** Share of the common words in all words of both, 0 to 1 (Jaccard). */
    static double agreement(String one, String other) {
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
