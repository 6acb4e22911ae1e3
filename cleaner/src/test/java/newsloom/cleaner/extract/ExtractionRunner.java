package newsloom.cleaner.extract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import newsloom.cleaner.extract.decode.RawPage;
import newsloom.cleaner.extract.words.ResourceLines;

/**
 * Pages as JSON lines on standard input, extractions as JSON lines on standard output: what the scorer of the labelled pages reads. With {@code TRUTH_FOLDER
 * BLOCK_TREES LINE_TREES}, each page is read by the trees of {@code train.py --folds} that have not seen its site.
 */
public final class ExtractionRunner {

    private static final JsonMapper JSON = new JsonMapper();
    private static final Instant FETCHED = Instant.parse("2026-11-01T00:00:00Z");

    private ExtractionRunner() {}

    public static void main(String[] arguments) throws IOException {
        Function<String, ArticleExtractor> extractors = extractors(arguments);
        PrintStream out = new PrintStream(System.out, false, StandardCharsets.UTF_8);
        BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            JsonNode page = JSON.readTree(line);
            out.println(JSON.writeValueAsString(
                    json(page, extractors.apply(page.path("id").asText()).extract(page(page)))));
        }
        out.flush();
    }

    private static Function<String, ArticleExtractor> extractors(String[] arguments) throws IOException {
        if (arguments.length == 0) {
            ArticleExtractor extractor = new ArticleExtractor(ExtractionSettings.defaults());
            return id -> extractor;
        }
        List<ArticleExtractor> byFold = new ArrayList<>();
        for (int fold = 0; fold < LabelledPages.FOLDS; fold++) {
            ExtractionModels models = ExtractionModels.of(
                    ResourceLines.entries(Files.readAllLines(Path.of(arguments[1] + "." + fold))),
                    ResourceLines.entries(Files.readAllLines(Path.of(arguments[2] + "." + fold))));
            byFold.add(new ArticleExtractor(ExtractionSettings.defaults(), models));
        }
        Map<String, Integer> folds = new LabelledPages(Path.of(arguments[0])).folds();
        return id -> byFold.get(folds.getOrDefault(id, 0));
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
            if (rejection.published() != null) {
                line.put("date", rejection.published().day().toString());
            }
            line.put("reject", rejection.reason() + ": " + rejection.detail());
        }
        return line;
    }
}
