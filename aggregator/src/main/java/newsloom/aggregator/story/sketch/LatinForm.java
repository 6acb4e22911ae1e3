package newsloom.aggregator.story.sketch;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * A name as other languages may write it: Latin letters without marks, letters that stand for each other made one, and only the
 * beginning, because endings change with the case. Cyrillic and Greek are transliterated letter by letter. Rough on purpose: two
 * names may come out as one, which costs little where several must agree.
 */
final class LatinForm {
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern OTHERS = Pattern.compile("[^a-z]");
    private static final Pattern TWINS = Pattern.compile("(.)\\1+");
    private static final int BEGINNING = 6;
    private static final String FOREIGN = "абвгґдеёжзиіїйклмнопрстуфхцчшщыэюяєўαβγδεζηθικλμνξοπρσςτυφχψωßøæœðþł";
    private static final String[] LATIN =
            ("a b v g g d e e zh z i i i i k l m n o p r s t u f kh ts ch sh sh i e iu ia e v"
                            + " a v g d e z i th i k l m n x o p r s s t i f kh ps o ss o e e d th l")
                    .split(" ");
    private static final Map<Integer, String> LETTERS = new HashMap<>();

    static {
        for (int i = 0; i < LATIN.length; i++) {
            LETTERS.put((int) FOREIGN.charAt(i), LATIN[i]);
        }
    }

    private LatinForm() {}

    /** At most six of the letters a to z; empty for a word of another script. */
    static String of(String word) {
        var latin = new StringBuilder();
        String plain = MARKS.matcher(Normalizer.normalize(word.toLowerCase(Locale.ROOT), Normalizer.Form.NFD))
                .replaceAll("");
        plain.codePoints().forEach(c -> latin.append(LETTERS.getOrDefault(c, Character.toString(c))));
        String letters = OTHERS.matcher(latin).replaceAll("");
        String one = letters.replace("ck", "k")
                .replace("ph", "f")
                .replace("kh", "h")
                .replace('c', 'k')
                .replace('q', 'k')
                .replace('w', 'v')
                .replace('y', 'i')
                .replace('j', 'i');
        String single = TWINS.matcher(one).replaceAll("$1");
        return single.substring(0, Math.min(BEGINNING, single.length()));
    }
}
