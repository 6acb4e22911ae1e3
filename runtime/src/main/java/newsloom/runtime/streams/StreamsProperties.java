package newsloom.runtime.streams;

import static org.apache.kafka.clients.consumer.ConsumerConfig.AUTO_OFFSET_RESET_CONFIG;
import static org.apache.kafka.clients.consumer.ConsumerConfig.GROUP_INSTANCE_ID_CONFIG;
import static org.apache.kafka.clients.consumer.ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG;
import static org.apache.kafka.clients.consumer.ConsumerConfig.ISOLATION_LEVEL_CONFIG;
import static org.apache.kafka.clients.consumer.ConsumerConfig.MAX_PARTITION_FETCH_BYTES_CONFIG;
import static org.apache.kafka.clients.consumer.ConsumerConfig.MAX_POLL_RECORDS_CONFIG;
import static org.apache.kafka.clients.consumer.ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG;
import static org.apache.kafka.clients.producer.ProducerConfig.BATCH_SIZE_CONFIG;
import static org.apache.kafka.clients.producer.ProducerConfig.COMPRESSION_TYPE_CONFIG;
import static org.apache.kafka.clients.producer.ProducerConfig.MAX_REQUEST_SIZE_CONFIG;
import static org.apache.kafka.clients.producer.ProducerConfig.RETRY_BACKOFF_MAX_MS_CONFIG;
import static org.apache.kafka.clients.producer.ProducerConfig.RETRY_BACKOFF_MS_CONFIG;
import static org.apache.kafka.common.config.TopicConfig.MAX_MESSAGE_BYTES_CONFIG;
import static org.apache.kafka.streams.StreamsConfig.APPLICATION_ID_CONFIG;
import static org.apache.kafka.streams.StreamsConfig.AT_LEAST_ONCE;
import static org.apache.kafka.streams.StreamsConfig.BOOTSTRAP_SERVERS_CONFIG;
import static org.apache.kafka.streams.StreamsConfig.COMMIT_INTERVAL_MS_CONFIG;
import static org.apache.kafka.streams.StreamsConfig.DESERIALIZATION_EXCEPTION_HANDLER_CLASS_CONFIG;
import static org.apache.kafka.streams.StreamsConfig.ENSURE_EXPLICIT_INTERNAL_RESOURCE_NAMING_CONFIG;
import static org.apache.kafka.streams.StreamsConfig.ERRORS_DEAD_LETTER_QUEUE_TOPIC_NAME_CONFIG;
import static org.apache.kafka.streams.StreamsConfig.EXACTLY_ONCE_V2;
import static org.apache.kafka.streams.StreamsConfig.NUM_STREAM_THREADS_CONFIG;
import static org.apache.kafka.streams.StreamsConfig.POLL_MS_CONFIG;
import static org.apache.kafka.streams.StreamsConfig.PROCESSING_EXCEPTION_HANDLER_CLASS_CONFIG;
import static org.apache.kafka.streams.StreamsConfig.PROCESSING_GUARANTEE_CONFIG;
import static org.apache.kafka.streams.StreamsConfig.ROCKSDB_CONFIG_SETTER_CLASS_CONFIG;
import static org.apache.kafka.streams.StreamsConfig.STATESTORE_CACHE_MAX_BYTES_CONFIG;
import static org.apache.kafka.streams.StreamsConfig.STATE_DIR_CONFIG;
import static org.apache.kafka.streams.StreamsConfig.TOPOLOGY_OPTIMIZATION_CONFIG;
import static org.apache.kafka.streams.StreamsConfig.consumerPrefix;
import static org.apache.kafka.streams.StreamsConfig.mainConsumerPrefix;
import static org.apache.kafka.streams.StreamsConfig.producerPrefix;
import static org.apache.kafka.streams.StreamsConfig.topicPrefix;

import java.time.Duration;
import java.util.Objects;
import java.util.Properties;
import newsloom.contract.Topics;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.streams.StreamsConfig;

/** Kafka's settings for a service of ours: exactly-once, named, bounded, with dead letters. */
public final class StreamsProperties {

    /** Largest record between two steps of a service: a public record and what is added on its way. */
    public static final int MAX_INTERNAL_RECORD_BYTES = Topics.MAX_RECORD_BYTES + (1 << 20);

    /** A page passes through six transactions on its way to a story, and waits for the end of each. */
    private static final Duration SHORTEST_COMMIT_INTERVAL = Duration.ofMillis(50);

    /** Kafka's own interval is only for a thread whose tasks do not ask, or with records so slow that a second of work, as {@link CommitPace} counts it, takes long; well within what a transaction may last. */
    private static final Duration LONGEST_COMMIT_INTERVAL = Duration.ofSeconds(5);

    /** With few requests under way at a time, what one carries of a partition is its throughput: Kafka's 16 KB are a few changelog records of the story decision. */
    private static final int BATCH_BYTES = 128 << 10;

    /** A thread that waits for records does not commit meanwhile. With Kafka's 100 ms a burst of records, which each commit of the step before is, would lie there for up to so long. */
    private static final Duration LONGEST_WAIT_FOR_RECORDS = Duration.ofMillis(20);

