package newsloom.cleaner.dedupe;

import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.BiPredicate;
import org.jspecify.annotations.Nullable;

/**
 * A sorted store of bytes, as little of it as the index needs: RocksDB in the topology, {@link MemoryKeyValues} offline and in
 * tests. Keys compare as unsigned bytes, shorter first.
 */
public interface KeyValues {

    /** Not copied: nobody may change them. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Entry(byte[] key, byte[] value) {}

    /**
     * What a look at a part of the store came to.
     *
     * @param toTheEnd whether it reached the last key: the next look begins with the first one
     */
    record Swept(int deleted, boolean toTheEnd) {}

    byte @Nullable [] get(byte[] key);

    void put(byte[] key, byte[] value);

    /** All of them; cheaper than each alone. */
    void putAll(List<Entry> entries);

    /** Does nothing where there is no such key. */
    void delete(byte[] key);

    /** Deletes keys smaller than {@code end}, smallest first, at most {@code max} of them; returns how many. */
    int deleteBelow(byte[] end, int max);

    /** Shows all, in the order of their keys. */
    void forEach(BiConsumer<byte[], byte[]> entry);

    /** Looks at the next {@code entries} in the order of their keys, up to the last at most, and deletes those of which that holds. After a restart it begins with the first. */
    Swept sweep(int entries, BiPredicate<byte[], byte[]> isForgotten);
}
