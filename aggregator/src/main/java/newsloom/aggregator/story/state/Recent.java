package newsloom.aggregator.story.state;

import java.util.LinkedHashMap;
import java.util.function.Function;
import java.util.function.LongSupplier;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;

/**
 * The values used last, also those that are not there, in front of a store that is slow to ask. Whoever writes the store writes here,
 * too, so it never says anything else than the store. Not thread-safe.
 */
final class Recent<K, V> {
    private static final int FIRST_SLOTS = 1_024;
    private static final float LOAD = 0.75f;
    /** Bytes of an entry beside its value: entry, key, holder and their headers. */
    private static final int ENTRY_BYTES = 150;

    private final LinkedHashMap<K, Holder<V>> values = new LinkedHashMap<>(FIRST_SLOTS, LOAD, true);
    private final LongSupplier maxBytes;
    private final ToIntFunction<V> size;
    private long bytes;

    private record Holder<V>(@Nullable V value, int bytes) {}

    /**
     * Nothing kept yet.
     *
     * @param maxBytes of all values together, more or less; asked with each that is put
     * @param size bytes of a value, more or less
     */
    Recent(LongSupplier maxBytes, ToIntFunction<V> size) {
        this.maxBytes = maxBytes;
        this.size = size;
    }

    @Nullable
    V get(K key, Function<K, @Nullable V> store) {
        Holder<V> known = values.get(key);
        if (known != null) {
            return known.value;
        }
        V value = store.apply(key);
        put(key, value);
        return value;
    }

    void put(K key, @Nullable V value) {
        var holder = new Holder<>(value, ENTRY_BYTES + (value == null ? 0 : size.applyAsInt(value)));
        Holder<V> before = values.put(key, holder);
        bytes += holder.bytes - (before == null ? 0 : before.bytes);
        var eldest = values.values().iterator();
        long most = maxBytes.getAsLong();
        while (bytes > most && eldest.hasNext()) {
            bytes -= eldest.next().bytes;
            eldest.remove();
        }
    }

    void clear() {
        values.clear();
        bytes = 0;
    }
}
