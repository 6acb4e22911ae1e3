package newsloom.aggregator.story;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The values used last, also those that are not there, in front of a store that is slow to ask. Whoever writes the store writes here,
 * too, so it never says anything else than the store. Not thread-safe.
 */
final class Recent<K, V> {
    private static final float LOAD = 0.75f;

    private final Map<K, Holder<V>> values;

    private record Holder<V>(@Nullable V value) {}

    /** @param max values kept */
    Recent(int max) {
        this.values = new LinkedHashMap<>(max / 2, LOAD, true) {
            @Override
            protected boolean removeEldestEntry(Map.Entry<K, Holder<V>> eldest) {
                return size() > max;
            }
        };
    }

    @Nullable
    V get(K key, Function<K, @Nullable V> store) {
        Holder<V> known = values.get(key);
        if (known != null) {
            return known.value;
        }
        V value = store.apply(key);
        values.put(key, new Holder<>(value));
        return value;
    }

    void put(K key, @Nullable V value) {
        values.put(key, new Holder<>(value));
    }
}
