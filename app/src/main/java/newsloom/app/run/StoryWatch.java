package newsloom.app.run;

import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import newsloom.app.records.TopicValues;
import newsloom.contract.Topics;
import newsloom.contract.serde.SchemaRegistry;
import newsloom.contract.v1.Story;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/**
 * Prints stories as they change: a line each, at most every {@link #EVERY}, so that a story that changes ten times in a moment is said
 * once. What somebody else writes there and is no story is passed over. Runs on the thread that calls {@link #run}; {@link #close()} may be called from another.
 */
final class StoryWatch implements Runnable, AutoCloseable {
    private static final Duration EVERY = Duration.ofSeconds(2);

    private final KafkaConsumer<byte[], byte[]> consumer;
    private final TopicValues<Story> values;
    private final Consumer<String> print;

    StoryWatch(Map<String, Object> client, SchemaRegistry registry, Consumer<String> print) {
        var settings = new HashMap<>(client);
        settings.put("isolation.level", "read_committed");
        this.consumer = new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer());
        this.values = new TopicValues<>(Topics.STORIES, registry);
        this.print = print;
        List<TopicPartition> partitions = consumer.partitionsFor(Topics.STORIES.name()).stream()
                .map(info -> new TopicPartition(info.topic(), info.partition()))
                .toList();
        consumer.assign(partitions);
        consumer.seekToEnd(partitions);
        partitions.forEach(consumer::position); // the end of now, not of the first poll
    }

    @Override
    public void run() {
        try (consumer) {
            while (true) {
                changesOf(EVERY).values().forEach(story -> print.accept(StoryText.line(story)));
            }
        } catch (WakeupException e) {
            return; // closed
        }
    }

    private Map<String, Story> changesOf(Duration time) {
        var changed = new LinkedHashMap<String, Story>();
        long end = System.nanoTime() + time.toNanos();
        while (System.nanoTime() < end) {
            for (var record : consumer.poll(Duration.ofMillis(200))) {
                values.read(record, (id, story) -> {
                    changed.remove(id);
                    if (story != null) {
                        changed.put(id, story);
                    }
                });
            }
        }
        return changed;
    }

    @Override
    public void close() {
        consumer.wakeup();
    }
}
