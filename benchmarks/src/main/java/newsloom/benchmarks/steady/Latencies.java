package newsloom.benchmarks.steady;

import java.util.Arrays;
import java.util.Locale;

/** Times in milliseconds, with their percentiles. Thread-safe. */
final class Latencies {
    private long[] millis = new long[1024];
    private int count;

    synchronized void add(long time) {
        if (count == millis.length) {
            millis = Arrays.copyOf(millis, count * 2);
        }
        millis[count++] = time;
    }

    /** The times since the last call, which are forgotten here. */
    synchronized Latencies take() {
        var taken = new Latencies();
        taken.millis = Arrays.copyOf(millis, Math.max(1, count));
        taken.count = count;
        count = 0;
        return taken;
    }

    synchronized void addAll(Latencies others) {
        for (int i = 0; i < others.count; i++) {
            add(others.millis[i]);
        }
    }

    @Override
    public synchronized String toString() {
        if (count == 0) {
            return "no article reached a story";
        }
        long[] sorted = Arrays.copyOf(millis, count);
        Arrays.sort(sorted);
        return String.format(
                Locale.ROOT,
                "%d articles, page to story p50 %d ms, p99 %d ms, longest %d ms",
                count,
                sorted[count / 2],
                sorted[(int) (count * 0.99)],
                sorted[count - 1]);
    }
}
