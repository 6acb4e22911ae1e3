package newsloom.runtime.order;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.BitSet;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.LongSupplier;
import newsloom.runtime.order.Sequenced.Item;
import newsloom.runtime.order.Sequenced.Mark;
import newsloom.runtime.order.Sequenced.Origin;
import newsloom.runtime.streams.OtherFormException;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.utils.Bytes;
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
 * <p>What waits is in the store and so survives a restart; how far the sources are is not, and is learned again from their next marks. Places in the order are in memory, and the items themselves as far as they fit
 * {@link #AT_HAND_BYTES}. In the store an item is under a number that is free, and the next one that comes takes the number of one that has gone: with a cache before the store, an item that goes before the next commit is
 * never written. What another build left there in its form throws {@link OtherFormException}. Not thread-safe: one for each task. Two store writes an item, and a read of it where it was not at hand.
 */
public final class ReorderBuffer {

    /** How long one call lets items go: a small part of a transaction's time. */
    static final Duration PORTION = Duration.ofMillis(250);

    /** Bytes of items kept in memory as well. */
    static final int AT_HAND_BYTES = 4 << 20;

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
    private final NavigableMap<Bytes, Waiting> waiting = new TreeMap<>();
    private final BitSet taken = new BitSet();
    private int atHand;
    private @Nullable Bytes lastReleased;

    /**
     * Where an item waits.
     *
     * @param number its key in the store
     * @param bytes of its form there
     * @param item null where it is to be read
     */
    private record Waiting(int number, int bytes, @Nullable Item item) {}

    /** @param nanos tells how long a call takes, as {@link System#nanoTime()} does */
    public ReorderBuffer(
            KeyValueStore<Bytes, byte[]> store, ReorderSettings settings, Release release, LongSupplier nanos) {
        this.store = store;
        this.settings = settings;
        this.release = release;
        this.nanos = nanos;
        try (KeyValueIterator<Bytes, byte[]> all = store.all()) {
            all.forEachRemaining(entry ->
                    waits(place(stored(entry.value)), new Waiting(number(entry.key), entry.value.length, null)));
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
        byte[] bytes = SequencedSerde.encode(item);
        Waiting known = waiting.get(place); // without exactly-once it may come twice
        int number = known == null ? taken.nextClearBit(0) : known.number();
        store.put(key(number), bytes);
        if (known == null) {
            waits(place, new Waiting(number, bytes.length, atHand + bytes.length > AT_HAND_BYTES ? null : item));
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
        return waiting.isEmpty() ? due : due.atMost(time(waiting.firstKey()) - 1);
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
        return waiting.size();
    }

    private void waits(Bytes place, Waiting item) {
        waiting.put(place, item);
        taken.set(item.number());
        atHand += item.item() == null ? 0 : item.bytes();
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
        while (maySomethingGo(due) && nanos.getAsLong() - end <= 0) {
            letGo(waiting.firstKey());
        }
        if (progress().rests()) {
            lastReleased = null;
        }
    }

    private boolean maySomethingGo(Progress due) {
        return !waiting.isEmpty() && (isDue(waiting.firstKey(), due) || waiting.size() > settings.maxBuffered());
    }

    private void letGo(Bytes place) {
        Waiting first = Objects.requireNonNull(waiting.remove(place));
        Item item = first.item();
        if (item == null) {
            item = stored(Objects.requireNonNull(store.get(key(first.number()))));
        } else {
            atHand -= first.bytes();
        }
        store.put(key(first.number()), null); // deleting would read it first
        taken.clear(first.number());
        lastReleased = place;
        release.inOrder(item);
    }

    private Item stored(byte[] bytes) {
        try {
            return (Item) SequencedSerde.decode(bytes);
        } catch (SerializationException e) { // nobody else writes to the store
            throw new OtherFormException("the store " + store.name(), e);
        }
    }

    private static Bytes key(int number) {
        return Bytes.wrap(ByteBuffer.allocate(Integer.BYTES).putInt(number).array());
    }

    private static int number(Bytes key) {
        return ByteBuffer.wrap(key.get()).getInt();
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
