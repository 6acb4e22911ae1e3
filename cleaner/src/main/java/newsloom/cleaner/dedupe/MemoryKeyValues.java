package newsloom.cleaner.dedupe;

import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.function.BiPredicate;
import org.jspecify.annotations.Nullable;

/** {@link KeyValues} on the heap; for one thread. */
public final class MemoryKeyValues implements KeyValues {
    private final TreeMap<byte[], byte[]> entries = new TreeMap<>(Arrays::compareUnsigned);
    private long bytes;
    private byte @Nullable [] swept;

    @Override
    public byte @Nullable [] get(byte[] key) {
        return entries.get(key);
    }

    @Override
    public void put(byte[] key, byte[] value) {
        byte[] old = entries.put(key, value);
        bytes += value.length + (old == null ? key.length : -old.length);
    }

    @Override
    public void putAll(List<Entry> more) {
        more.forEach(entry -> put(entry.key(), entry.value()));
    }

    @Override
    public void delete(byte[] key) {
        byte[] old = entries.remove(key);
        bytes -= old == null ? 0 : key.length + old.length;
    }

    @Override
    public int deleteBelow(byte[] end, int max) {
        int deleted = 0;
        while (deleted < max && !entries.isEmpty() && Arrays.compareUnsigned(entries.firstKey(), end) < 0) {
            var first = entries.pollFirstEntry();
            bytes -= first.getKey().length + first.getValue().length;
            deleted++;
        }
        return deleted;
    }

    @Override
    public void forEach(BiConsumer<byte[], byte[]> entry) {
        entries.forEach(entry);
    }

    @Override
    public Swept sweep(int entries, BiPredicate<byte[], byte[]> isForgotten) {
        int deleted = 0;
        for (int left = entries; left > 0; left--) {
            var next = swept == null ? this.entries.firstEntry() : this.entries.higherEntry(swept);
            swept = next == null ? null : next.getKey();
            if (next == null) {
                return new Swept(deleted, true);
            }
            if (isForgotten.test(next.getKey(), next.getValue())) {
                delete(next.getKey());
                deleted++;
            }
        }
        return new Swept(deleted, false);
    }

    public int size() {
        return entries.size();
    }

    /** Bytes of all keys and values. */
    public long bytes() {
        return bytes;
    }
}
