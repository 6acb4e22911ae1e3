package newsloom.cleaner.dedupe;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.BiPredicate;
import org.jspecify.annotations.Nullable;

/** {@link KeyValues} on the heap that go back to what was committed, as a store of a task does after a crash. For one thread. */
final class RestorableKeyValues implements KeyValues {
    private final MemoryKeyValues store = new MemoryKeyValues();
    private final Deque<Before> changes = new ArrayDeque<>();

    private record Before(byte[] key, byte @Nullable [] value) {}

    void commit() {
        changes.clear();
    }

    void rollBack() {
        while (!changes.isEmpty()) {
            var before = changes.pop();
            if (before.value() == null) {
                store.delete(before.key());
            } else {
                store.put(before.key(), before.value());
            }
        }
    }

    int size() {
        return store.size();
    }

    @Override
    public byte @Nullable [] get(byte[] key) {
        return store.get(key);
    }

    @Override
    public void put(byte[] key, byte[] value) {
        changes.push(new Before(key, store.get(key)));
        store.put(key, value);
    }

    @Override
    public void putAll(List<Entry> entries) {
        entries.forEach(entry -> put(entry.key(), entry.value()));
    }

    @Override
    public void delete(byte[] key) {
        changes.push(new Before(key, store.get(key)));
        store.delete(key);
    }

    @Override
    public int deleteBelow(byte[] end, int max) {
        throw new UnsupportedOperationException("nothing is forgotten in this test");
    }

    @Override
    public void forEach(BiConsumer<byte[], byte[]> entry) {
        store.forEach(entry);
    }

    @Override
    public Swept sweep(int entries, BiPredicate<byte[], byte[]> isForgotten) {
        throw new UnsupportedOperationException("nothing is forgotten in this test");
    }
}
