package newsloom.app.run;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The files that {@code run --output} writes. */
public final class TopicLines {

    private static final ObjectMapper JSON = new ObjectMapper();

    private TopicLines() {}

    /** The values of a topic, in the order of the file. */
    static List<JsonNode> values(Path output, String topic) throws IOException {
        var values = new ArrayList<JsonNode>();
        for (String line : Files.readAllLines(output.resolve(topic + ".jsonl"))) {
            values.add(JSON.readTree(line).get("value"));
        }
        return values;
    }

    /** All that a run read and decided: topic and key → the sorted values. What depends on the clock and on partitions is left out. */
    public static Map<String, List<String>> decided(Path output) throws IOException {
        var decided = new TreeMap<String, List<String>>();
        for (String topic : List.of(
                "news.pages.v1",
                "news.articles.v1",
                "news.duplicates.v1",
                "news.rejects.v1",
                "news.stories.v1",
                "news.story-events.v1",
                "news.dead-letters.v1")) {
            for (String line : Files.readAllLines(output.resolve(topic + ".jsonl"))) {
                JsonNode record = JSON.readTree(line);
                decided.computeIfAbsent(topic + " " + record.get("key").asText(), key -> new ArrayList<>())
                        .add(record.get("value").toString());
            }
        }
        decided.values().forEach(values -> values.sort(null));
        return decided;
    }
}
