package newsloom.cleaner.dedupe;

import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * A sorted store of bytes, as little of it as the index needs: RocksDB in the topology, {@link MemoryKeyValues} offline and in
 * tests. Keys compare as unsigned bytes, shorter first.
 */
public interface KeyValues {
    byte @Nullable [] get(byte[] key);

    void put(byte[] key, byte[] value);

    /** Does nothing where there is no such key. */
    void delete(byte[] key);

    /** Deletes keys smaller than {@code end}, smallest first, at most {@code max} of them; returns how many. */
    int deleteBelow(byte[] end, int max);

    /** Looks at the next {@code entries} in the order of their keys, going round, and deletes those with such a value; returns how many. Begins anywhere after a restart. */
    int sweep(int entries, Predicate<byte[]> isForgotten);
}
