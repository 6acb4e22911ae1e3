package newsloom.ingest.push;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** Bytes of pages on their way to Kafka, of all requests together, with a bound. Thread-safe. */
final class HeldBytes {
    private static final int UNIT = 1024;

    private final int units;
    private final Semaphore free;

    HeldBytes(long most) {
        units = (int) (most / UNIT);
        free = new Semaphore(units, true);
    }

    /** How much is taken now. */
    long taken() {
        return (long) UNIT * (units - free.availablePermits());
    }

    /** Takes room for a page at once, or not at all. */
    boolean tryTake(int bytes) {
        return free.tryAcquire(units(bytes));
    }

    /** Takes room for a page as soon as there is some; false where there is none in that time. */
    boolean take(int bytes, Duration patience) throws InterruptedException {
        return free.tryAcquire(units(bytes), patience.toMillis(), TimeUnit.MILLISECONDS);
    }

    void giveBack(int bytes) {
        free.release(units(bytes));
    }

    /** Nothing is left for another page of the usual size. */
    boolean isFull() {
        return free.availablePermits() < units(128 * UNIT);
    }

    private static int units(int bytes) {
        return 1 + bytes / UNIT;
    }
}
