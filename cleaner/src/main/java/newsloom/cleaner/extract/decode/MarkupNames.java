package newsloom.cleaner.extract.decode;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;

/**
 * Names of tags or attributes with what is known of each as bits, found where they stand in the bytes of a page, in whatever case, without cutting them out. Costs
 * one look at the name; immutable.
 */
final class MarkupNames {

    private static final int UNKNOWN = 0;

    private static final byte[] NONE = new byte[0];

    /** By hash, open addressing, at least three quarters of them {@link #NONE}. */
    private final byte[][] names;

    private final int[] bits;
    private final int longest;

    private MarkupNames(int size, int longest) {
        this.names = new byte[Integer.highestOneBit(size) * 8][];
        Arrays.fill(names, NONE);
        this.bits = new int[names.length];
        this.longest = longest;
    }

    /** @param bits for each name in small letters, none of them 0 */
    static MarkupNames of(Map<String, Integer> bits) {
        MarkupNames table = new MarkupNames(
                bits.size(),
                bits.keySet().stream().mapToInt(String::length).max().orElse(0));
        bits.forEach((name, known) -> table.put(name.getBytes(StandardCharsets.US_ASCII), known));
        return table;
    }

    private void put(byte[] name, int known) {
        int slot = slot(name, 0, name.length);
        names[slot] = name;
        bits[slot] = known;
    }

    /** What is known of the name that stands there; 0 when it is none of them. */
    int of(byte[] html, int from, int to) {
        return to - from > longest ? UNKNOWN : bits[slot(html, from, to)];
    }

    /** Where the name stands in the table, or where it would. */
    private int slot(byte[] html, int from, int to) {
        int hash = 0;
        for (int i = from; i < to; i++) {
            hash = hash * 31 + lower(html[i]);
        }
        int slot = (hash ^ (hash >>> 7)) & (names.length - 1);
        byte[] name = names[slot];
        while (name.length > 0 && !stands(name, html, from, to)) {
            slot = (slot + 1) & (names.length - 1);
            name = names[slot];
        }
        return slot;
    }

    private static boolean stands(byte[] name, byte[] html, int from, int to) {
        if (name.length != to - from) {
            return false;
        }
        for (int i = 0; i < name.length; i++) {
            if (lower(html[from + i]) != name[i]) {
                return false;
            }
        }
        return true;
    }

    private static int lower(byte c) {
        return c >= 'A' && c <= 'Z' ? c + 32 : c;
    }
}
