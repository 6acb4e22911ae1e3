package newsloom.app.deadletters;

import java.util.Comparator;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BiConsumer;
import newsloom.app.records.TopicReader;
import newsloom.contract.Topics;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListConsumerGroupOffsetsOptions;
import org.apache.kafka.clients.admin.ListConsumerGroupOffsetsSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;

/** The committed dead letters and which of them are done with. One thread at a time. */
final class DeadLetterBox implements AutoCloseable {
    /** Group whose offsets say what is done with; nobody is a member of it. */
    static final String GROUP = "newsloom-dlq";

    private final Admin admin;
    private final TopicReader reader;
    private final Map<TopicPartition, Long> ends = new TreeMap<>(Comparator.comparingInt(TopicPartition::partition));

    /**
     * The letters that are there now; what comes later is not seen.
     *
     * @param client settings of the cluster
     */
    DeadLetterBox(Map<String, Object> client) {
        this.admin = Admin.create(client);
        this.reader = new TopicReader(client);
        reader.partitions(Topics.DEAD_LETTERS).forEach(partition -> ends.put(partition, reader.end(partition)));
    }

    /** What is done with as it is committed now; waits for transactions that are under way. */
    HandledLetters handled() throws InterruptedException {
        var committed = committed();
        var handled = new HandledLetters();
        for (var partition : ends.keySet()) {
            handled.put(
                    partition.partition(), HandledOffsets.of(committed.get(partition), reader.beginning(partition)));
        }
        return handled;
    }

    private Map<TopicPartition, OffsetAndMetadata> committed() throws InterruptedException {
        try {
            return admin.listConsumerGroupOffsets(
                            Map.of(GROUP, new ListConsumerGroupOffsetsSpec()),
                            new ListConsumerGroupOffsetsOptions().requireStable(true))
                    .partitionsToOffsetAndMetadata(GROUP)
                    .get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("cannot tell which dead letters are done with", e.getCause());
        }
    }

    /** Hands over every letter, partition after partition in their order, and whether it is done with. */
    void forEach(HandledLetters handled, BiConsumer<Letter, Boolean> visitor) {
        ends.forEach((partition, end) -> {
            var next = new AtomicLong(reader.beginning(partition));
            reader.readTo(end, partition, record -> {
                handled.addGap(partition.partition(), next.get(), record.offset());
                next.set(record.offset() + 1);
                var letter = new Letter(record);
                visitor.accept(letter, handled.contains(letter.position()));
            });
            handled.addGap(partition.partition(), next.get(), end);
        });
    }

    @Override
    public void close() {
        reader.close();
        admin.close();
    }
}
