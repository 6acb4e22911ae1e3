package newsloom.ingest.kafka;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import newsloom.contract.Topics;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** The clients of one run, with the settings that large pages and transactions need below the user's own. */
public final class KafkaClients {
    private static final long BUFFER_BYTES = 32L << 20;
    private static final Duration DELIVERY = Duration.ofMinutes(2);
    private static final Duration REQUEST = Duration.ofSeconds(15);

    private final Map<String, Object> settings;

    /** Clients with these settings of the user; {@code bootstrap.servers} among them. */
    public KafkaClients(Map<String, Object> settings) {
        this.settings = settings;
    }

    /**
     * With transactions, for many pages. The first records of a transaction often meet the end of the one before and are sent again: a short
     * pause before that matters more here than anything else.
     */
    public Producer<byte[], byte[]> producer(String transactionalId) {
        return producer(Map.of(
                ProducerConfig.TRANSACTIONAL_ID_CONFIG, transactionalId,
                ProducerConfig.RETRY_BACKOFF_MS_CONFIG, 10,
                ProducerConfig.LINGER_MS_CONFIG, 100));
    }

    /**
     * Without transactions. A record that was handed in is tried for two minutes, much longer than anybody waits for it: given up while it is on its way it may be in Kafka all the
     * same, and whoever sends it again doubles it.
     *
     * @param patience handing in waits for a broker that is away for half of it
     * @param held most bytes of records that are handed in and not acknowledged; there is room for them, so that handing one in does not wait
     */
    public Producer<byte[], byte[]> producer(Duration patience, long held) {
        return producer(Map.of(
                ProducerConfig.BUFFER_MEMORY_CONFIG,
                held + BUFFER_BYTES,
                ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG,
                (int) DELIVERY.toMillis(),
                ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG,
                (int) REQUEST.toMillis(),
                ProducerConfig.MAX_BLOCK_MS_CONFIG,
                patience.toMillis() / 2));
    }

    private Producer<byte[], byte[]> producer(Map<String, Object> own) {
        Map<String, Object> all = new HashMap<>(Map.of(
                ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG,
                true,
                ProducerConfig.ACKS_CONFIG,
                "all",
                ProducerConfig.COMPRESSION_TYPE_CONFIG,
                "zstd",
                ProducerConfig.LINGER_MS_CONFIG,
                20,
                ProducerConfig.BATCH_SIZE_CONFIG,
                1 << 20,
                ProducerConfig.BUFFER_MEMORY_CONFIG,
                BUFFER_BYTES,
                // checked before compression, with room for the key and the headers
                ProducerConfig.MAX_REQUEST_SIZE_CONFIG,
                Topics.MAX_PAGE_RECORD_BYTES + (1 << 20)));
        all.putAll(own);
        all.putAll(settings);
        return new KafkaProducer<>(all, new ByteArraySerializer(), new ByteArraySerializer());
    }

    /** Reads what is committed, and commits nothing itself. */
    public Consumer<byte[], byte[]> consumer() {
        Map<String, Object> all = new HashMap<>(Map.of(
                ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed",
                ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false,
                ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest"));
        all.putAll(settings);
        return new KafkaConsumer<>(all, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }

    public Admin admin() {
        return Admin.create(settings);
    }
}
