package newsloom.cleaner.dedupe;

import java.nio.ByteBuffer;
import java.time.Duration;
import newsloom.text.shingles.Hash64;

/**
 * Where a text is filed.
 *
 * @param window of time, see {@link Windows}
 * @param number 64-bit hash that stands for the text
 */
public record Reference(int window, long number) implements Comparable<Reference> {
    /** The bits before them are those of the article. */
    private static final int VERSION_BITS = 40;

    /**
     * Of one version of an article: equal for equal arguments, another one for each version.
     *
     * @param place tells apart what has the same id and time
     * @param retention how long texts are remembered: the length of a window
     */
    public static Reference of(Sketch sketch, long place, Duration retention) {
        long version = Hash64.mix(Hash64.append(Hash64.append(Hash64.of(sketch.id()), sketch.timeMs()), place));
        long number = (article(sketch.id()) << VERSION_BITS) | (version >>> (Long.SIZE - VERSION_BITS));
        return new Reference(Windows.of(retention).of(sketch.timeMs()), number);
    }

    /** What all versions of an article have in common: a hash of its id. */
    static long article(String id) {
        return Hash64.mix(Hash64.of(id)) >>> VERSION_BITS;
    }

    /** The article it is a version of, see {@link #article(String)}; of a reference by {@link #of}. */
    long article() {
        return number >>> VERSION_BITS;
    }

    @Override
    public int compareTo(Reference other) {
        int byWindow = Integer.compare(window, other.window);
        return byWindow != 0 ? byWindow : Long.compare(number, other.number);
    }

    /** Its key in a store: sorts by window. */
    public byte[] key() {
        return ByteBuffer.allocate(Integer.BYTES + Long.BYTES)
                .putInt(window)
                .putLong(number)
                .array();
    }
}
