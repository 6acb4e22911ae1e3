package newsloom.app.run;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import newsloom.app.records.TopicReader;
import newsloom.app.records.TopicValues;
import newsloom.contract.Topics;
import newsloom.contract.serde.SchemaRegistry;
import newsloom.contract.v1.Story;

/**
 * The stories there are, read from their topic.
 *
 * @param all each as it is now
 * @param unreadable records that somebody else wrote there and that are no stories
 */
record Stories(Collection<Story> all, long unreadable) {

    /** All that are committed now. */
    static Stories read(TopicReader reader, SchemaRegistry registry) {
        var values = new TopicValues<>(Topics.STORIES, registry);
        Map<String, Story> current = new LinkedHashMap<>();
        for (var partition : reader.partitions(Topics.STORIES.name())) {
            reader.readToEnd(
                    partition,
                    record -> values.read(record, (id, story) -> {
                        if (story == null) {
                            current.remove(id);
                        } else {
                            current.put(id, story);
                        }
                    }));
        }
        return new Stories(current.values(), values.unreadable());
    }
}
