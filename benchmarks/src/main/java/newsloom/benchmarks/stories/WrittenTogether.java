package newsloom.benchmarks.stories;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import newsloom.aggregator.story.ByteStore;
import org.jspecify.annotations.Nullable;

/**
 * Writes what was put several times only once, as the cache of a Kafka Streams store does, which needs a running task: at every look at a range
 * of keys, and so with every sixteenth article. The service writes at every commit.
 */
final class WrittenTogether implements ByteStore {
    private final ByteStore store;
    private final TreeMap<byte[], Optional<byte[]>> waiting = new TreeMap<>(Arrays::compareUnsigned);

    WrittenTogether(ByteStore store) {
        this.store = store;
    }

    @Override
    public byte @Nullable [] get(byte[] key) {
        Optional<byte[]> value = waiting.get(key);
        return value == null ? store.get(key) : value.orElse(null);
    }

    @Override
    public void put(byte[] key, byte[] value) {
        waiting.put(key, Optional.of(value));
    }

    @Override
    public void delete(byte[] key) {
        waiting.put(key, Optional.empty());
    }

    @Override
    public List<byte[]> keys(byte[] from, byte[] to, int limit) {
        waiting.forEach((key, value) -> value.ifPresentOrElse(bytes -> store.put(key, bytes), () -> store.delete(key)));
        waiting.clear();
        return store.keys(from, to, limit);
    }
}
