package newsloom.ingest.push;

import io.micrometer.core.instrument.MeterRegistry;
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
    private final KafkaProgress progress;
    private final Repeats repeats = new Repeats();
    private final PushMeters meters;
    private final PushSettings settings;
    private final Clock clock;

    /** @param producer idempotent, without transactions */
    PageIntake(
            Producer<byte[], byte[]> producer,
            PageRecords records,
            PushSettings settings,
            Clock clock,
            MeterRegistry registry) {
        this.producer = producer;
        this.records = records;
        this.settings = settings;
        this.clock = clock;
        this.held = new HeldBytes(settings.maxHeldBytes());
        this.progress = new KafkaProgress(settings.kafkaPatience(), clock::millis);
        this.meters = new PushMeters(registry, held);
    }

    PushMeters meters() {
        return meters;
    }

    /** Too much waits for Kafka: no request should begin now. */
    boolean isFull() {
        return held.isFull();
    }

    /** Kafka takes what it is given, however slowly. */
    boolean kafkaGoesOn() {
        return progress.goesOn();
    }

    /**
     * Reads a request to its end, or to where it cannot go on, and waits until Kafka has acknowledged or refused what was sent of it.
     *
     * @param key that the client has given the request, so that its pages are known when they come again; null where it has not
     * @throws IOException if the client breaks off or is too slow, or sends too much; what is held is dropped
     * @throws InterruptedException if the server stops
     */
    Answer take(PageSource source, @Nullable String key) throws IOException, InterruptedException {
        var request = new Request(key);
        try {
            request.read(source);
            request.send();
        } catch (KafkaException e) { // the registry's, too
            request.answer.brokenOff(request.number(source), 503, "kafka", String.valueOf(e.getMessage()));
        } finally {
            request.drop();
        }
        request.answer.await(settings.kafkaPatience().toMillis(), clock::millis, progress::goesOn);
        count(request.answer);
        return request.answer;
    }

    private void count(Answer answer) {
        long accepted = answer.count("accepted");
        meters.pages("accepted", Math.max(0, accepted - answer.repeated()));
        meters.pages("repeated", Math.min(accepted, answer.repeated()));
        meters.pages("refused", answer.count("refused"));
        meters.pages("failed", answer.count("failed"));
    }

    /** A page that has room and waits to be sent. */
    private record Waiting(ProducerRecord<byte[], byte[]> record, int bytes, CompletableFuture<Void> sent) {}

    /** State of one request. */
    private final class Request {
        private final @Nullable String key;
        private final Answer answer = new Answer();
        private final Deque<Waiting> waiting = new ArrayDeque<>();
        private int waitingBytes;
        private long pages;

        Request(@Nullable String key) {
            this.key = key;
        }

        void read(PageSource source) throws IOException, InterruptedException {
            for (Optional<SourceItem> item = source.next(); item.isPresent(); item = source.next()) {
                pages++;
                if (answer.pages() >= settings.maxRequestPages()) {
                    answer.brokenOff(number(source), 413, "too-many-pages", "at most " + settings.maxRequestPages());
                    return;
                }
                if (item.get() instanceof Unread unread) {
                    unread(unread, number(source));
                } else if (item.get() instanceof SourcePage page && !hold(page, number(source))) {
                    boolean behind = progress.goesOn();
                    answer.brokenOff(number(source), behind ? 429 : 503, behind ? "kafka-is-behind" : "kafka", "");
                    return;
                }
            }
        }

        private void unread(Unread unread, long number) {
            if (unread.reason().isLoss()) {
                answer.refused(number, unread.reason().code(), unread.detail());
                meters.refused(unread.reason().code());
            } else {
                answer.passed(unread.tallyName());
                meters.pages("passed", 1);
            }
        }

        long number(PageSource source) {
            return source instanceof JsonLinesSource lines ? lines.lineNumber() : pages;
        }

        /** False where there is no room for it in time. */
        private boolean hold(SourcePage page, long number) throws InterruptedException {
            PageRecords.Made made = records.make(page, clock.instant());
            var sent = new CompletableFuture<Void>();
            var earlier = key == null ? null : repeats.claim(key, number, page, sent);
            if (earlier != null) {
                answer.repeated(number, made.key(), earlier);
                return true;
            }
            int bytes = made.record().value().length;
            if (!takeRoom(bytes)) {
                sent.completeExceptionally(new KafkaException("no room"));
                return false;
            }
            meters.remarks(made.remarks());
            answer.sent(number, made.key(), sent);
            waiting.add(new Waiting(made.record(), bytes, sent));
            waitingBytes += bytes;
            if (waitingBytes > HOLD_BYTES) {
                send();
            }
            return true;
        }

        private boolean takeRoom(int bytes) throws InterruptedException {
            if (held.tryTake(bytes)) {
                return true;
            }
            send(); // what this request holds itself may be what is missing
            return held.take(bytes, settings.patience());
        }

        /** Sends what waits; the room comes back with the acknowledgement. */
        void send() {
            while (!waiting.isEmpty()) {
                Waiting next = waiting.element();
                progress.sent();
                try {
                    var unused = producer.send(next.record(), (metadata, failure) -> {
                        progress.ended(failure == null);
                        acknowledged(next, failure);
                    });
                } catch (KafkaException e) {
                    progress.ended(false);
                    throw e;
                }
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
