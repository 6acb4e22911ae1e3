package newsloom.cleaner;

/**
 * The lowest time among the last ten to twenty thousand items. What is forgotten is counted back from there and not from the highest: while an archive of old pages runs in among new
 * ones, the old ones keep their memory. Not thread-safe.
 */
final class LowWater {

    private static final int GENERATION = 10_000;

    private long before = Long.MAX_VALUE;
    private long now = Long.MAX_VALUE;
    private int seen;

    void see(long timeMs) {
        now = Math.min(now, timeMs);
        if (++seen == GENERATION) {
            before = now;
            now = Long.MAX_VALUE;
            seen = 0;
        }
    }

    /** {@link Long#MAX_VALUE} as long as nothing was seen. */
    long lowest() {
        return Math.min(before, now);
    }
}
