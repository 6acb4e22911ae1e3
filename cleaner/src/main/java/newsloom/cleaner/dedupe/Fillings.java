package newsloom.cleaner.dedupe;

import java.util.Arrays;
import java.util.List;
import newsloom.text.tokens.CompatibilityForm;

/**
 * What a text has put in the places where the fillings of one template differ: its names and numbers, each under the word before and the word after it. A copy has in the same places the same, an obituary of
 * somebody else or the announcement of another match does not, however much of the words around it is shared. Names are runs of words with a capital inside a sentence; in a text where more than a quarter of the words have one
 * (German; headings) they tell nothing, and only numbers count, as in scripts without capitals.
 *
 * <p>A filling is 24 bits: 16 of its place, 8 of what stands there. Of a text the {@value #MOST} with the smallest places are kept, so that two texts keep those of the same places (bottom-k sketch: Broder, On the resemblance and containment of documents, 1997).
 * Stateless; linear in the text but for sorting.
 */
final class Fillings {
    static final int MOST = 32;

    private static final int VALUE_BITS = Byte.SIZE;
    private static final int MIN_OTHERS = 2;
    private static final double MIN_SHARE_OF_OTHERS = 0.5;

    private Fillings() {}

    /** Of paragraphs, at most {@code maxWords} words of them: sorted, distinct, at most {@value #MOST}; may be empty. */
    static int[] of(List<String> paragraphs, int maxWords) {
        var words = new CasedWords(maxWords);
        for (var paragraph : paragraphs) {
            words.add(CompatibilityForm.of(paragraph));
        }
        int[] all = words.fillings();
        return all.length <= MOST ? all : Arrays.copyOf(all, lastWhole(all));
    }

    /** Where the last place ends of which everything is among the first ones. */
    private static int lastWhole(int[] sorted) {
        int end = MOST;
        while (end > 0 && place(sorted[end - 1]) == place(sorted[end])) {
            end--;
        }
        return end;
    }

    /** False for two fillings of a template: in half of the places that both have, two at least, nothing is the same. */
    static boolean agree(int[] some, int[] others) {
        int met = 0;
        int different = 0;
        for (int i = 0, k = 0; i < some.length && k < others.length; ) {
            int place = place(some[i]);
            int order = place - place(others[k]);
            int nextI = order <= 0 ? end(some, i) : i;
            int nextK = order >= 0 ? end(others, k) : k;
            if (order == 0) {
                met++;
                different += shareOne(some, i, nextI, others, k, nextK) ? 0 : 1;
            }
            i = nextI;
            k = nextK;
        }
        return different < MIN_OTHERS || different < MIN_SHARE_OF_OTHERS * met;
    }

    private static int end(int[] fillings, int from) {
        int end = from + 1;
        while (end < fillings.length && place(fillings[end]) == place(fillings[from])) {
            end++;
        }
        return end;
    }

    private static boolean shareOne(int[] some, int from, int to, int[] others, int otherFrom, int otherTo) {
        for (int i = from; i < to; i++) {
            if (Arrays.binarySearch(others, otherFrom, otherTo, some[i]) >= 0) {
                return true;
            }
        }
        return false;
    }

    /** One filling of the hashes of its place and of what stands there. */
    static int filling(long place, long value) {
        return (int) (place & 0xFFFF) << VALUE_BITS | (int) (value & 0xFF);
    }

    private static int place(int filling) {
        return filling >>> VALUE_BITS;
    }
}
