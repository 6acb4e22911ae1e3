package newsloom.ingest.push;

import java.io.IOException;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import newsloom.ingest.json.JsonLinesSource;
import newsloom.ingest.kafka.PageRecords;
import newsloom.ingest.page.PageSource;
import newsloom.ingest.page.SourceItem;
import newsloom.ingest.page.SourcePage;
import newsloom.ingest.page.Unread;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.jspecify.annotations.Nullable;

/**
 * Takes the pages of requests to Kafka. The pages of a small request are held until it is read to its end, so that one that breaks off
 * leaves nothing behind; a request over {@value #HOLD_BYTES} bytes is sent as it comes. Thread-safe.
 */
final class PageIntake {
    private static final int HOLD_BYTES = 8 << 20;

    private final Producer<byte[], byte[]> producer;
    private final PageRecords records;
    private final HeldBytes held;
    private final PushSettings settings;
    private final Clock clock;

    /** @param producer idempotent, without transactions */
    PageIntake(Producer<byte[], byte[]> producer, PageRecords records, PushSettings settings, Clock clock) {
        this.producer = producer;
        this.records = records;
        this.settings = settings;
        this.clock = clock;
        this.held = new HeldBytes(settings.maxHeldBytes());
    }

    /** Kafka is behind: no request should begin now. */
    boolean isBehind() {
        return held.isFull();
    }

    /**
     * Reads a request to its end, or to where it cannot go on, and waits until Kafka has acknowledged or refused what was sent of it.
     *
     * @throws IOException if the client breaks off or is too slow, or sends too much; what is held is dropped
     * @throws InterruptedException if the server stops
     */
    Answer take(PageSource source) throws IOException, InterruptedException {
        var request = new Request();
        try {
            request.read(source);
            request.send();
        } catch (KafkaException e) { // the registry's, too
            request.answer.brokenOff(request.number(source), 503, "kafka", String.valueOf(e.getMessage()));
        } finally {
            request.drop();
        }
        request.answer.await(settings.patience().toMillis(), clock::millis);
        return request.answer;
    }

    /** A page that has room and waits to be sent. */
    private record Waiting(ProducerRecord<byte[], byte[]> record, int bytes, CompletableFuture<Void> sent) {}

    /** State of one request. */
    private final class Request {
        private final Answer answer = new Answer();
        private final Deque<Waiting> waiting = new ArrayDeque<>();
        private int waitingBytes;
        private long pages;

        void read(PageSource source) throws IOException, InterruptedException {
            for (Optional<SourceItem> item = source.next(); item.isPresent(); item = source.next()) {
                pages++;
                if (answer.pages() >= settings.maxRequestPages()) {
                    answer.brokenOff(number(source), 413, "too-many-pages", "at most " + settings.maxRequestPages());
                    return;
                }
                if (item.get() instanceof Unread unread) {
                    answer.refused(number(source), unread.reason().code(), unread.detail());
                } else if (item.get() instanceof SourcePage page && !hold(page, number(source))) {
                    answer.brokenOff(number(source), 429, "kafka-is-behind", "");
                    return;
                }
            }
        }

        long number(PageSource source) {
            return source instanceof JsonLinesSource lines ? lines.lineNumber() : pages;
        }

        /** False where there is no room for it in time. */
        private boolean hold(SourcePage page, long number) throws InterruptedException {
            PageRecords.Made made = records.make(page, clock.instant());
            int bytes = made.record().value().length;
            if (!held.tryTake(bytes)) {
                send(); // what this request holds itself may be what is missing
                if (!held.take(bytes, settings.patience())) {
                    return false;
                }
            }
            var next = new Waiting(made.record(), bytes, new CompletableFuture<>());
            answer.sent(number, made.key(), next.sent());
            waiting.add(next);
            waitingBytes += bytes;
            if (waitingBytes > HOLD_BYTES) {
                send();
            }
            return true;
        }

        /** Sends what waits; the room comes back with the acknowledgement. */
        void send() {
            while (!waiting.isEmpty()) {
                Waiting next = waiting.element();
                var unused = producer.send(next.record(), (metadata, failure) -> acknowledged(next, failure));
                waiting.remove();
            }
            waitingBytes = 0;
        }

        private void acknowledged(Waiting page, @Nullable Exception failure) {
            held.giveBack(page.bytes());
            if (failure == null) {
                page.sent().complete(null);
            } else {
                page.sent().completeExceptionally(failure);
            }
        }

        /** Gives back what was never sent. */
        void drop() {
            waiting.forEach(page -> acknowledged(page, new KafkaException("the request broke off")));
            waiting.clear();
        }
    }
}
