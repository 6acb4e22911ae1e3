package newsloom.cleaner;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiPredicate;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/**
 * Goes round a store, a few entries at a call, and names those that are forgotten: a key-value store has no expiry of its own. Where it is after a restart does not matter. Not thread-safe.
 */
final class Sweep {

    static final int ENTRIES_A_CALL = 64;
    private static final int CALLS_BETWEEN = 32;

    private final KeyValueStore<Bytes, byte[]> store;
    private @Nullable Bytes next;
    private int calls;

    Sweep(KeyValueStore<Bytes, byte[]> store) {
        this.store = store;
    }

    /** At every 32nd call: the forgotten ones among the next 64 entries. */
    List<Bytes> forgotten(BiPredicate<Bytes, byte[]> isForgotten) {
        return ++calls % CALLS_BETWEEN == 0 ? next(ENTRIES_A_CALL, isForgotten) : List.of();
    }

    /** Whether the last call came to the end of the store: the next one begins again. */
    boolean isAtTheEnd() {
        return next == null;
    }

    /** At once: those among the next {@code count} entries, or up to the end of the store. */
    List<Bytes> next(int count, BiPredicate<Bytes, byte[]> isForgotten) {
        var found = new ArrayList<Bytes>();
        if (count == 0) {
            return found;
        }
        try (KeyValueIterator<Bytes, byte[]> entries = next == null ? store.all() : store.range(next, null)) {
            for (int n = 0; n < count && entries.hasNext(); n++) {
                KeyValue<Bytes, byte[]> entry = entries.next();
                if (isForgotten.test(entry.key, entry.value)) {
                    found.add(entry.key);
                }
            }
            next = entries.hasNext() ? entries.next().key : null;
        }
        return found;
    }
}
