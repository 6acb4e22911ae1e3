package newsloom.runtime.order;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.LongSupplier;
import newsloom.runtime.order.Sequenced.Item;
import newsloom.runtime.order.Sequenced.Mark;
import newsloom.runtime.order.Sequenced.Origin;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/**
 * Holds items of several sources back and lets them go in the order of (time, key, origin).
 *
 * <p>An item is due when every source is past its time by the window, or rested at a moment when the item had already come; an item that is not due holds up those behind it. What is due
 * goes in portions, one with each call, so that no call takes much longer than {@link #PORTION}: a source that rests repeats that until nothing is due. An item that comes after a later one
 * has gone is <em>late</em> and goes at once. When more than {@code maxBuffered} wait, the earliest are due. After all sources rested and everything has gone, a new order begins.
 *
 * <p>What waits is in the store and so survives a restart; how far the sources are is not, and is learned again from their next marks. Not thread-safe: one for each task.
 * A call costs one store write and a range scan over what goes.
 */
public final class ReorderBuffer {

    /** How long one call lets items go: a small part of a transaction's time. */
    static final Duration PORTION = Duration.ofMillis(250);

    private static final int BATCH = 64;
    private static final int ORIGIN_BYTES = Integer.BYTES + Long.BYTES + Byte.BYTES;

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
    private Progress[] sources = {};
    private @Nullable Progress due; // of the sources, until one comes further
    private int waiting;
    private @Nullable Bytes earliest;
    private @Nullable Bytes lastReleased;

    /** @param nanos tells how long a call takes, as {@link System#nanoTime()} does */
    public ReorderBuffer(
            KeyValueStore<Bytes, byte[]> store, ReorderSettings settings, Release release, LongSupplier nanos) {
        this.store = store;
        this.settings = settings;
        this.release = release;
        this.nanos = nanos;
        try (KeyValueIterator<Bytes, byte[]> all = store.all()) {
            all.forEachRemaining(entry -> waits(entry.key));
        }
    }

    /** Takes an item in, and lets go what may go now. */
    public void add(Item item) {
        int source = seen(item);
        comes(source, sources[source].afterItem(item.time()));
        Bytes place = place(item);
        if (lastReleased != null && place.compareTo(lastReleased) < 0) {
            release.late(item);
            return;
        }
        if (store.putIfAbsent(place, SequencedSerde.encode(item)) == null) { // without exactly-once it may come twice
            waits(place);
        }
        letGo();
    }

    /** Notes how far a source has come, and lets go what may go now. */
    public void mark(Mark mark) {
        comes(seen(mark), mark.progress());
        letGo();
    }

    /** How far this buffer has come: all that it covers has gone, except what comes late. It rests when all sources rest and nothing waits. */
    public Progress progress() {
        Progress due = due();
        return earliest == null ? due : due.atMost(time(earliest) - 1);
    }

    /** What may go. */
    private Progress due() {
        Progress known = due;
        if (known == null) {
            known = Arrays.stream(sources)
                    .reduce(Progress::and)
                    .orElse(Progress.NONE)
                    .minus(settings.window().toMillis());
            due = known;
        }
        return known;
    }

    private void comes(int source, Progress progress) {
        if (!progress.equals(sources[source])) {
            sources[source] = progress;
            due = null;
        }
    }

    /** How many items wait. */
    public int waiting() {
        return waiting;
    }

    private void waits(Bytes place) {
        waiting++;
        if (earliest == null || place.compareTo(earliest) < 0) {
            earliest = place;
        }
    }

    private int seen(Sequenced record) {
        if (sources.length != record.sources()) {
            int known = sources.length;
            sources = Arrays.copyOf(sources, record.sources());
            due = null;
            if (known < sources.length) {
                Arrays.fill(sources, known, sources.length, Progress.NONE);
            }
        }
        return record.source();
    }

    private void letGo() {
        Progress due = due();
        long end = nanos.getAsLong() + PORTION.toNanos();
        boolean inTime = true;
        while (inTime && earliest != null && (isDue(earliest, due) || waiting > settings.maxBuffered())) {
            inTime = letGo(earliest(due, waiting - settings.maxBuffered()), end);
        }
        if (progress().rests()) {
            lastReleased = null;
        }
    }

    /** Returns false when the time was up before all had gone. */
    private boolean letGo(List<KeyValue<Bytes, byte[]>> entries, long end) {
        for (var entry : entries) {
            if (nanos.getAsLong() - end > 0) {
                earliest = entry.key;
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

    /** The earliest items that are due, or as many as are too many; at most {@link #BATCH}. Notes the next one. */
    private List<KeyValue<Bytes, byte[]>> earliest(Progress due, int tooMany) {
        var found = new ArrayList<KeyValue<Bytes, byte[]>>();
        try (KeyValueIterator<Bytes, byte[]> waitingItems =
                lastReleased == null ? store.all() : store.range(lastReleased, null)) {
            earliest = null;
            while (waitingItems.hasNext() && earliest == null) {
                KeyValue<Bytes, byte[]> entry = waitingItems.next();
                if (found.size() < BATCH && (isDue(entry.key, due) || found.size() < tooMany)) {
                    found.add(entry);
                } else {
                    earliest = entry.key;
                }
            }
        }
        return found;
    }

    /** Bytes that sort as the order does; times before 1970 sort first. */
    private static Bytes place(Item item) {
        byte[] key = item.key().getBytes(StandardCharsets.UTF_8);
        Origin origin = item.origin();
        return Bytes.wrap(ByteBuffer.allocate(Long.BYTES + key.length + 1 + ORIGIN_BYTES)
                .putLong(item.time() ^ Long.MIN_VALUE)
                .put(key)
                .put((byte) 0)
                .putInt(origin.input())
                .putLong(origin.offset())
                .put((byte) origin.part())
                .array());
    }

    private static long time(Bytes place) {
        return ByteBuffer.wrap(place.get()).getLong() ^ Long.MIN_VALUE;
    }

    private static boolean isDue(Bytes place, Progress due) {
        if (time(place) > due.time()) {
            return false;
        }
        ByteBuffer origin = ByteBuffer.wrap(place.get()).position(place.get().length - ORIGIN_BYTES);
        return due.cut().holds(origin.getInt(), origin.getLong());
    }
}
