package newsloom.benchmarks.dedupe;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.processor.StateStore;
import org.apache.kafka.streams.processor.StateStoreContext;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/**
 * A store that counts what its changelog would get. Where it has a cache, as Kafka Streams puts before a store, which needs a running task, what is put several times between two commits is written once; a cached store
 * is not looked into by ranges. Not thread-safe.
 */
final class CommittedStore implements KeyValueStore<Bytes, byte[]> {
    private final KeyValueStore<Bytes, byte[]> store;
    private final boolean cached;
    private final Map<Bytes, Optional<byte[]>> uncommitted = new HashMap<>();
    private long records;
    private long bytes;

    CommittedStore(KeyValueStore<Bytes, byte[]> store, boolean cached) {
        this.store = store;
        this.cached = cached;
    }

    long records() {
        return records;
    }

    /** Of keys and values. */
    long bytes() {
        return bytes;
    }

    void commit() {
        uncommitted.forEach((key, value) -> write(key, value.orElse(null)));
        uncommitted.clear();
    }

    private void write(Bytes key, byte @Nullable [] value) {
        counted(key, value);
        store.put(key, value);
    }

    private void counted(Bytes key, byte @Nullable [] value) {
        records++;
        bytes += key.get().length + (value == null ? 0 : value.length);
    }

    @Override
    public byte @Nullable [] get(Bytes key) {
        Optional<byte[]> value = uncommitted.get(key);
        return value == null ? store.get(key) : value.orElse(null);
    }

    @Override
    public void put(Bytes key, byte @Nullable [] value) {
        if (cached) {
            uncommitted.put(key, Optional.ofNullable(value));
        } else {
            write(key, value);
        }
    }

    @Override
    public void putAll(List<KeyValue<Bytes, byte[]>> entries) {
        if (cached) {
            entries.forEach(entry -> put(entry.key, entry.value));
        } else {
            entries.forEach(entry -> counted(entry.key, entry.value));
            store.putAll(entries);
        }
    }

    @Override
    public byte @Nullable [] putIfAbsent(Bytes key, byte[] value) {
        byte[] old = get(key);
        if (old == null) {
            put(key, value);
        }
        return old;
    }

    @Override
    public byte @Nullable [] delete(Bytes key) {
        byte[] old = get(key);
        put(key, null);
        return old;
    }

    @Override
    public KeyValueIterator<Bytes, byte[]> range(@Nullable Bytes from, @Nullable Bytes to) {
        return store.range(from, to);
    }

    @Override
    public KeyValueIterator<Bytes, byte[]> all() {
        return store.all();
    }

    @Override
    public long approximateNumEntries() {
        return store.approximateNumEntries();
    }

    @Override
    public String name() {
        return store.name();
    }

    @Override
    public void init(StateStoreContext context, StateStore root) {
        store.init(context, root);
    }

    @Override
    public void close() {
        store.close();
    }

    @Override
    public boolean persistent() {
        return store.persistent();
    }

    @Override
    public boolean isOpen() {
        return store.isOpen();
    }
}
