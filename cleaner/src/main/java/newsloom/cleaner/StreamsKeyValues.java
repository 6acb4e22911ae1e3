package newsloom.cleaner;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.BiPredicate;
import newsloom.cleaner.dedupe.KeyValues;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/** A Kafka Streams store as the duplicate index sees it. Not thread-safe. */
public final class StreamsKeyValues implements KeyValues {

    private final KeyValueStore<Bytes, byte[]> store;
    private final Sweep sweep;

    /** Where the next deletion begins to look: RocksDB walks over what has been deleted until it is compacted. */
    private @Nullable Bytes firstKept;

    public StreamsKeyValues(KeyValueStore<Bytes, byte[]> store) {
        this.store = store;
        this.sweep = new Sweep(store);
    }

    @Override
    public byte @Nullable [] get(byte[] key) {
        return store.get(Bytes.wrap(key));
    }

    @Override
    public void put(byte[] key, byte[] value) {
        store.put(kept(key), value);
    }

    @Override
    public void putAll(List<Entry> entries) {
        store.putAll(entries.stream()
                .map(entry -> KeyValue.pair(kept(entry.key()), entry.value()))
                .toList());
    }

    private Bytes kept(byte[] key) {
        Bytes bytes = Bytes.wrap(key);
        if (firstKept != null && bytes.compareTo(firstKept) < 0) {
            firstKept = bytes;
        }
        return bytes;
    }

    @Override
    public void delete(byte[] key) {
        store.put(Bytes.wrap(key), null); // deleting would read it first
    }

    @Override
    public int deleteBelow(byte[] end, int max) {
        Bytes last = Bytes.wrap(end);
        if (max <= 0 || (firstKept != null && firstKept.compareTo(last) >= 0)) {
            return 0;
        }
        var found = new ArrayList<Bytes>();
        try (KeyValueIterator<Bytes, byte[]> entries = store.range(firstKept, last)) {
            while (found.size() < max && entries.hasNext()) {
                Bytes key = entries.next().key;
                if (key.compareTo(last) < 0) {
                    found.add(key);
                }
            }
            firstKept = entries.hasNext() ? entries.next().key : last;
        }
        delete(found);
        return found.size();
    }

    @Override
    public void forEach(BiConsumer<byte[], byte[]> entry) {
        try (KeyValueIterator<Bytes, byte[]> entries = store.all()) {
            entries.forEachRemaining(each -> entry.accept(each.key.get(), each.value));
        }
    }

    @Override
    public Swept sweep(int entries, BiPredicate<byte[], byte[]> isForgotten) {
        var found = sweep.next(entries, (key, value) -> isForgotten.test(key.get(), value));
        delete(found);
        return new Swept(found.size(), entries > 0 && sweep.isAtTheEnd());
    }

    private void delete(List<Bytes> keys) {
        store.putAll(keys.stream()
                .map(key -> KeyValue.<Bytes, byte[]>pair(key, null))
                .toList());
    }
}
