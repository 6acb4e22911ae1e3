package newsloom.local;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import newsloom.contract.Topics;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/**
 * The compacted topic that keeps the schemas, one partition, in Confluent's record form: a registry of another maker takes it over
 * with the same ids. One writer at a time.
 */
final class SchemaLog implements AutoCloseable {
    static final String TOPIC = Topics.SCHEMAS;
    private static final TopicPartition PARTITION = new TopicPartition(TOPIC, 0);
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final KafkaProducer<String, String> producer;

    private SchemaLog(KafkaProducer<String, String> producer) {
        this.producer = producer;
    }

    /**
     * Makes the topic where it is missing and reads all of it into {@code catalog}.
     *
     * @throws KafkaException when the cluster does not answer within 30 s
     */
    static SchemaLog open(Map<String, Object> kafka, SchemaCatalog catalog) {
        makeTopic(kafka);
        readAll(kafka, catalog);
        var settings = new HashMap<>(kafka);
        settings.put("acks", "all");
        settings.put("delivery.timeout.ms", (int) PATIENCE.toMillis());
        settings.put("request.timeout.ms", (int) PATIENCE.dividedBy(2).toMillis());
        return new SchemaLog(new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer()));
    }

    private static void makeTopic(Map<String, Object> kafka) {
        var topic = new NewTopic(TOPIC, Optional.of(1), Optional.empty()).configs(Map.of("cleanup.policy", "compact"));
        try (var admin = Admin.create(kafka)) {
            admin.createTopics(List.of(topic)).all().get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            if (!(e.getCause() instanceof TopicExistsException)) {
                throw failure("made", e);
            }
        } catch (TimeoutException | InterruptedException e) {
            throw failure("made", e);
        }
    }

    private static void readAll(Map<String, Object> kafka, SchemaCatalog catalog) {
        var settings = new HashMap<>(kafka);
        settings.put("isolation.level", "read_committed");
        try (var consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer())) {
            consumer.assign(List.of(PARTITION));
            consumer.seekToBeginning(List.of(PARTITION));
            long end = consumer.endOffsets(List.of(PARTITION), PATIENCE).getOrDefault(PARTITION, 0L);
            while (consumer.position(PARTITION, PATIENCE) < end) {
                for (var record : consumer.poll(Duration.ofMillis(200))) {
                    SchemaRecord.restore(record.key(), record.value(), catalog);
                }
            }
        }
    }

    /**
     * Returns when the broker has it.
     *
     * @throws KafkaException when it has not taken it within 30 s
     */
    void append(RegisteredSchema entry) {
        try {
            producer.send(new ProducerRecord<>(TOPIC, 0, SchemaRecord.key(entry), SchemaRecord.value(entry)))
                    .get();
        } catch (ExecutionException | InterruptedException e) {
            throw failure("written", e);
        }
    }

    private static KafkaException failure(String what, Exception cause) {
        if (cause instanceof InterruptedException) {
            Thread.currentThread().interrupt();
        }
        return new KafkaException("The schema topic " + TOPIC + " could not be " + what + ": " + cause, cause);
    }

    @Override
    public void close() {
        producer.close(Duration.ofSeconds(5));
    }
}
