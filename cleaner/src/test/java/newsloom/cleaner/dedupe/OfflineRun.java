package newsloom.cleaner.dedupe;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.zip.GZIPInputStream;

/**
 * {@code main docs.jsonl.gz predictions.jsonl [SHARES]}: writes the decisions for the scorer of the labelled data and prints thread CPU a
 * document, first run and warm.
 */
final class OfflineRun {
    private static final ObjectMapper JSON = new ObjectMapper();

    private OfflineRun() {}

    public static void main(String[] args) throws IOException {
        var documents = read(Path.of(args[0]));
        if (args.length > 2) {
            write(decideScattered(documents, Integer.parseInt(args[2])), Path.of(args[1]));
            return;
        }
        write(decide(documents), Path.of(args[1]));
        for (int run = 0; run < 5; run++) {
            long before = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
            decide(documents);
            long nanos = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - before;
            System.out.printf("%.0f us CPU a document%n", nanos / 1e3 / documents.size());
        }
        size(documents);
    }

    static List<OfflineDedupe.Result> decide(List<OfflineDedupe.Document> documents) {
        var dedupe = new OfflineDedupe(OfflineRun::urlKey, OfflineRun::site);
        return documents.stream().map(dedupe::decide).toList();
    }

    /** The same with the index spread over so many shares. */
    static List<OfflineDedupe.Result> decideScattered(List<OfflineDedupe.Document> documents, int shares) {
        var dedupe = new OfflineDedupe(
                OfflineRun::urlKey, OfflineRun::site, new ScatteredTasks(shares, Duration.ofDays(365_000)));
        return documents.stream().map(dedupe::decide).toList();
    }

    static List<OfflineDedupe.Document> read(Path gzippedLines) throws IOException {
        return lines(gzippedLines).stream().map(OfflineRun::document).toList();
    }

    /** The label of each document. */
    static Map<String, String> groups(Path gzippedLines) throws IOException {
        return lines(gzippedLines).stream()
                .collect(Collectors.toMap(
                        node -> node.path("id").asText(),
                        node -> node.path("dup_group").asText()));
    }

    private static List<JsonNode> lines(Path gzippedLines) throws IOException {
        var nodes = new ArrayList<JsonNode>();
        try (InputStream in = new GZIPInputStream(Files.newInputStream(gzippedLines));
                var lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                nodes.add(JSON.readTree(line));
            }
        }
        return nodes;
    }

    private static OfflineDedupe.Document document(JsonNode node) {
        return new OfflineDedupe.Document(
                node.path("id").asText(),
                node.path("url").asText(null),
                node.path("title").asText(null),
                node.hasNonNull("published")
                        ? Instant.parse(node.path("published").asText())
                        : null,
                node.path("text").asText());
    }

    private static void write(List<OfflineDedupe.Result> results, Path file) throws IOException {
        try (var out = new PrintWriter(Files.newBufferedWriter(file))) {
            for (var result : results) {
                out.println(JSON.createObjectNode()
                        .put("id", result.id())
                        .put("duplicate_of", result.duplicateOf())
                        .put("kind", result.kind())
                        .put("why", result.why()));
            }
        }
    }

    private static void size(List<OfflineDedupe.Document> documents) {
        var anchors = new MemoryKeyValues();
        var texts = new MemoryKeyValues();
        var members = new MemoryKeyValues();
        var index = new DuplicateIndex(anchors, texts, members, Duration.ofDays(7));
        long sketches = 0;
        for (var document : documents) {
            var sketch = new Sketcher().sketch(document.id(), 0, document.text());
            sketches += SketchCodec.encode(sketch).length;
            new DuplicateDecider().decide(sketch, index);
        }
        System.out.printf(
                "a document: sketch %d B, texts %d B, anchors %d B, members %d B; %d of %d texts filed%n",
                sketches / documents.size(),
                texts.bytes() / documents.size(),
                anchors.bytes() / documents.size(),
                members.bytes() / documents.size(),
                texts.size(),
                documents.size());
    }

    /** Scheme and mobile hosts apart, the address as it is; the service's own key does more. */
    static String urlKey(String url) {
        return url.replaceFirst("^https?://(www\\.|m\\.|amp\\.)?", "")
                .replaceFirst("[?&](utm_|fbclid|amp=|page=all).*", "");
    }

    static String site(String url) {
        var labels = List.of(URI.create(url).getHost().split("\\."));
        return String.join(".", labels.subList(Math.max(0, labels.size() - 2), labels.size()));
    }
}
