package newsloom.text.shingles;

import java.util.Arrays;
import java.util.BitSet;

/**
 * Word n-grams as hashes (shingles: Broder, On the resemblance and containment of documents, 1997), in the three forms that
 * finding copies needs: all of them in text order, a sample that copies share, and a small set for exact counting.
 */
public final class Shingles {
    private Shingles() {}

    /**
     * One hash for each run of {@code n} words, in text order, repeats kept: {@code words.length - n + 1} of them. A text of fewer
     * words gives one hash over all it has; an empty one gives none.
     */
    public static long[] of(long[] words, int n) {
        if (words.length == 0) {
            return new long[0];
        }
        int run = Math.min(n, words.length);
        var shingles = new long[words.length - run + 1];
        for (int i = 0; i < shingles.length; i++) {
            long h = run;
            for (int k = i; k < i + run; k++) {
                h = Hash64.append(h, words[k]);
            }
            shingles[i] = Hash64.mix(h);
        }
        return shingles;
    }

    /**
     * The sample by which a text is found: every hash that is 0 modulo {@code modulus}, and always the smallest (unsigned) one.
     * An excerpt's sample lies inside the sample of the whole (Broder's mod-m sketch), so one index finds copies and excerpts.
     *
     * @param modulus a power of two; a text of w words gets about {@code w / modulus} anchors
     * @return sorted and distinct; empty only for no shingles
     */
    public static long[] anchors(long[] shingles, int modulus) {
        if (shingles.length == 0) {
            return shingles;
        }
        var sample = new long[shingles.length];
        int n = 1;
        long smallest = shingles[0];
        for (long shingle : shingles) {
            smallest = Long.compareUnsigned(shingle, smallest) < 0 ? shingle : smallest;
            if ((shingle & (modulus - 1)) == 0) {
                sample[n++] = shingle;
            }
        }
        sample[0] = smallest;
        Arrays.sort(sample, 0, n);
        return Arrays.copyOf(sample, distinct(sample, n));
    }

    /** The low 16 bits of every hash, sorted and distinct: two bytes a shingle, wrong by chance in n of 65 536 cases. */
    public static char[] folded(long[] shingles) {
        var values = new BitSet(1 << Character.SIZE);
        for (long shingle : shingles) {
            values.set((char) shingle);
        }
        var folded = new char[values.cardinality()];
        int n = 0;
        for (int value = values.nextSetBit(0); value >= 0; value = values.nextSetBit(value + 1)) {
            folded[n++] = (char) value;
        }
        return folded;
    }

    /** How many values two sorted distinct arrays have in common; linear in both. */
    public static int shared(char[] a, char[] b) {
        int shared = 0;
        for (int i = 0, k = 0; i < a.length && k < b.length; ) {
            int order = a[i] - b[k];
            shared += order == 0 ? 1 : 0;
            i += order <= 0 ? 1 : 0;
            k += order >= 0 ? 1 : 0;
        }
        return shared;
    }

    private static int distinct(long[] sorted, int length) {
        int n = 1;
        for (int i = 1; i < length; i++) {
            if (sorted[i] != sorted[n - 1]) {
                sorted[n++] = sorted[i];
            }
        }
        return n;
    }
}
