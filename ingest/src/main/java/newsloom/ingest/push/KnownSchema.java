package newsloom.ingest.push;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import newsloom.ingest.kafka.PageRecords;
import org.apache.kafka.common.KafkaException;

/**
 * Whether the registry has told the schema of pages, which it is asked for on a thread of its own until it does. No request waits for it,
 * and once it has answered nobody needs it any more. Thread-safe.
 */
final class KnownSchema implements AutoCloseable {
    private final PageRecords records;
    private final CountDownLatch known = new CountDownLatch(1);
    private final CountDownLatch closed = new CountDownLatch(1);
    private final Thread thread = new Thread(this::ask, "push-schema");
    private volatile String problem = "the schema registry has not answered yet";

    private KnownSchema(PageRecords records) {
        this.records = records;
    }

    /** Begins to ask, and gives the registry this long before the first request may come. */
    static KnownSchema ask(PageRecords records, Duration patience) {
        var schema = new KnownSchema(records);
        schema.thread.setDaemon(true);
        schema.thread.start();
        try {
            var unused = schema.known.await(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return schema;
    }

    boolean isKnown() {
        return known.getCount() == 0;
    }

    /** Why it is not known, for a person. */
    String problem() {
        return problem;
    }

    @Override
    public void close() {
        closed.countDown();
        thread.interrupt();
    }

    private void ask() {
        try {
            do {
                try {
                    records.askForSchema();
                    known.countDown();
                } catch (KafkaException e) {
                    problem = String.valueOf(e.getMessage());
                }
            } while (!isKnown() && !closed.await(1, TimeUnit.SECONDS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
