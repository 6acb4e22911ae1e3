package newsloom.cleaner.dedupe;

import java.nio.ByteBuffer;
import java.time.Duration;

/**
 * The windows of time that texts are filed under, so that forgetting is deleting a range and never a search. A window is a seventh of the retention, a day at least. A text sees those at most one
 * retention older (to the millisecond, whatever has been deleted already) and, since order may be disturbed a little, those up to a day younger.
 */
record Windows(long retentionMs) {
    private static final long LATE_MS = Duration.ofDays(1).toMillis();
    private static final int A_RETENTION = 7;

    /** {@code retention}: at least an hour. */
    static Windows of(Duration retention) {
        if (retention.compareTo(Duration.ofHours(1)) < 0) {
            throw new IllegalArgumentException("duplicates must be remembered for an hour at least, not " + retention);
        }
        return new Windows(retention.toMillis());
    }

    /** The window a text of this time is filed under. */
    int of(long timeMs) {
        return (int) (Math.max(0, timeMs) / Math.max(LATE_MS, retentionMs / A_RETENTION));
    }

    /** The oldest that a text of this time looks into. */
    int first(long timeMs) {
        return of(timeMs - retentionMs);
    }

    /** The youngest that a text of this time looks into. */
    int last(long timeMs) {
        return of(timeMs + LATE_MS);
    }

    boolean sees(long timeMs, long otherMs) {
        return otherMs >= timeMs - retentionMs && otherMs <= timeMs + LATE_MS;
    }

    /** The oldest that a text of this time or later sees. */
    int kept(long timeMs) {
        return of(timeMs - LATE_MS - retentionMs);
    }

    /** End, exclusive, of the keys that no text of this time or later sees. */
    byte[] forgottenBelow(long timeMs) {
        return ByteBuffer.allocate(Integer.BYTES).putInt(kept(timeMs)).array();
    }
}
