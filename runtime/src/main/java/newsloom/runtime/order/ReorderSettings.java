package newsloom.runtime.order;

import java.time.Duration;

/**
 * How long records are held back to be put in order.
 *
 * @param window how much earlier than the slowest source a record must be before it is let go
 * @param quiet how long a source must have been silent, with nothing left to read, before it counts as resting
 * @param markEvery how often a source says how far it is
 * @param maxBuffered most records held back by one task; past that the earliest go on
 */
public record ReorderSettings(Duration window, Duration quiet, Duration markEvery, int maxBuffered) {

    /** For a stream that never ends: about a second of delay. */
    public static ReorderSettings live() {
        return new ReorderSettings(Duration.ofSeconds(1), Duration.ofSeconds(1), Duration.ofMillis(200), 20_000);
    }

    /** For an input that ends: the whole of it is put in order, as far as it fits the buffer. */
    public static ReorderSettings wholeInput() {
        return new ReorderSettings(Duration.ofDays(36_500), Duration.ZERO, Duration.ofMillis(200), 20_000);
    }
}
