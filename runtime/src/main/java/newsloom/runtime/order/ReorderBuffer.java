package newsloom.runtime.order;

import static newsloom.runtime.order.Sequenced.REST;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.LongSupplier;
import newsloom.runtime.order.Sequenced.Item;
import newsloom.runtime.order.Sequenced.Mark;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/**
 * Holds items of several sources back and lets them go in the order of (time, key, source, offset).
 *
 * <p>An item is due when every source is past its time by the window, or rests; when all sources rest, everything is due. What is due goes in portions, one with each call, so that
 * no call takes much longer than {@link #PORTION}: a source that rests repeats that until nothing is due. An item that comes after a later one has gone is <em>late</em> and goes at once. When more than
 * {@code maxBuffered} wait, the earliest are due.
 *
 * <p>What waits is in the store and so survives a restart; how far the sources are is not, and is learned again from their next marks. Not thread-safe: one for each task.
 * A call costs one store write and a range scan over what goes.
 */
public final class ReorderBuffer {

    private static final long NOT_SEEN = Long.MIN_VALUE;
    private static final long NONE_WAITS = Long.MAX_VALUE;

    /** How long one call lets items go: a small part of a transaction's time. */
    static final Duration PORTION = Duration.ofMillis(250);

    private static final int BATCH = 64;

    /** Takes the items; called from within {@link #add} and {@link #mark}. */
    public interface Release {

        /** The next item in the order. */
        void inOrder(Item item);

        /** An item whose place in the order has gone by. */
        void late(Item item);
    }

    private final KeyValueStore<Bytes, byte[]> store;
    private final ReorderSettings settings;
    private final Release release;
    private final LongSupplier nanos;
    private long[] progress = {};
    private int waiting;
    private long earliestTime = NONE_WAITS;
    private @Nullable Bytes lastReleased;

    /** @param nanos tells how long a call takes, as {@link System#nanoTime()} does */
    public ReorderBuffer(
            KeyValueStore<Bytes, byte[]> store, ReorderSettings settings, Release release, LongSupplier nanos) {
        this.store = store;
        this.settings = settings;
        this.release = release;
        this.nanos = nanos;
        try (KeyValueIterator<Bytes, byte[]> all = store.all()) {
            all.forEachRemaining(entry -> {
                earliestTime = Math.min(earliestTime, time(entry.key));
                waiting++;
            });
        }
    }

    /** Takes an item in, and lets go what may go now. */
    public void add(Item item) {
        int source = seen(item);
        progress[source] = Math.max(unlessRest(progress[source]), item.time() - 1); // its equals may still come
        Bytes place = place(item);
        if (lastReleased != null && place.compareTo(lastReleased) < 0) {
            release.late(item);
            return;
        }
        store.put(place, SequencedSerde.encode(item));
        waiting++;
        earliestTime = Math.min(earliestTime, item.time());
        letGo();
    }

    /** Notes how far a source has come, and lets go what may go now. */
    public void mark(Mark mark) {
        int source = seen(mark);
        progress[source] = mark.rests() ? REST : Math.max(unlessRest(progress[source]), mark.time());
        letGo();
    }

    /** Everything up to this time has gone, except what comes late; {@link Sequenced#REST} when all sources rest and nothing waits. */
    public long bound() {
        return Math.min(due(), earliestTime == NONE_WAITS ? REST : earliestTime - 1);
    }

    /** What has a time up to this one may go. */
    private long due() {
        long slowest = Arrays.stream(progress).min().orElse(NOT_SEEN);
        if (slowest == REST || slowest == NOT_SEEN) {
            return slowest;
        }
        long window = settings.window().toMillis();
        return slowest < Long.MIN_VALUE + window ? NOT_SEEN : slowest - window;
    }

    /** How many items wait. */
    public int waiting() {
        return waiting;
    }

    private static long unlessRest(long progress) {
        return progress == REST ? NOT_SEEN : progress;
    }

    private int seen(Sequenced record) {
        if (progress.length != record.sources()) {
            int known = progress.length;
            progress = Arrays.copyOf(progress, record.sources());
            if (known < progress.length) {
                Arrays.fill(progress, known, progress.length, NOT_SEEN);
            }
        }
        return record.source();
    }

    private void letGo() {
        long due = due();
        long end = nanos.getAsLong() + PORTION.toNanos();
        boolean inTime = true;
        while (inTime && waiting > 0 && (earliestTime <= due || waiting > settings.maxBuffered())) {
            inTime = letGo(earliest(due, waiting - settings.maxBuffered()), end);
        }
        if (bound() == REST) {
            lastReleased = null;
        }
    }

    /** Returns false when the time was up before all had gone. */
    private boolean letGo(List<KeyValue<Bytes, byte[]>> entries, long end) {
        for (var entry : entries) {
            if (nanos.getAsLong() - end > 0) {
                earliestTime = time(entry.key);
                return false;
            }
            letGo(entry);
        }
        return true;
    }

    private void letGo(KeyValue<Bytes, byte[]> entry) {
        store.delete(entry.key);
        waiting--;
        lastReleased = entry.key;
        release.inOrder((Item) SequencedSerde.decode(entry.value));
    }

    /** The earliest items that are due, or as many as are too many; at most {@link #BATCH}. Notes the time of the next one. */
    private List<KeyValue<Bytes, byte[]>> earliest(long due, int tooMany) {
        var found = new ArrayList<KeyValue<Bytes, byte[]>>();
        try (KeyValueIterator<Bytes, byte[]> waitingItems =
                lastReleased == null ? store.all() : store.range(lastReleased, null)) {
            earliestTime = NONE_WAITS;
            while (waitingItems.hasNext()) {
                KeyValue<Bytes, byte[]> entry = waitingItems.next();
                boolean goes = time(entry.key) <= due || found.size() < tooMany;
                if (!goes || found.size() == BATCH) {
                    earliestTime = time(entry.key);
                    break;
                }
                found.add(entry);
            }
        }
        return found;
    }

    /** Bytes that sort as the order does; times before 1970 sort first. */
    private static Bytes place(Item item) {
        byte[] key = item.key().getBytes(StandardCharsets.UTF_8);
        return Bytes.wrap(ByteBuffer.allocate(key.length + 21)
                .putLong(item.time() ^ Long.MIN_VALUE)
                .put(key)
                .put((byte) 0)
                .putInt(item.source())
                .putLong(item.offset())
                .array());
    }

    private static long time(Bytes place) {
        return ByteBuffer.wrap(place.get()).getLong() ^ Long.MIN_VALUE;
    }
}
