package newsloom.text.shingles;

/**
 * A 64-bit hash that is the same on every JVM and in every release, because it is kept in state stores: FNV-1a over UTF-16
 * units (Fowler, Noll, Vo, 1991), finished by the mixer of SplitMix64 (Steele, Lea, Flood: Fast splittable pseudorandom
 * number generators, OOPSLA 2014), so that every bit, the low ones too, may be used alone. Not for hostile keys: whoever
 * wants two words to collide can make them.
 */
public final class Hash64 {
    private static final long FNV_OFFSET = 0xCBF29CE484222325L;
    private static final long FNV_PRIME = 0x100000001B3L;
    private static final long GOLDEN = 0x9E3779B97F4A7C15L;

    private Hash64() {}

    public static long of(CharSequence text) {
        long h = FNV_OFFSET;
        for (int i = 0; i < text.length(); i++) {
            h = (h ^ text.charAt(i)) * FNV_PRIME;
        }
        return mix(h);
    }

    /** The hash of the first {@code length} characters; equal to {@link #of(CharSequence)} of the same characters. */
    public static long of(char[] buffer, int length) {
        long h = FNV_OFFSET;
        for (int i = 0; i < length; i++) {
            h = (h ^ buffer[i]) * FNV_PRIME;
        }
        return mix(h);
    }

    /** Adds one value to the hash of a sequence; the order counts. The result still wants {@link #mix}. */
    public static long append(long sequence, long value) {
        return Long.rotateLeft(sequence, 23) * GOLDEN + value;
    }

    /** A bijection that spreads every input bit over all output bits. */
    public static long mix(long value) {
        long z = value + GOLDEN;
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }
}
