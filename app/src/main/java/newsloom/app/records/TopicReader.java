package newsloom.app.records;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Predicate;
import newsloom.contract.Topics;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** Reads committed records of a topic, without a consumer group. One thread at a time. */
public final class TopicReader implements AutoCloseable {
    private static final Duration POLL = Duration.ofMillis(200);

    /** A fetch at the end of a partition holds up whatever is asked after it on the same connection: half a second by default, for each partition that is read. */
    private static final int FETCH_WAIT_MS = 20;

    private final KafkaConsumer<byte[], byte[]> consumer;

    /** @param client settings of the cluster, {@code bootstrap.servers} among them */
    public TopicReader(Map<String, Object> client) {
        var settings = new HashMap<>(client);
        settings.put("isolation.level", "read_committed");
        settings.put("max.partition.fetch.bytes", Topics.MAX_PAGE_RECORD_BYTES);
        settings.put("fetch.max.wait.ms", FETCH_WAIT_MS);
        settings.put("auto.offset.reset", "earliest"); // retention may take what comes next
        this.consumer = new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }

    /**
     * The partitions of a topic in their order.
     *
     * @throws IllegalArgumentException when there is no such topic
     */
    public List<TopicPartition> partitions(String topic) {
        var partitions = consumer.partitionsFor(topic);
        if (partitions == null || partitions.isEmpty()) {
            throw new IllegalArgumentException("There is no topic " + topic);
        }
        return partitions.stream()
                .map(info -> new TopicPartition(topic, info.partition()))
                .sorted((a, b) -> Integer.compare(a.partition(), b.partition()))
                .toList();
    }

    /** Hands over what is committed in one partition now, from the beginning. */
    public void readToEnd(TopicPartition partition, Consumer<ConsumerRecord<byte[], byte[]>> reader) {
        readTo(end(partition), partition, reader);
    }

    /** Hands over what is committed in one partition before the offset {@code end}, from the beginning. */
    public void readTo(long end, TopicPartition partition, Consumer<ConsumerRecord<byte[], byte[]>> reader) {
        var assigned = List.of(partition);
        consumer.assign(assigned);
        consumer.seekToBeginning(assigned);
        while (consumer.position(partition) < end) {
            for (var record : consumer.poll(POLL)) {
                if (record.offset() < end) {
                    reader.accept(record);
                }
            }
        }
    }

    /** Offset of the first record that is there. */
    public long beginning(TopicPartition partition) {
        return consumer.beginningOffsets(List.of(partition)).getOrDefault(partition, 0L);
    }

    /** Offset after the last committed record or mark. */
    public long end(TopicPartition partition) {
        return consumer.endOffsets(List.of(partition)).getOrDefault(partition, 0L);
    }

    /** Hands over what is committed in one partition now and came at that time or later, until {@code reader} says false. */
    public void readFrom(TopicPartition partition, Instant time, Predicate<ConsumerRecord<byte[], byte[]>> reader) {
        var assigned = List.of(partition);
        consumer.assign(assigned);
        var from =
                consumer.offsetsForTimes(Map.of(partition, time.toEpochMilli())).get(partition);
        if (from == null) {
            return;
        }
        consumer.seek(partition, from.offset());
        long end = consumer.endOffsets(assigned).getOrDefault(partition, 0L);
        while (consumer.position(partition) < end) {
            for (var record : consumer.poll(POLL)) {
                if (record.offset() >= end || !reader.test(record)) {
                    return;
                }
            }
        }
    }

    /** Hands over records as they are committed, until {@code reader} says false. */
    public void follow(String topic, boolean fromBeginning, Predicate<ConsumerRecord<byte[], byte[]>> reader) {
        var assigned = partitions(topic);
        consumer.assign(assigned);
        if (fromBeginning) {
            consumer.seekToBeginning(assigned);
        } else {
            consumer.seekToEnd(assigned);
        }
        while (true) {
            for (var record : consumer.poll(POLL)) {
                if (!reader.test(record)) {
                    return;
                }
            }
        }
    }

    @Override
    public void close() {
        consumer.close();
    }
}
