package newsloom.aggregator.story.state;

import java.util.concurrent.atomic.AtomicInteger;

/** A part of the heap for all tasks of a process together, an equal share for each that is open. Thread-safe. */
public final class HeapShare {
    private final long bytes;
    private final AtomicInteger tasks = new AtomicInteger();

    /** So many bytes for all together. */
    public HeapShare(long bytes) {
        this.bytes = bytes;
    }

    void join() {
        tasks.incrementAndGet();
    }

    void leave() {
        tasks.decrementAndGet();
    }

    /** Bytes of each; less as soon as another one has joined. */
    long bytes() {
        return bytes / Math.max(1, tasks.get());
    }
}
