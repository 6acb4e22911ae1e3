package newsloom.cleaner.extract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import newsloom.cleaner.extract.decode.RawPage;

/** The labelled pages that stand outside of the repository, one JSON record a page; its README says what is in them. */
final class LabelledPages {

    static final int FOLDS = 5;
    static final List<String> RENDERERS = List.of("flat", "lynx", "w3m");

    private static final JsonMapper JSON = new JsonMapper();
    private static final Instant FETCHED = Instant.parse("2026-11-01T00:00:00Z");

    private final Path folder;

    LabelledPages(Path folder) {
        this.folder = folder;
    }

    List<JsonNode> records(String set) throws IOException {
        return read(Files.newInputStream(folder.resolve(set + ".jsonl")));
    }

    /** The pages of a set as plain text, {@code id} and {@code text}; empty where the set was not rendered so. */
    List<JsonNode> rendered(String set, String renderer) throws IOException {
        Path packed = folder.resolve("text/" + set + "." + renderer + ".jsonl.gz");
        return Files.exists(packed) ? read(new GZIPInputStream(Files.newInputStream(packed))) : List.of();
    }

    private static List<JsonNode> read(InputStream bytes) throws IOException {
        List<JsonNode> records = new ArrayList<>();
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(bytes, StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                records.add(JSON.readTree(line));
            }
        }
        return records;
    }

    /** The fold of a record, by its site: the same in all sets. */
    static int fold(JsonNode record) {
        return Math.floorMod(record.path("site").asText().hashCode(), FOLDS);
    }

    /** The fold of each page by its id. */
    Map<String, Integer> folds() throws IOException {
        Map<String, Integer> folds = new HashMap<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : (Iterable<Path>) files::iterator) {
                if (file.toString().endsWith(".jsonl")) {
                    read(Files.newInputStream(file))
                            .forEach(record -> folds.put(record.path("id").asText(), fold(record)));
                }
            }
        }
        return folds;
    }

    /** Whether the text of the record is doubtful. */
    static boolean doubtful(JsonNode record) {
        return record.has("suspect") || record.path("in_page").asDouble(1) < 0.7;
    }

    RawPage html(JsonNode record) {
        try (InputStream bytes = new GZIPInputStream(
                Files.newInputStream(folder.resolve(record.path("html").asText())))) {
            return page(record, bytes.readAllBytes(), "text/html", text(record, "encoding"));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    static RawPage text(JsonNode record, JsonNode rendered) {
        byte[] bytes = rendered.path("text").asText().getBytes(StandardCharsets.UTF_8);
        return page(record, bytes, "text/plain", Optional.of("utf-8"));
    }

    private static RawPage page(JsonNode record, byte[] bytes, String type, Optional<String> charset) {
        String url = text(record, "url")
                .orElse("http://unknown.invalid/" + record.path("id").asText());
        return new RawPage(url, bytes, type, charset.orElse(null), 200, FETCHED);
    }

    private static Optional<String> text(JsonNode record, String field) {
        return record.path(field).isTextual() ? Optional.of(record.path(field).asText()) : Optional.empty();
    }
}
