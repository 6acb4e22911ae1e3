package newsloom.aggregator.story;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;

/** The labelled articles and pairs of {@code eval/stories}, which lie outside the repository. */
public final class LabelledNews {
    static final List<String> STORY_FILES =
            List.of("g5w1h", "wikinews", "basil", "fnc", "ecb", "vnmds", "uci", "en-dense");
    static final List<String> PAIR_FILES = List.of("pairs-bb", "pairs-tg", "pairs-semeval");

    private LabelledNews() {}

    public record Labelled(JsonNode article, String story) {}

    record Pair(String a, String b, boolean same, boolean trap) {}

    public static Path folder() {
        return Path.of(System.getProperty("newsloom.shared", "../shared"), "eval", "stories");
    }

    public static List<Labelled> articles(String file) throws IOException {
        var articles = new ArrayList<Labelled>();
        for (JsonNode line : lines(folder().resolve(file + ".dev.jsonl.gz"))) {
            articles.add(new Labelled(line, line.path("story").asText("")));
        }
        return articles;
    }

    static List<Pair> pairs(String file) throws IOException {
        var pairs = new ArrayList<Pair>();
        for (JsonNode line : lines(folder().resolve(file + ".dev.pairs.jsonl.gz"))) {
            pairs.add(new Pair(
                    line.path("a").asText(),
                    line.path("b").asText(),
                    line.path("same").asBoolean(),
                    line.path("trap").asBoolean()));
        }
        return pairs;
    }

    private static List<JsonNode> lines(Path file) throws IOException {
        var json = new ObjectMapper();
        var found = new ArrayList<JsonNode>();
        try (var in = new BufferedReader(
                new InputStreamReader(new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8))) {
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                if (!line.isBlank()) {
                    found.add(json.readTree(line));
                }
            }
        }
        return found;
    }
}
