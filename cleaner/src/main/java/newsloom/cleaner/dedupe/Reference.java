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

    /**
     * Of one version of an article: equal for equal arguments, another one for each version.
     *
     * @param place tells apart what has the same id and time
     * @param retention how long texts are remembered: the length of a window
     */
    public static Reference of(Sketch sketch, long place, Duration retention) {
        long number = Hash64.append(Hash64.append(Hash64.of(sketch.id()), sketch.timeMs()), place);
        return new Reference(Windows.of(retention).of(sketch.timeMs()), Hash64.mix(number));
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
