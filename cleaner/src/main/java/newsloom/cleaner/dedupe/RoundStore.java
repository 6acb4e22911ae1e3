package newsloom.cleaner.dedupe;

import java.util.List;
import java.util.function.Predicate;
import newsloom.cleaner.dedupe.KeyValues.Entry;
import org.jspecify.annotations.Nullable;

/**
 * A store that one goes round in, to delete what is forgotten: two entries for each that is filed, so that a round takes as long as half of the store takes to fill, however much comes.
 *
 * <p>On the way the keys are noted in a {@link KeyFilter}, so that most of those that are not there need not be looked for: every miss costs an exception in RocksDB's Java binding. After a start a filter is complete, and used, once
 * the first round is; that one goes faster. The store remains the truth, and answers do not depend on the filter. Keys of up to 8 bytes; for one thread.
 */
final class RoundStore {
    private static final int LOOKED_AT_FOR_EACH = 2;
    private static final int LOOKED_AT_AT_FIRST = 16;
    private static final int MOST_DUE = 1 << 20;

    private final KeyValues store;
    private @Nullable KeyFilter known; // every key of the store
    private KeyFilter passed = new KeyFilter(0); // every key that this round has passed, or that was put since it began
    private int due;

    RoundStore(KeyValues store) {
        this.store = store;
    }

    byte @Nullable [] get(byte[] key) {
        return known != null && !known.mayHold(key) ? null : store.get(key);
    }

    void put(byte[] key, byte[] value) {
        filed(key);
        store.put(key, value);
    }

    void putAll(List<Entry> entries) {
        entries.forEach(entry -> filed(entry.key()));
        store.putAll(entries);
    }

    private void filed(byte[] key) {
        passed.add(key);
        if (known != null) {
            known.add(key);
        }
        due += known == null ? LOOKED_AT_AT_FIRST : LOOKED_AT_FOR_EACH;
    }

    /** Looks at what is due, at most {@code max} entries; the rest stays due. Returns how many it has deleted. */
    int goOn(int max, Predicate<byte[]> isForgotten) {
        int entries = Math.min(max, due);
        due = Math.min(MOST_DUE, due - entries);
        var swept = store.sweep(entries, (key, value) -> isForgotten.test(value) || !passes(key));
        if (swept.toTheEnd()) {
            known = passed;
            passed = new KeyFilter(passed.keys() + passed.keys() / 2);
        }
        return swept.deleted();
    }

    private boolean passes(byte[] key) {
        passed.add(key);
        return true;
    }
}
