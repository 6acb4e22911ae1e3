package newsloom.app.run;

import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import newsloom.app.records.TopicReader;
import newsloom.contract.Topics;
import newsloom.contract.serde.AvroSerde;
import newsloom.contract.serde.SchemaRegistry;
import newsloom.contract.v1.Story;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** The stories there are, read from their topic. One thread at a time. */
final class Stories {
    private final AvroSerde<Story> serde;
    private final Map<String, Story> current = new LinkedHashMap<>();

    Stories(SchemaRegistry registry) {
        this.serde = Topics.STORIES.serde(registry);
    }

    /** All that are committed now. */
    static Collection<Story> read(TopicReader reader, SchemaRegistry registry) {
        var stories = new Stories(registry);
        for (var partition : reader.partitions(Topics.STORIES.name())) {
            reader.readToEnd(partition, stories::apply);
        }
        return stories.current.values();
    }

    private void apply(ConsumerRecord<byte[], byte[]> record) {
        var id = new String(record.key(), StandardCharsets.UTF_8);
        var story = serde.deserialize(record.topic(), record.value());
        if (story == null) {
            current.remove(id);
        } else {
            current.put(id, story);
        }
    }
}