    /** The shortest that brokers allow unless told otherwise: so long nobody does the work of an instance that has died. */
    private static final Duration SESSION_TIMEOUT = Duration.ofSeconds(6);

    private static final Duration HEARTBEAT_INTERVAL = Duration.ofSeconds(2);

    /**
     * While the marks of the last transaction are being written, brokers ask the first batches of the next one to come again. Kafka's own 100 ms would be a pause at
     * every commit; further tries wait twice as long each.
     */
    private static final Duration FIRST_RETRY = Duration.ofMillis(10);

    /** With Kafka's second, a transaction that takes half of it to end would be waited for twice as long. */
    private static final Duration LONGEST_RETRY = Duration.ofMillis(100);

    private StreamsProperties() {}

    /** All settings; the service's overrides win. */
    public static Properties of(StreamsSettings settings) {
        var properties = new Properties();
        properties.put(APPLICATION_ID_CONFIG, settings.applicationId());
        properties.put(BOOTSTRAP_SERVERS_CONFIG, settings.bootstrapServers());
        properties.put(STATE_DIR_CONFIG, settings.stateDir().toString());
        properties.put(NUM_STREAM_THREADS_CONFIG, settings.threads());
        properties.put(PROCESSING_GUARANTEE_CONFIG, settings.exactlyOnce() ? EXACTLY_ONCE_V2 : AT_LEAST_ONCE);
        properties.put(COMMIT_INTERVAL_MS_CONFIG, SHORTEST_COMMIT_INTERVAL.toMillis());
        properties.put(POLL_MS_CONFIG, LONGEST_WAIT_FOR_RECORDS.toMillis());
        topology(properties);
        clients(properties);
        if (settings.instanceId() != null) {
            properties.put(mainConsumerPrefix(GROUP_INSTANCE_ID_CONFIG), settings.instanceId());
        }
        Production production = settings.production();
        if (production != null) {
            properties.putAll(production.properties());
        }
        properties.putAll(settings.overrides());
        pace(properties);
        return properties;
    }

    /** What is set as the interval is the shortest one; a longer one than ours is Kafka's matter alone. */
    private static void pace(Properties properties) {
        long shortest = (Long) Objects.requireNonNull(ConfigDef.parseType(
                COMMIT_INTERVAL_MS_CONFIG, properties.get(COMMIT_INTERVAL_MS_CONFIG), ConfigDef.Type.LONG));
        properties.put(CommitPace.SHORTEST_MS, shortest);
        if (shortest < LONGEST_COMMIT_INTERVAL.toMillis()) {
            properties.put(COMMIT_INTERVAL_MS_CONFIG, LONGEST_COMMIT_INTERVAL.toMillis());
        }
    }

    private static void topology(Properties properties) {
        properties.put(TOPOLOGY_OPTIMIZATION_CONFIG, StreamsConfig.OPTIMIZE);
        properties.put(ENSURE_EXPLICIT_INTERNAL_RESOURCE_NAMING_CONFIG, true);
        properties.put(ERRORS_DEAD_LETTER_QUEUE_TOPIC_NAME_CONFIG, Topics.DEAD_LETTERS);
        properties.put(DESERIALIZATION_EXCEPTION_HANDLER_CLASS_CONFIG, UnreadableToDeadLetters.class);
        properties.put(PROCESSING_EXCEPTION_HANDLER_CLASS_CONFIG, FailingToDeadLetters.class);
        properties.put(ROCKSDB_CONFIG_SETTER_CLASS_CONFIG, BoundedRocksDb.class);
        properties.put(STATESTORE_CACHE_MAX_BYTES_CONFIG, 32L << 20);
        properties.put(topicPrefix(MAX_MESSAGE_BYTES_CONFIG), Integer.toString(MAX_INTERNAL_RECORD_BYTES));
    }

    private static void clients(Properties properties) {
        properties.put(consumerPrefix(AUTO_OFFSET_RESET_CONFIG), "earliest");
        properties.put(consumerPrefix(ISOLATION_LEVEL_CONFIG), "read_committed");
        properties.put(consumerPrefix(MAX_PARTITION_FETCH_BYTES_CONFIG), 4 << 20);
        properties.put(consumerPrefix(MAX_POLL_RECORDS_CONFIG), 500);
        properties.put(consumerPrefix(SESSION_TIMEOUT_MS_CONFIG), (int) SESSION_TIMEOUT.toMillis());
        properties.put(consumerPrefix(HEARTBEAT_INTERVAL_MS_CONFIG), (int) HEARTBEAT_INTERVAL.toMillis());
        properties.put(producerPrefix(RETRY_BACKOFF_MS_CONFIG), FIRST_RETRY.toMillis());
        properties.put(producerPrefix(RETRY_BACKOFF_MAX_MS_CONFIG), LONGEST_RETRY.toMillis());
        properties.put(producerPrefix(BATCH_SIZE_CONFIG), BATCH_BYTES);
        properties.put(producerPrefix(COMPRESSION_TYPE_CONFIG), "lz4");
        properties.put(producerPrefix(MAX_REQUEST_SIZE_CONFIG), Topics.MAX_PAGE_RECORD_BYTES + (2 << 20));
    }
}
