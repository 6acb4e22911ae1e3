package newsloom.runtime.order;

import java.util.Optional;

/** Whether the input of a service rests. Thread-safe and cheap: asked from every task many times a second. */
@FunctionalInterface
public interface RestSignal {

    /**
     * What the input held when a look at it began that found nothing left to read in one of its partitions, and nothing expected. Empty where that is not so.
     *
     * @param input number of the partition, see {@link InputPartitions}
     * @param lastRecordNanos {@link System#nanoTime()} when the asker last got a record; only what was observed after that counts
     */
    Optional<Cut> rest(int input, long lastRecordNanos);
}
