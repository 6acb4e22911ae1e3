package newsloom.ingest.json;

import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import newsloom.ingest.page.Limits;
import newsloom.ingest.page.PageBuilder;
import newsloom.ingest.page.SideCar;
import newsloom.ingest.page.SourceItem;
import newsloom.ingest.page.Unread;
import org.jspecify.annotations.Nullable;

/**
 * One JSON object as a page: {@code {"url", "html" | "html_base64" | "text", …}} with the names of {@link SideCar}.
 * Markup given as text is UTF-8, whatever its meta element says; markup given as bytes keeps the crawler's charset.
 */
final class JsonPages {
    private final ObjectMapper json;
    private final @Nullable Instant fileTime;
    private final Limits limits;

    JsonPages(@Nullable Instant fileTime, Limits limits) {
        this.fileTime = fileTime;
        this.limits = limits;
        this.json = JsonMapper.builder()
                .enable(JsonReadFeature.ALLOW_UNESCAPED_CONTROL_CHARS)
                .build();
        json.getFactory()
                .setStreamReadConstraints(StreamReadConstraints.builder()
                        .maxStringLength(limits.maxLineBytes())
                        .maxNestingDepth(100)
                        .build());
    }

    SourceItem of(byte[] line, String location) {
        PageBuilder page = new PageBuilder(limits, location);
        JsonNode node;
        try {
            node = json.readTree(line);
        } catch (IOException e) {
            return page.unread(Unread.Reason.BAD_JSON, firstLine(e));
        }
        if (node == null || !node.isObject()) {
            return page.unread(Unread.Reason.BAD_JSON, "no object");
        }
        SideCar.of(node).describe(page, fileTime);
        try {
            body(page, node);
        } catch (IOException e) {
            return page.unread(Unread.Reason.UNDECODABLE_BODY, firstLine(e));
        }
        return page.build();
    }

    private static void body(PageBuilder page, JsonNode node) throws IOException {
        JsonNode html = node.path("html");
        JsonNode bytes = node.path("html_base64");
        JsonNode text = node.path("text");
        if (html.isTextual()) {
            page.body(utf8(html)).charset("utf-8").contentTypeUnlessTold("text/html");
        } else if (bytes.isTextual()) {
            page.body(bytes.binaryValue()).contentTypeUnlessTold("text/html");
        } else if (text.isTextual()) {
            page.body(utf8(text)).charset("utf-8").contentType("text/plain");
        }
    }

    private static byte[] utf8(JsonNode text) {
        return text.textValue().getBytes(StandardCharsets.UTF_8);
    }

    private static String firstLine(IOException e) {
        return String.valueOf(e.getMessage()).lines().findFirst().orElse("");
    }
}
