package newsloom.runtime.order;

import java.time.Duration;

/**
 * How long records are held back to be put in order.
 *
 * @param window how much earlier than the slowest source a record must be before it is let go
 * @param quiet how long a source must have been silent, with nothing left to read, before it counts as resting
 * @param markEvery how often a source says how far it is, and how often brokers are asked whether one rests
 * @param maxBuffered most records held back by one task; past that the earliest go on
 */
public record ReorderSettings(Duration window, Duration quiet, Duration markEvery, int maxBuffered) {

    /** For a stream that never ends: about as much delay as the window. */
    public static ReorderSettings live() {
        return new ReorderSettings(Duration.ofMillis(250), Duration.ofMillis(500), Duration.ofMillis(50), 20_000);
    }

    /** For an input that ends: the whole of it is put in order, as far as it fits the buffer. */
    public static ReorderSettings wholeInput() {
        return new ReorderSettings(Duration.ofDays(36_500), Duration.ZERO, Duration.ofMillis(100), 20_000);
    }

    /** The same with another window. */
    public ReorderSettings withWindow(Duration other) {
        return new ReorderSettings(other, quiet, markEvery, maxBuffered);
    }

    /** The same for what an earlier step sends in its order, in transactions or with marks: merging that needs no window, and nothing that is not there yet comes before what is. */
    public ReorderSettings merging() {
        return new ReorderSettings(Duration.ZERO, Duration.ZERO, markEvery, maxBuffered);
    }
}
