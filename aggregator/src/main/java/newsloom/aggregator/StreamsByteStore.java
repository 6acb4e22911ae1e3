package newsloom.aggregator;

import java.util.ArrayList;
import java.util.List;
import newsloom.aggregator.story.state.ByteStore;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/** A Kafka Streams store as the story index sees it. Not thread-safe. */
public record StreamsByteStore(KeyValueStore<Bytes, byte[]> store) implements ByteStore {

    @Override
    public byte @Nullable [] get(byte[] key) {
        return store.get(Bytes.wrap(key));
    }

    @Override
    public void put(byte[] key, byte[] value) {
        store.put(Bytes.wrap(key), value);
    }

    @Override
    public void delete(byte[] key) {
        store.put(Bytes.wrap(key), null); // deleting would read it first
    }

    @Override
    public List<byte[]> keys(byte[] from, byte[] to, int limit) {
        var keys = new ArrayList<byte[]>();
        Bytes end = Bytes.wrap(to);
        try (KeyValueIterator<Bytes, byte[]> entries = store.range(Bytes.wrap(from), end)) {
            while (keys.size() < limit && entries.hasNext()) {
                Bytes key = entries.next().key;
                if (key.compareTo(end) < 0) {
                    keys.add(key.get());
                }
            }
        }
        return keys;
    }
}
