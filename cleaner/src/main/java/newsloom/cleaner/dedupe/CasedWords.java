package newsloom.cleaner.dedupe;

import java.util.Arrays;
import newsloom.text.shingles.Hash64;

/** The words of a text with what their first characters and the marks before them tell: where its names and numbers are, for {@link Fillings}. For one text, not thread-safe. */
final class CasedWords {
    private static final int LONGEST = 6;
    private static final double MANY_CAPITALS = 0.25;
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

    /** Sorted and distinct. */
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
        return Fillings.filling(place, Hash64.mix(value));
    }
}
