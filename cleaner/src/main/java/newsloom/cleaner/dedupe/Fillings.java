package newsloom.cleaner.dedupe;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import newsloom.text.shingles.Hash64;

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
    private static final int VALUES = (1 << VALUE_BITS) - 1;
    private static final int LONGEST = 6;
    private static final double MANY_CAPITALS = 0.25;
    private static final int MIN_OTHERS = 2;
    private static final double MIN_SHARE_OF_OTHERS = 0.5;

    private Fillings() {}

    /** Of paragraphs, at most {@code maxWords} words of them: sorted, distinct, at most {@value #MOST}; may be empty. */
    static int[] of(List<String> paragraphs, int maxWords) {
        var words = new CasedWords(maxWords);
        for (var paragraph : paragraphs) {
            words.add(Normalizer.normalize(paragraph, Normalizer.Form.NFKC));
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

    private static int place(int filling) {
        return filling >>> VALUE_BITS;
    }

    /** The words of a text with what their first characters and the marks before them tell. */
    private static final class CasedWords {
        private static final byte PLAIN = 0;
        private static final byte NUMBER = 1;
        private static final byte CAPITAL = 2;
        /** A capital that begins a sentence, which tells nothing by itself. */
        private static final byte FIRST = 3;

        private final int max;
        private long[] hashes = new long[512];
        private byte[] kinds = new byte[512];
        private int length;
        private int inside;
        private int capitals;

        CasedWords(int max) {
            this.max = max;
        }

        /** One paragraph, in NFKC; a mark of its own parts it from the next. */
        void add(String text) {
            boolean starts = true;
            for (int i = 0; i < text.length() && length < max; ) {
                int c = text.codePointAt(i);
                int end = i + Character.charCount(c);
                if (Character.isLetterOrDigit(c)) {
                    end = Character.isIdeographic(c) ? end : wordEnd(text, end);
                    word(text, i, end, c, starts);
                    starts = false;
                } else {
                    starts |= ".!?:;\"“”«»„。！？".indexOf(c) >= 0;
                }
                i = end;
            }
            put(0, PLAIN);
        }

        private static int wordEnd(String text, int from) {
            int end = from;
            while (end < text.length()) {
                int c = text.codePointAt(end);
                boolean inNumber = (c == '.' || c == ',')
                        && Character.isDigit(text.charAt(end - 1))
                        && end + 1 < text.length()
                        && Character.isDigit(text.charAt(end + 1));
                if (!inNumber && !isInWord(c)) {
                    return end;
                }
                end += Character.charCount(c);
            }
            return end;
        }

        private static boolean isInWord(int c) {
            return (Character.isLetterOrDigit(c) && !Character.isIdeographic(c))
                    || isApostrophe(c)
                    || Character.getType(c) == Character.NON_SPACING_MARK
                    || Character.getType(c) == Character.COMBINING_SPACING_MARK;
        }

        private static boolean isApostrophe(int c) {
            return c == '\'' || c == 0x2018 || c == 0x2019;
        }

        private void word(String text, int from, int to, int first, boolean starts) {
            long hash = 0;
            for (int i = from; i < to; i++) {
                char c = text.charAt(i);
                hash = isApostrophe(c) ? hash : Hash64.append(hash, Character.toLowerCase(c));
            }
            boolean capital = Character.isUpperCase(first) || Character.isTitleCase(first);
            inside += starts ? 0 : 1;
            capitals += capital && !starts ? 1 : 0;
            byte cased = capital ? starts ? FIRST : CAPITAL : PLAIN;
            put(Hash64.mix(hash), Character.isDigit(first) ? NUMBER : cased);
        }

        private void put(long hash, byte kind) {
            if (length == hashes.length) {
                hashes = Arrays.copyOf(hashes, 2 * length);
                kinds = Arrays.copyOf(kinds, 2 * length);
            }
            hashes[length] = hash;
            kinds[length++] = kind;
        }

        int[] fillings() {
            boolean names = capitals <= MANY_CAPITALS * inside;
            var found = new int[length];
            int n = 0;
            for (int i = 0; i < length; ) {
                int end = runEnd(i, names);
                if (end > i && end - i <= LONGEST && !(kinds[i] == FIRST && end == i + 1)) {
                    found[n++] = filling(i, end);
                }
                i = Math.max(end, i + 1);
            }
            return Arrays.stream(found, 0, n).sorted().distinct().toArray();
        }

        /** Where the names and numbers end that stand together from here on; the same where there is none. */
        private int runEnd(int from, boolean names) {
            if (!fills(kinds[from], names)) {
                return from;
            }
            int end = from + 1;
            while (end < length && kinds[end] != FIRST && fills(kinds[end], names)) {
                end++;
            }
            return end;
        }

        private static boolean fills(byte kind, boolean names) {
            return kind == NUMBER || (names && kind != PLAIN);
        }

        private int filling(int from, int end) {
            long before = from == 0 ? 0 : hashes[from - 1];
            long after = end == length ? 0 : hashes[end];
            long value = 0;
            for (int i = from; i < end; i++) {
                value = Hash64.append(value, hashes[i]);
            }
            long place = Hash64.mix(Hash64.append(before, after));
            return (int) (place & 0xFFFF) << VALUE_BITS | (int) (Hash64.mix(value) & VALUES);
        }
    }
}
