package newsloom.cleaner.dedupe;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Invented prose for tests: every seed gives other sentences over one vocabulary, the same ones each time. */
final class Prose {
    private static final String[] STARTS = {"ba", "co", "di", "fre", "gu", "ha", "ki", "lo", "mar", "ne", "pla", "sto"};
    private static final String[] ENDS = {"len", "mis", "nor", "pel", "quin", "ras", "sel", "ton", "vor", "wick"};

    private final Random random;

    Prose(long seed) {
        this.random = new Random(seed);
    }

    /** Paragraphs of 40 words each. */
    List<String> paragraphs(int count) {
        var paragraphs = new ArrayList<String>();
        for (int i = 0; i < count; i++) {
            paragraphs.add(words(40) + ".");
        }
        return paragraphs;
    }

    String words(int count) {
        var words = new ArrayList<String>();
        for (int i = 0; i < count; i++) {
            words.add(STARTS[random.nextInt(STARTS.length)]
                    + STARTS[random.nextInt(STARTS.length)]
                    + ENDS[random.nextInt(ENDS.length)]);
        }
        return String.join(" ", words);
    }

    /** The first lists, then the second, as one. */
    @SafeVarargs
    static List<String> join(List<String>... parts) {
        var all = new ArrayList<String>();
        for (var part : parts) {
            all.addAll(part);
        }
        return all;
    }
}
