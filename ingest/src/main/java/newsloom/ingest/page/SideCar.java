package newsloom.ingest.page;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * What is told about a page outside its body: {@code {"url", "final_url"?, "fetched_at"?, "status"?, "content_type"?,
 * "charset"?, "headers"?}}, beside a page file as {@code <file>.json} and in the same names on a line of JSON lines. Other
 * names are ignored.
 *
 * @param badTime {@code fetched_at} was there and could not be read
 */
public record SideCar(
        @Nullable String url,
        @Nullable String finalUrl,
        @Nullable Instant fetchTime,
        boolean badTime,
        @Nullable Integer status,
        @Nullable String contentType,
        @Nullable String charset,
        Map<String, String> headers) {
    public static final SideCar NONE = new SideCar(null, null, null, false, null, null, null, Map.of());

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final long MAX_BYTES = 1 << 20;

    /** Where the side-car of a page file is, if it has one. */
    public static Optional<Path> beside(Path page) {
        Path file = page.resolveSibling(page.getFileName() + ".json");
        return Files.isRegularFile(file) ? Optional.of(file) : Optional.empty();
    }

    /**
     * The side-car in a file.
     *
     * @throws IOException if it cannot be read or is no JSON object
     */
    public static SideCar read(Path file) throws IOException {
        if (Files.size(file) > MAX_BYTES) {
            throw new IOException("a side-car of more than " + MAX_BYTES + " bytes");
        }
        return of(Files.readAllBytes(file));
    }

    /**
     * The side-car in these bytes.
     *
     * @throws IOException if they are no JSON object
     */
    public static SideCar of(byte[] bytes) throws IOException {
        JsonNode node = JSON.readTree(bytes);
        if (node == null || !node.isObject()) {
            throw new IOException("a side-car that is no JSON object");
        }
        return of(node);
    }

    public static SideCar of(JsonNode node) {
        JsonNode told = node.path("fetched_at");
        Optional<Instant> time = FetchTimes.of(told);
        JsonNode status = node.path("status");
        return new SideCar(
                text(node, "url"),
                text(node, "final_url"),
                time.orElse(null),
                time.isEmpty() && !told.isMissingNode() && !told.isNull(),
                status.canConvertToInt() ? status.intValue() : null,
                text(node, "content_type"),
                text(node, "charset"),
                headers(node.path("headers")));
    }

    /** Writes it into a page; the time of the file stands in for a missing fetch time. */
    public PageBuilder describe(PageBuilder page, @Nullable Instant fileTime) {
        headers.forEach(page::header);
        if (badTime) {
            page.remark(Remark.BAD_TIME);
        }
        return page.url(url)
                .finalUrl(finalUrl)
                .fetchTime(fetchTime != null ? fetchTime : fileTime)
                .status(status)
                .contentType(contentType != null ? contentType : header("content-type"))
                .charset(charset);
    }

    private @Nullable String header(String name) {
        return headers.entrySet().stream()
                .filter(header -> header.getKey().equalsIgnoreCase(name))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(null);
    }

    private static @Nullable String text(JsonNode node, String name) {
        JsonNode value = node.path(name);
        return value.isTextual() && !value.textValue().isBlank() ? value.textValue() : null;
    }

    private static Map<String, String> headers(JsonNode node) {
        var headers = new TreeMap<String, String>();
        node.properties().forEach(field -> headers.put(field.getKey(), joined(field.getValue())));
        return headers;
    }

    private static String joined(JsonNode value) {
        return value.isArray()
                ? StreamSupport.stream(value.spliterator(), false)
                        .map(JsonNode::asText)
                        .collect(Collectors.joining(", "))
                : value.asText();
    }
}
