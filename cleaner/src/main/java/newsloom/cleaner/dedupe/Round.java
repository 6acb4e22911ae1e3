package newsloom.cleaner.dedupe;

import java.util.function.Predicate;

/** Going round a store to delete what is forgotten: two entries for each that is filed, so that a round takes as long as half of the store takes to fill, however much comes. For one thread. */
final class Round {
    private static final int LOOKED_AT_FOR_EACH = 2;
    private static final int MOST_DUE = 1 << 20;

    private final KeyValues store;
    private int due;

    Round(KeyValues store) {
        this.store = store;
    }

    void filed() {
        due += LOOKED_AT_FOR_EACH;
    }

    /** Looks at what is due, at most {@code max} entries; the rest stays due. Returns how many it has deleted. */
    int goOn(int max, Predicate<byte[]> isForgotten) {
        int entries = Math.min(max, due);
        due = Math.min(MOST_DUE, due - entries);
        return store.sweep(entries, isForgotten);
    }
}
