package newsloom.ingest.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import newsloom.ingest.page.Limits;
import newsloom.ingest.page.PageBuilder;
import newsloom.ingest.page.SourceItem;
import newsloom.ingest.page.Unread;
import org.jspecify.annotations.Nullable;

/** One JSON object as a page, in the shape that is forced or that its names show. */
final class JsonPages {
    private final ObjectMapper json;
    private final @Nullable Instant fileTime;
    private final Limits limits;
    private final @Nullable JsonShape forced;

    /** @param forced the shape of all objects; null where each shows its own */
    JsonPages(@Nullable Instant fileTime, Limits limits, @Nullable JsonShape forced) {
        this.forced = forced;
        this.fileTime = fileTime;
        this.limits = limits;
        this.json = JsonMapper.builder(factory(limits))
                .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .build();
    }

    /** Reads what crawlers write, which is not always JSON to the letter, within limits. */
    static JsonFactory factory(Limits limits) {
        return JsonFactory.builder()
                .enable(JsonReadFeature.ALLOW_UNESCAPED_CONTROL_CHARS)
                .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS) // Python writes NaN
                .streamReadConstraints(StreamReadConstraints.builder()
                        .maxStringLength(limits.maxLineBytes())
                        .maxNestingDepth(100)
                        .build())
                .build();
    }

    SourceItem of(byte[] line, String location) {
        PageBuilder page = new PageBuilder(limits, location);
        JsonNode node;
        try {
            node = json.readTree(line);
        } catch (IOException e) {
            return page.unread(Unread.Reason.BAD_JSON, firstLine(e));
        }
        return node == null || !node.isObject() ? page.unread(Unread.Reason.BAD_JSON, "no object") : of(node, page);
    }

    private SourceItem of(JsonNode node, PageBuilder page) {
        Optional<JsonShape> told = forced == null ? JsonShape.of(node) : Optional.of(forced);
        if (told.isEmpty() && !node.path("url").isTextual()) {
            return page.unread(Unread.Reason.UNKNOWN_SHAPE, names(node));
        }
        try {
            told.orElse(JsonShape.OWN).describe(node, page, fileTime);
        } catch (IOException e) {
            return page.unread(Unread.Reason.UNDECODABLE_BODY, firstLine(e));
        }
        return page.build();
    }

    /** An object with one name. */
    static JsonNode object(String name, JsonNode value) {
        return JsonNodeFactory.instance.objectNode().set(name, value);
    }

    private static String names(JsonNode node) {
        return node.properties().stream()
                .map(Map.Entry::getKey)
                .limit(10)
                .map(name -> name.substring(0, Math.min(name.length(), 40)))
                .collect(Collectors.joining(", ", "names: ", ""));
    }

    private static String firstLine(IOException e) {
        return String.valueOf(e.getMessage()).lines().findFirst().orElse("");
    }
}
