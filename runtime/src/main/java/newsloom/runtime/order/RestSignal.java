package newsloom.runtime.order;

/** Whether the input of a service rests. Thread-safe and cheap: asked from every task many times a second. */
@FunctionalInterface
public interface RestSignal {

    /**
     * Whether nothing is left to read in a partition of the service's input topics and nothing is expected.
     *
     * @param lastRecordNanos {@link System#nanoTime()} when the asker last got a record; only what was observed after that counts
     */
    boolean rests(int partition, long lastRecordNanos);
}
