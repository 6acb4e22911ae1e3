package newsloom.aggregator.story.state;

import java.util.Arrays;
import java.util.List;

/**
 * Keys of a store of which the first are asked for, and removed, again and again. A look begins where the one before found the first key: what was deleted
 * since the beginning still lies in the store for a while, and going over it costs more than all the rest. Nobody else may put keys among them.
 */
final class KeyOrder {
    private static final byte[] NOTHING = new byte[0];

    private final ByteStore store;
    /** No key is before it. */
    private byte[] from;

    KeyOrder(ByteStore store, byte[] begin) {
        this.store = store;
        this.from = begin;
    }

    void put(byte[] key) {
        store.put(key, NOTHING);
        if (Arrays.compareUnsigned(key, from) < 0) {
            from = key;
        }
    }

    void delete(byte[] key) {
        store.delete(key);
    }

    /** The first keys before {@code end}, at most {@code limit}. */
    List<byte[]> first(byte[] end, int limit) {
        if (Arrays.compareUnsigned(end, from) <= 0) {
            return List.of();
        }
        List<byte[]> first = store.keys(from, end, limit);
        from = first.isEmpty() ? end : first.get(0);
        return first;
    }
}
