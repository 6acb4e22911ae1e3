package newsloom.text.terms;

/**
 * Hashes of terms. They are written into tables and state, so they never change: FNV-1a over UTF-16 units (Fowler, Noll, Vo
 * 1991), 64 bits, finished by the mixing step of MurmurHash3 (Appleby 2011).
 */
public final class TermHash {
    private TermHash() {}

    /** 64 bits of a text. */
    public static long of64(CharSequence text) {
        long h = 0xcbf29ce484222325L;
        for (int i = 0; i < text.length(); i++) {
            h = (h ^ text.charAt(i)) * 0x100000001b3L;
        }
        return mix(h);
    }

    /** 32 bits of a text: about one collision in two among 80 000 terms, which a similarity does not notice. */
    public static int of(CharSequence text) {
        return (int) of64(text);
    }

    /** One hash of two in order. */
    public static int pair(int first, int second) {
        return (int) mix(((long) first << 32) ^ (second & 0xffffffffL));
    }

    private static long mix(long x) {
        long h = (x ^ (x >>> 33)) * 0xff51afd7ed558ccdL;
        h = (h ^ (h >>> 33)) * 0xc4ceb9fe1a85ec53L;
        return h ^ (h >>> 33);
    }
}
