package newsloom.ingest.position;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.function.Predicate;
import newsloom.contract.Topics;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.errors.TopicExistsException;

/**
 * The internal topic {@value #TOPIC}: key = id of a source (and of a place in it: {@link PipeMarks}), value = its {@link Position} as JSON. One partition, compacted: the last
 * record of a source counts. Some 300 bytes for each source ever sent.
 */
public final class PositionLog {
    public static final String TOPIC = Topics.INGEST_POSITIONS;

    private static final TopicPartition PARTITION = new TopicPartition(TOPIC, 0);

    private PositionLog() {}

    /** Creates the topic unless it is there. Replicated as the broker's default says. */
    public static void create(Admin admin) {
        var topic = new NewTopic(TOPIC, Optional.of(1), Optional.empty())
                .configs(Map.of(TopicConfig.CLEANUP_POLICY_CONFIG, TopicConfig.CLEANUP_POLICY_COMPACT));
        try {
            admin.createTopics(List.of(topic)).all().get();
        } catch (ExecutionException e) {
            if (!(e.getCause() instanceof TopicExistsException)) {
                throw new KafkaException("cannot create " + TOPIC, e.getCause());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new KafkaException("interrupted while creating " + TOPIC, e);
        }
    }

    /** The record that keeps a position. */
    public static ProducerRecord<byte[], byte[]> record(String source, Position position) {
        String key = PipeMarks.isPipe(source) ? PipeMarks.key(source, position) : source;
        return new ProducerRecord<>(TOPIC, 0, key.getBytes(StandardCharsets.UTF_8), PositionCodec.encode(position));
    }

    /** The record that forgets one. */
    static ProducerRecord<byte[], byte[]> forget(String key) {
        return new ProducerRecord<>(TOPIC, 0, key.getBytes(StandardCharsets.UTF_8), null);
    }

    /** The end of the topic, with what open transactions of other runs have written. */
    public static long end(Admin admin) {
        try {
            return admin.listOffsets(Map.of(PARTITION, OffsetSpec.latest()))
                    .partitionResult(PARTITION)
                    .get()
                    .offset();
        } catch (ExecutionException e) {
            throw new KafkaException("cannot read the end of " + TOPIC, e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new KafkaException("interrupted while reading the end of " + TOPIC, e);
        }
    }

    /**
     * The committed positions of the sources that are wanted, by key. Reads the whole topic, and waits for transactions of other runs that are
     * open before its end: what stands behind them cannot be read until they are committed or timed out, and may be wanted.
     *
     * @param consumer reads {@code read_committed}; is assigned and moved here
     * @param end as {@link #end} says
     */
    public static Map<String, Position> read(Consumer<byte[], byte[]> consumer, long end, Predicate<String> wanted) {
        consumer.assign(List.of(PARTITION));
        consumer.seekToBeginning(List.of(PARTITION));
        var positions = new HashMap<String, Position>();
        while (consumer.position(PARTITION) < end) {
            for (ConsumerRecord<byte[], byte[]> record : consumer.poll(Duration.ofMillis(200))) {
                String key = new String(record.key(), StandardCharsets.UTF_8);
                if (wanted.test(PipeMarks.sourceOf(key))) {
                    Optional.ofNullable(record.value())
                            .flatMap(PositionCodec::decode)
                            .ifPresentOrElse(position -> positions.put(key, position), () -> positions.remove(key));
                }
            }
        }
        return positions;
    }
}
