package newsloom.app.deadletters;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import newsloom.app.settings.ClusterOptions;
import newsloom.contract.Topics;
import newsloom.runtime.streams.DeadLetter;
import org.apache.kafka.clients.consumer.ConsumerGroupMetadata;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/**
 * Sends dead letters back where they came from and notes them as done with, in one transaction: killed at any moment, each is replayed once or still open. A
 * dispatch shuts out those that began before it. One thread at a time.
 */
final class Dispatch implements AutoCloseable {
    private static final String ERRORS = "__streams.errors.";
    private static final Set<String> OURS = Set.of(DeadLetter.REPLAYED, DeadLetter.ORIGIN, DeadLetter.CUT);
    private static final String NAME = "newsloom-dlq";

    private final KafkaProducer<byte[], byte[]> producer;

    private final ConsumerGroupMetadata group;

    /** Until this returns, no letter may have been chosen: an earlier dispatch could still be at it. */
    Dispatch(ClusterOptions cluster) {
        var settings = new HashMap<String, Object>(cluster.passThrough().forProducers());
        settings.put("bootstrap.servers", cluster.bootstrapServers());
        settings.put("transactional.id", NAME);
        settings.put("acks", "all");
        settings.put("compression.type", "zstd"); // a page that was packed so on its way in must fit again
        settings.put("max.request.size", Topics.MAX_PAGE_RECORD_BYTES + (2 << 20));
        this.group = group(cluster.client());
        this.producer = new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer());
        producer.initTransactions();
    }

    /** The group without a member. */
    private static ConsumerGroupMetadata group(Map<String, Object> client) {
        client.put("group.id", DeadLetterBox.GROUP);
        try (var consumer = new KafkaConsumer<>(client, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            return consumer.groupMetadata();
        }
    }

    /**
     * One transaction.
     *
     * @param letters noted as done with
     * @param replay whether they are sent, too
     * @param handled what is done with already; brought up to date
     * @return letters that their topic takes no longer for their size; where there are any, none is sent and none noted
     */
    List<Letter> dispatch(List<Letter> letters, boolean replay, HandledLetters handled) {
        producer.beginTransaction();
        var tooLarge = replay ? send(letters) : List.<Letter>of();
        if (!tooLarge.isEmpty()) {
            producer.abortTransaction();
            return tooLarge;
        }
        for (var letter : letters) {
            handled.add(letter.position());
        }
        producer.sendOffsetsToTransaction(offsets(letters, handled), group);
        producer.commitTransaction();
        return List.of();
    }

    /** Returns those that were too large; what else a sending failed on, the commit throws. */
    @SuppressWarnings("FutureReturnValueIgnored") // the callback and the commit see how it ends
    private List<Letter> send(List<Letter> letters) {
        var tooLarge = new ConcurrentLinkedQueue<Letter>();
        for (var letter : letters) {
            producer.send(original(letter), (written, failure) -> {
                if (failure instanceof RecordTooLargeException) {
                    tooLarge.add(letter);
                }
            });
        }
        producer.flush();
        return List.copyOf(tooLarge);
    }

    private static Map<TopicPartition, OffsetAndMetadata> offsets(List<Letter> letters, HandledLetters handled) {
        var offsets = new HashMap<TopicPartition, OffsetAndMetadata>();
        for (var letter : letters) {
            int partition = letter.position().partition();
            offsets.put(new TopicPartition(Topics.DEAD_LETTERS, partition), handled.committed(partition));
        }
        return offsets;
    }

    private static ProducerRecord<byte[], byte[]> original(Letter letter) {
        var record = letter.record();
        return new ProducerRecord<>(letter.topic(), letter.partition(), record.key(), record.value(), headers(letter));
    }

    private static Headers headers(Letter letter) {
        var headers = new RecordHeaders();
        for (var header : letter.record().headers()) {
            if (!header.key().startsWith(ERRORS) && !OURS.contains(header.key())) {
                headers.add(header);
            }
        }
        return headers.add(DeadLetter.REPLAYED, letter.position().toString().getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public void close() {
        producer.close();
    }
}
