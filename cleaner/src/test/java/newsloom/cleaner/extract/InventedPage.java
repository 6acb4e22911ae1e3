package newsloom.cleaner.extract;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import newsloom.cleaner.extract.decode.RawPage;

/** A page that a test makes up, fetched in November 2026, and the text that is taken out of it. */
public record InventedPage(String url, String contentType, String body) {

    private static final ArticleExtractor EXTRACTOR = new ArticleExtractor(ExtractionSettings.defaults());

    public static InventedPage html(String url, String html) {
        return new InventedPage(url, "text/html", html);
    }

    public static InventedPage text(String url, String text) {
        return new InventedPage(url, "text/plain", text);
    }

    /** Fails where the page is rejected. */
    public List<String> paragraphs() {
        Extraction extraction = EXTRACTOR.extract(new RawPage(
                url,
                body.getBytes(StandardCharsets.UTF_8),
                contentType,
                "utf-8",
                200,
                Instant.parse("2026-11-05T12:00:00Z")));
        assertThat(extraction).isInstanceOf(Extraction.Content.class);
        return ((Extraction.Content) extraction).paragraphs();
    }
}
