package newsloom.ingest.json;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.Instant;
import newsloom.ingest.page.PageBuilder;
import newsloom.ingest.page.SideCar;
import org.jspecify.annotations.Nullable;

/**
 * {@code {"url", "html" | "html_base64" | "text", …}} with the names of {@link SideCar}. Markup given as text is UTF-8, whatever its meta
 * element says; markup given as bytes keeps the crawler's charset.
 */
final class OwnShape {
    private OwnShape() {}

    static void describe(JsonNode node, PageBuilder page, @Nullable Instant fileTime) throws IOException {
        SideCar.of(node).describe(page, fileTime);
        JsonNode html = node.path("html");
        JsonNode bytes = node.path("html_base64");
        JsonNode text = node.path("text");
        if (html.isTextual()) {
            page.body(html.textValue().getBytes(UTF_8)).charset("utf-8").contentTypeUnlessTold("text/html");
        } else if (bytes.isTextual()) {
            page.body(bytes.binaryValue()).contentTypeUnlessTold("text/html");
        } else if (text.isTextual()) {
            page.body(text.textValue().getBytes(UTF_8)).charset("utf-8").contentType("text/plain");
        }
    }
}
