package newsloom.runtime.order;

import static newsloom.runtime.order.Sequenced.REST;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
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
 * <p>An item goes when every source is past its time by the window, or rests; when all sources rest, everything goes. An item that comes after a later one has
 * gone is <em>late</em>: it goes at once and is counted. When more than {@code maxBuffered} wait, the earliest go.
 *
 * <p>What waits is in the store and so survives a restart; how far the sources are is not, and is learned again from their next marks. Not thread-safe: one for each task.
 * A call costs one store write and a range scan over what goes.
 */
public final class ReorderBuffer {

    private static final long NOT_SEEN = Long.MIN_VALUE;
    private static final int BATCH = 256;

    private final KeyValueStore<Bytes, byte[]> store;
    private final ReorderSettings settings;
    private final Consumer<Item> release;
    private long[] progress = {};
    private int waiting;
    private long earliestTime = Long.MAX_VALUE;
    private long late;
    private @Nullable Bytes lastReleased;

    /** @param release takes the items in their order; called from within {@link #add} and {@link #mark} */
    public ReorderBuffer(KeyValueStore<Bytes, byte[]> store, ReorderSettings settings, Consumer<Item> release) {
        this.store = store;
        this.settings = settings;
        this.release = release;
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
            late++;
            release.accept(item);
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

    /** Everything up to this time has gone, except what comes late; {@link Sequenced#REST} when all sources rest. */
    public long bound() {
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

    /** How many items came late since this buffer was made. */
    public long late() {
        return late;
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
        long bound = bound();
        while (waiting > 0 && (earliestTime <= bound || waiting > settings.maxBuffered())) {
            List<KeyValue<Bytes, byte[]>> next = earliest(bound, waiting - settings.maxBuffered());
            next.forEach(this::letGo);
        }
        if (bound == REST && waiting == 0) {
            lastReleased = null;
        }
    }

    private void letGo(KeyValue<Bytes, byte[]> entry) {
        store.delete(entry.key);
        waiting--;
        lastReleased = entry.key;
        release.accept((Item) SequencedSerde.decode(entry.value));
    }

    /** The earliest items up to the bound, or as many as are too many; at most {@link #BATCH}. Notes when the next one is due. */
    private List<KeyValue<Bytes, byte[]>> earliest(long bound, int tooMany) {
        var found = new ArrayList<KeyValue<Bytes, byte[]>>();
        try (KeyValueIterator<Bytes, byte[]> waitingItems =
                lastReleased == null ? store.all() : store.range(lastReleased, null)) {
            earliestTime = Long.MAX_VALUE;
            while (waitingItems.hasNext()) {
                KeyValue<Bytes, byte[]> entry = waitingItems.next();
                boolean goes = time(entry.key) <= bound || found.size() < tooMany;
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
