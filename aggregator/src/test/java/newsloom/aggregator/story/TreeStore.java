package newsloom.aggregator.story;

import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;
import newsloom.aggregator.story.state.ByteStore;
import org.jspecify.annotations.Nullable;

/** Stands in for the store of a task. */
public final class TreeStore implements ByteStore {
    private final TreeMap<byte[], byte[]> entries = new TreeMap<>(Arrays::compareUnsigned);

    @Override
    public byte @Nullable [] get(byte[] key) {
        return entries.get(key);
    }

    @Override
    public void put(byte[] key, byte[] value) {
        entries.put(key, value);
    }

    @Override
    public void delete(byte[] key) {
        entries.remove(key);
    }

    @Override
    public List<byte[]> keys(byte[] from, byte[] to, int limit) {
        return entries.subMap(from, to).keySet().stream().limit(limit).toList();
    }
}
