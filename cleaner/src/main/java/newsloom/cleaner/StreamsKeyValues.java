package newsloom.cleaner;

import java.util.ArrayList;
import java.util.function.Predicate;
import newsloom.cleaner.dedupe.KeyValues;
import org.apache.kafka.common.utils.Bytes;
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
        Bytes bytes = Bytes.wrap(key);
        if (firstKept != null && bytes.compareTo(firstKept) < 0) {
            firstKept = bytes;
        }
        store.put(bytes, value);
    }

    @Override
    public void delete(byte[] key) {
        delete(Bytes.wrap(key));
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
        found.forEach(this::delete);
        return found.size();
    }

    @Override
    public int sweep(int entries, Predicate<byte[]> isForgotten) {
        var found = sweep.next(entries, (key, value) -> isForgotten.test(value));
        found.forEach(this::delete);
        return found.size();
    }

    /** Not by {@link KeyValueStore#delete}, which reads the value first to return it. */
    private void delete(Bytes key) {
        store.put(key, null);
    }
}
