package newsloom.aggregator.story.state;

/**
 * How often each term was counted lately: {@value #BUCKETS} buckets by hash, 1 MB, all halved from time to time. Terms that share a
 * bucket look a little more frequent than they are. Not thread-safe.
 */
final class TermCounts {
    static final int BUCKETS = 1 << 18;

    private final float[] counts = new float[BUCKETS];

    static int bucket(int term) {
        return term >>> 14;
    }

    double of(int bucket) {
        return counts[bucket];
    }

    void set(int bucket, float count) {
        counts[bucket] = count;
    }

    void add(int bucket) {
        counts[bucket]++;
    }

    /** All of them. */
    void halve() {
        halve(0, BUCKETS);
    }

    /** Those from one bucket to another, which is not halved. */
    void halve(int from, int to) {
        for (int i = from; i < to; i++) {
            counts[i] /= 2;
        }
    }
}
