package newsloom.ingest.push;

import java.time.Duration;
import java.util.function.LongSupplier;

/** Whether Kafka takes what it is given, however slowly: it is behind as long as it does, and away when it does not. Thread-safe. */
final class KafkaProgress {
    private final long patienceMillis;
    private final LongSupplier millis;
    private long unacknowledged;
    /** When the last record was acknowledged, or the first one began to wait. */
    private long lastStep;

    /** @param patience without an acknowledgement, while records wait for one, Kafka counts as away after that */
    KafkaProgress(Duration patience, LongSupplier millis) {
        this.patienceMillis = patience.toMillis();
        this.millis = millis;
    }

    synchronized void sent() {
        if (unacknowledged++ == 0) {
            lastStep = millis.getAsLong();
        }
    }

    /** Kafka has the record, or has refused it for good. */
    synchronized void ended(boolean acknowledged) {
        unacknowledged--;
        if (acknowledged) {
            lastStep = millis.getAsLong();
        }
    }

    /** Nothing waits, or something was acknowledged within the patience. */
    synchronized boolean goesOn() {
        return unacknowledged == 0 || millis.getAsLong() - lastStep < patienceMillis;
    }
}
