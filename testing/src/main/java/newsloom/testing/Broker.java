package newsloom.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import newsloom.contract.Topic;
import newsloom.contract.TopicLeaders;
import newsloom.contract.Topics;
import newsloom.contract.serde.HttpRegistry;
import newsloom.contract.serde.SchemaRegistry;
import newsloom.local.LocalBroker;
import newsloom.local.LocalRegistry;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/**
 * A real broker and a schema registry for one test class, in the process, on free ports, in a temporary folder that is gone after
 * {@link #close()}. A start takes 2-4 s: keep it in a static field and close it in {@code @AfterAll}.
 *
 * <p>Every reading is {@code read_committed}. Thread-safe but for {@link #restart()}.
 */
public final class Broker implements AutoCloseable {
    private final Path folder;
    private LocalBroker broker;
    private LocalRegistry registry;

    private Broker(Path folder) {
        this.folder = folder;
        this.broker = LocalBroker.start(folder, 0);
        this.registry = LocalRegistry.start(broker, 0);
    }

    /** A broker without topics. */
    public static Broker start() {
        try {
            return new Broker(Files.createTempDirectory("newsloom-broker"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A broker with all public topics. */
    public static Broker withNewsTopics(int partitions) {
        var broker = start();
        broker.create(Topics.newTopics(partitions, (short) 1));
        return broker;
    }

    /** Stops broker and registry in an orderly way and starts them on the same data, on the same ports. */
    public void restart() {
        int brokerPort = broker.port();
        int registryPort = URI.create(registry.url()).getPort();
        stop();
        broker = LocalBroker.start(folder, brokerPort);
        registry = LocalRegistry.start(broker, registryPort);
    }

    /** For {@code bootstrap.servers}. */
    public String bootstrapServers() {
        return broker.bootstrapServers();
    }

    public String registryUrl() {
        return registry.url();
    }

    /** A new client of the registry. */
    public SchemaRegistry registry() {
        return new HttpRegistry(registryUrl());
    }

    /** Returns when the topics are there and take records. */
    public void create(Collection<NewTopic> topics) {
        try (var admin = Admin.create(Map.of("bootstrap.servers", bootstrapServers()))) {
            admin.createTopics(topics).all().get();
            TopicLeaders.await(admin, topics.stream().map(NewTopic::name).toList());
        } catch (ExecutionException e) {
            throw new AssertionError(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    /** Sends one value (null: a tombstone) and waits until the broker has it. */
    public <V extends SpecificRecord> void produce(Topic<V> topic, String key, V value) {
        produce(topic, Map.of(key, value));
    }

    /** Sends the values in the order of the map and waits until the broker has all of them. */
    public <V extends SpecificRecord> void produce(Topic<V> topic, Map<String, V> values) {
        produce(
                topic,
                values.entrySet().stream()
                        .map(entry -> new ProducerRecord<>(topic.name(), entry.getKey(), entry.getValue()))
                        .toList());
    }

    /** Sends records of one topic, with headers or without a value, and waits until the broker has all of them. */
    public <V extends SpecificRecord> void produce(Topic<V> topic, List<ProducerRecord<String, V>> records) {
        var serde = topic.serde(registry());
        try (var producer = new KafkaProducer<>(producing(), new StringSerializer(), serde.serializer())) {
            var sent = records.stream().map(producer::send).toList();
            producer.flush();
            sent.forEach(Broker::await);
        }
    }

    /** Sends bytes as they are, for what no honest producer would send. */
    public void produceRaw(String topic, byte[] key, byte[] value) {
        produceRaw(new ProducerRecord<>(topic, key, value));
    }

    /** As the other one, with headers or to a certain partition. */
    public void produceRaw(ProducerRecord<byte[], byte[]> record) {
        try (var producer = new KafkaProducer<>(producing(), new ByteArraySerializer(), new ByteArraySerializer())) {
            await(producer.send(record));
        }
    }

    /** What is committed now, partition after partition, each in its order. */
    public <V extends SpecificRecord> List<ConsumerRecord<String, V>> read(Topic<V> topic) {
        var serde = topic.serde(registry());
        return CommittedRecords.of(bootstrapServers(), topic.name(), new StringDeserializer(), serde.deserializer());
    }

    /** As {@link #read}, undecoded. */
    public List<ConsumerRecord<byte[], byte[]>> readRaw(String topic) {
        return CommittedRecords.of(bootstrapServers(), topic, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }

    /** The last committed value of each key that has one, as compaction leaves it. */
    public <V extends SpecificRecord> Map<String, V> lastValues(Topic<V> topic) {
        var values = new LinkedHashMap<String, V>();
        for (var record : read(topic)) {
            if (record.value() == null) {
                values.remove(record.key());
            } else {
                values.put(record.key(), record.value());
            }
        }
        return values;
    }

    /**
     * Waits until at least {@code count} records are committed.
     *
     * @throws AssertionError when the deadline passes before
     */
    public <V extends SpecificRecord> List<ConsumerRecord<String, V>> awaitRecords(
            Topic<V> topic, int count, Duration deadline) {
        return Await.until(
                deadline, count + " records in " + topic.name(), () -> read(topic), records -> records.size() >= count);
    }

    /** Stops both and deletes the data. */
    @Override
    public void close() {
        stop();
        try (var files = Files.walk(folder)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void stop() {
        registry.close();
        broker.close();
    }

    private Map<String, Object> producing() {
        return Map.of(
                "bootstrap.servers",
                bootstrapServers(),
                "acks",
                "all",
                "max.request.size",
                2 * Topics.MAX_PAGE_RECORD_BYTES);
    }

    private static <T> void await(Future<T> future) {
        try {
            future.get();
        } catch (ExecutionException e) {
            throw new AssertionError(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }
}
