package newsloom.benchmarks.stories;

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

/**
 * A file of labelled articles, and of pairs where there is one beside it.
 *
 * @param lines the articles as they stand in the file, which is what the aggregator gets
 * @param pairs empty for a file whose articles name their stories
 */
record LabelledFile(String name, List<Article> articles, List<String> lines, List<Pair> pairs) {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String ENDING = ".jsonl.gz";

    LabelledFile {
        articles = List.copyOf(articles);
        lines = List.copyOf(lines);
        pairs = List.copyOf(pairs);
    }

    /** @param published ISO 8601, empty when unknown */
    record Article(String id, String language, String published, String title, String text, String story) {}

    record Pair(String a, String b, boolean same, boolean trap) {}

    /** {@code NAME.jsonl.gz}, and {@code NAME.pairs.jsonl.gz} where it exists. */
    static LabelledFile read(Path file) throws IOException {
        String name = file.getFileName().toString().replace(ENDING, "");
        var articles = new ArrayList<Article>();
        var lines = lines(file);
        for (String line : lines) {
            JsonNode node = JSON.readTree(line);
            articles.add(new Article(
                    text(node, "id"),
                    text(node, "lang"),
                    text(node, "published"),
                    text(node, "title"),
                    text(node, "text"),
                    text(node, "story")));
        }
        var pairs = new ArrayList<Pair>();
        Path beside = file.resolveSibling(name + ".pairs" + ENDING);
        if (Files.exists(beside)) {
            for (String line : lines(beside)) {
                JsonNode node = JSON.readTree(line);
                pairs.add(new Pair(
                        text(node, "a"),
                        text(node, "b"),
                        node.path("same").asBoolean(),
                        node.path("trap").asBoolean()));
            }
        }
        return new LabelledFile(name, articles, lines, pairs);
    }

    boolean isPaired() {
        return !pairs.isEmpty();
    }

    private static String text(JsonNode node, String field) {
        return node.path(field).isNull() ? "" : node.path(field).asText("");
    }

    private static List<String> lines(Path file) throws IOException {
        try (var in = new BufferedReader(
                new InputStreamReader(new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8))) {
            return in.lines().filter(line -> !line.isBlank()).toList();
        }
    }
}
