package newsloom.cleaner.extract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;

/** Pages as JSON lines on standard input, extractions as JSON lines on standard output: what the scorer of the labelled pages reads. */
public final class ExtractionRunner {

    private static final JsonMapper JSON = new JsonMapper();
    private static final Instant FETCHED = Instant.parse("2026-11-01T00:00:00Z");

    private ExtractionRunner() {}

    public static void main(String[] arguments) throws IOException {
        ArticleExtractor extractor = new ArticleExtractor(ExtractionSettings.defaults());
        PrintStream out = new PrintStream(System.out, false, StandardCharsets.UTF_8);
        BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            JsonNode page = JSON.readTree(line);
            out.println(JSON.writeValueAsString(json(page, extractor.extract(page(page)))));
        }
        out.flush();
    }

    static RawPage page(JsonNode page) {
        boolean text = page.has("text");
        byte[] body = text
                ? page.path("text").asText().getBytes(StandardCharsets.UTF_8)
                : Base64.getDecoder().decode(page.path("html_base64").asText());
        String charset = page.path("charset").isTextual() ? page.path("charset").asText() : null;
        return new RawPage(page.path("url").asText(), body, text ? "text/plain" : "text/html", charset, 200, FETCHED);
    }

    private static ObjectNode json(JsonNode page, Extraction extraction) {
        ObjectNode line = JSON.createObjectNode();
        line.put("id", page.path("id").asText());
        line.put("url", page.path("url").asText());
        if (extraction instanceof Extraction.Content content) {
            line.put("text", content.text());
            line.put("title", content.title());
            content.authors().forEach(line.withArray("author")::add);
            if (content.published() != null) {
                line.put("date", content.published().day().toString());
                line.put("source", content.published().source().name());
            }
            line.put("language", content.language());
            line.put("kind", content.kind().name());
            line.put("confidence", content.confidence());
        } else if (extraction instanceof Extraction.Rejection rejection) {
            line.put("text", "");
            line.put("title", rejection.title());
            line.put("reject", rejection.reason() + ": " + rejection.detail());
        }
        return line;
    }
}
