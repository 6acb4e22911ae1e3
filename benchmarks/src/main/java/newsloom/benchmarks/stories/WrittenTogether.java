package newsloom.benchmarks.stories;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import newsloom.aggregator.story.state.ByteStore;
import org.jspecify.annotations.Nullable;

/**
 * Writes what was put several times only once, as the cache of a Kafka Streams store does, which needs a running task: at every look at a range
 * of keys, and so with every sixty-fourth article. The service writes at every commit. What is written would go to the changelog: it is counted, by the letter that
 * a key has after its language.
 */
final class WrittenTogether implements ByteStore {
    private final ByteStore store;
    private final TreeMap<byte[], Optional<byte[]>> waiting = new TreeMap<>(Arrays::compareUnsigned);
    private final Map<Character, Written> written = new TreeMap<>();

    /** @param bytes of keys and values */
    record Written(long records, long bytes) {
        static final Written NOTHING = new Written(0, 0);

        Written plus(Written more) {
            return new Written(records + more.records, bytes + more.bytes);
        }
    }

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
        waiting.forEach(this::write);
        waiting.clear();
        return store.keys(from, to, limit);
    }

    private void write(byte[] key, Optional<byte[]> value) {
        value.ifPresentOrElse(bytes -> store.put(key, bytes), () -> store.delete(key));
        int length = key.length + value.map(bytes -> bytes.length).orElse(0);
        written.merge(kind(key), new Written(1, length), Written::plus);
    }

    private static char kind(byte[] key) {
        int at = 0;
        while (key[at] != 0) {
            at++;
        }
        return (char) key[at + 1];
    }

    /** What was written so far, by kind of key. */
    Map<Character, Written> written() {
        return written;
    }
}
