package newsloom.cleaner;

import java.util.ArrayList;
import newsloom.cleaner.dedupe.KeyValues;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/** A Kafka Streams store as the duplicate index sees it. Not thread-safe. */
record StreamsKeyValues(KeyValueStore<Bytes, byte[]> store) implements KeyValues {

    @Override
    public byte @Nullable [] get(byte[] key) {
        return store.get(Bytes.wrap(key));
    }

    @Override
    public void put(byte[] key, byte[] value) {
        store.put(Bytes.wrap(key), value);
    }

    @Override
    public int deleteBelow(byte[] end, int max) {
        var found = new ArrayList<Bytes>();
        Bytes last = Bytes.wrap(end);
        try (KeyValueIterator<Bytes, byte[]> entries = store.range(null, last)) {
            while (found.size() < max && entries.hasNext()) {
                Bytes key = entries.next().key;
                if (key.compareTo(last) < 0) {
                    found.add(key);
                }
            }
        }
        found.forEach(store::delete);
        return found.size();
    }
}
