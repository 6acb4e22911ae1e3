package newsloom.cleaner.extract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import newsloom.cleaner.extract.date.Published;
import newsloom.cleaner.extract.decode.RawPage;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Invented pages in {@code extract/CASE}: {@code page.html} or {@code page.txt}, the text that should come out ({@code expected.txt}; none for a page that
 * is no article), and the metadata ({@code expected.json}).
 */
class GoldenPagesTest {

    private static final JsonMapper JSON = new JsonMapper();
    private static final Path CASES = Path.of("src/test/resources/extract");
    private static final ArticleExtractor EXTRACTOR = new ArticleExtractor(ExtractionSettings.defaults());

    static List<String> cases() throws IOException {
        try (Stream<Path> folders = Files.list(CASES)) {
            return folders.map(folder -> folder.getFileName().toString())
                    .sorted()
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void comesOutAsExpected(String name) throws IOException {
        Path folder = CASES.resolve(name);
        JsonNode expected = JSON.readTree(Files.readString(folder.resolve("expected.json")));
        boolean html = Files.exists(folder.resolve("page.html"));
        RawPage page = new RawPage(
                expected.path("url").asText(),
                Files.readAllBytes(folder.resolve(html ? "page.html" : "page.txt")),
                html ? "text/html" : "text/plain; charset=utf-8",
                null,
                200,
                Instant.parse("2026-11-05T12:00:00Z"));

        Extraction extraction = EXTRACTOR.extract(page);

        assertThat(metadata(page, extraction)).isEqualTo(expected);
        if (extraction instanceof Extraction.Content content) {
            assertThat(content.text().strip())
                    .isEqualTo(Files.readString(folder.resolve("expected.txt")).strip());
        }
    }

    private static ObjectNode metadata(RawPage page, Extraction extraction) {
        ObjectNode json = JSON.createObjectNode().put("url", page.url());
        if (extraction instanceof Extraction.Rejection rejection) {
            return json.put("reject", rejection.reason().name());
        }
        Extraction.Content content = (Extraction.Content) extraction;
        json.put("title", content.title());
        content.authors().forEach(json.withArray("authors")::add);
        Published published = content.published();
        if (published != null) {
            json.put("published", published.at().toString())
                    .put("dayOnly", published.dayOnly())
                    .put("source", published.source().name());
        }
        return json.put("language", content.language())
                .put("kind", content.kind().name())
                .put("canonical", content.canonicalUrl())
                .put("paywalled", content.paywalled());
    }
}
