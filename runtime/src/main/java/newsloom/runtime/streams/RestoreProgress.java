package newsloom.runtime.streams;

import java.time.Duration;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.streams.processor.StateRestoreListener;

/** Tells every ten seconds how far the restoring of stores has come, and when it is over; says nothing of one that takes less. Thread-safe. */
final class RestoreProgress implements StateRestoreListener {
    private static final long EVERY = Duration.ofSeconds(10).toNanos();

    private record Span(long at, long end) {
        long left() {
            return Math.max(0, end - at);
        }
    }

    private final Consumer<String> tell;
    private final LongSupplier nanos;
    private final Map<TopicPartition, Span> open = new HashMap<>();
    private long begun;
    private long told;

    /** @param nanos a clock that only goes forward, in nanoseconds */
    RestoreProgress(Consumer<String> tell, LongSupplier nanos) {
        this.tell = tell;
        this.nanos = nanos;
    }

    @Override
    public synchronized void onRestoreStart(TopicPartition changelog, String store, long from, long end) {
        if (open.isEmpty()) {
            begun = nanos.getAsLong();
            told = begun;
        }
        open.put(changelog, new Span(from, end));
    }

    @Override
    public synchronized void onBatchRestored(TopicPartition changelog, String store, long last, long count) {
        open.computeIfPresent(changelog, (any, span) -> new Span(last + 1, span.end()));
        long now = nanos.getAsLong();
        if (now - told >= EVERY) {
            told = now;
            // offsets, of which compaction has taken some: it may be less
            long left = open.values().stream().mapToLong(Span::left).sum();
            tell.accept(String.format(
                    Locale.ROOT, "restoring the state: up to %,d records of %d stores are left", left, open.size()));
        }
    }

    @Override
    public synchronized void onRestoreEnd(TopicPartition changelog, String store, long total) {
        close(changelog);
    }

    @Override
    public synchronized void onRestoreSuspended(TopicPartition changelog, String store, long total) {
        close(changelog);
    }

    private void close(TopicPartition changelog) {
        open.remove(changelog);
        if (open.isEmpty() && told > begun) {
            told = begun;
            tell.accept("the state is restored, after "
                    + Duration.ofNanos(nanos.getAsLong() - begun).toSeconds() + " s");
        }
    }
}
