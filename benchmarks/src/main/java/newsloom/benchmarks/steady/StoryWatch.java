package newsloom.benchmarks.steady;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import newsloom.contract.Topics;
import newsloom.contract.serde.SchemaRegistry;
import newsloom.contract.v1.Story;
import newsloom.contract.v1.StoryArticle;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** A consumer of stories that notes how long each article took from its fetch to the first story it stands in. */
final class StoryWatch implements AutoCloseable {
    private static final int REMEMBERED = 200_000;

    private final FastClock clock;
    private final Latencies latencies;
    private final KafkaConsumer<String, Story> consumer;
    private final Thread thread;
    private volatile boolean stopped;
    private final Map<String, Boolean> seen = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Boolean> eldest) {
            return size() > REMEMBERED;
        }
    };

    StoryWatch(String bootstrapServers, SchemaRegistry registry, FastClock clock, Latencies latencies) {
        this.clock = clock;
        this.latencies = latencies;
        var settings = new Properties();
        settings.put("bootstrap.servers", bootstrapServers);
        settings.put("group.id", "steady-load");
        settings.put("isolation.level", "read_committed");
        settings.put("auto.offset.reset", "earliest");
        this.consumer = new KafkaConsumer<>(
                settings,
                new StringDeserializer(),
                Topics.STORIES.serde(registry).deserializer());
        this.thread = new Thread(this::watch, "story-watch");
        thread.start();
    }

    private void watch() {
        try (consumer) {
            consumer.subscribe(List.of(Topics.STORIES.name()));
            while (!stopped) {
                consumer.poll(Duration.ofMillis(100)).forEach(record -> {
                    if (record.value() != null) {
                        record.value().getArticles().forEach(this::note);
                    }
                });
            }
        }
    }

    private void note(StoryArticle article) {
        if (seen.put(article.getId(), true) == null) {
            latencies.add(clock.since(article.getFetchTime()).toMillis());
        }
    }

    @Override
    public void close() throws InterruptedException {
        stopped = true;
        thread.join();
    }
}
