package newsloom.cleaner;

import java.util.function.LongConsumer;

/** Says now and then up to which time a store may forget, see {@link LowWater}. Not thread-safe. */
final class Forgetting {

    private static final int ITEMS_BETWEEN = 100;

    private final LowWater lowWater = new LowWater();
    private int items;

    /** After an item of that time; at every 100th {@code forget} is told what counts as now. */
    void after(long timeMs, LongConsumer forget) {
        lowWater.see(timeMs);
        if (++items % ITEMS_BETWEEN == 0) {
            forget.accept(lowWater.lowest());
        }
    }
}
