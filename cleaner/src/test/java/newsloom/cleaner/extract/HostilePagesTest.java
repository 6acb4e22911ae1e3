package newsloom.cleaner.extract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Random;
import java.util.stream.Stream;
import newsloom.cleaner.extract.decode.RawPage;
import newsloom.cleaner.extract.verdict.RejectReason;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class HostilePagesTest {

    /** Far above what any takes, on a busy machine, too; a quadratic step takes many minutes. */
    private static final Duration LIMIT = Duration.ofSeconds(60);

    private static final ArticleExtractor EXTRACTOR = new ArticleExtractor(ExtractionSettings.defaults());

    static Stream<Arguments> pages() {
        return Stream.of(
                Arguments.of("nested elements", "<div>".repeat(100_000) + "text"),
                Arguments.of("a million nested elements", "<div>".repeat(1_000_000) + "text"),
                Arguments.of("nested paragraphs in links", "<a href=/x><font><p>".repeat(250_000) + "text"),
                Arguments.of("nested drawings", "<svg><g>".repeat(500_000) + "text"),
                Arguments.of("nested templates", "<template>".repeat(500_000) + "text"),
                Arguments.of("nested inline elements", "<b><i>".repeat(50_000) + "text"),
                Arguments.of("nested tables", "<table><tr><td>".repeat(20_000) + "text"),
                Arguments.of("one long text", "<p>" + "word ".repeat(1_000_000)),
                Arguments.of("one long word", "<p>" + "x".repeat(5_000_000)),
                Arguments.of("many links", "<a href=/x>link</a> ".repeat(250_000)),
                Arguments.of("many paragraphs", "<p>A paragraph of some words.".repeat(150_000)),
                Arguments.of("many line breaks", "a<br><br>".repeat(500_000)),
                Arguments.of("endless attribute", "<p class=\"" + "related ".repeat(600_000) + "\">text"),
                Arguments.of("many attributes", "<p " + "a%d=1 ".repeat(100_000) + ">text"),
                Arguments.of("unclosed tags", "<p <div <a <span ".repeat(100_000)),
                Arguments.of(
                        "broken linked data",
                        "<script type=application/ld+json>" + "{\"a\":[".repeat(90_000) + "</script>"),
                Arguments.of("null bytes", "<p>\0\0text\0</p>".repeat(10_000)),
                Arguments.of("date-like digits", "<h1>News</h1><p class=date>" + "1.1.".repeat(100_000)),
                Arguments.of("spaces in keywords", linkedData("\"keywords\":\"a" + " ".repeat(900_000) + "b\"")),
                Arguments.of("spaces in a told author", linkedData("\"author\":\"A" + " ".repeat(900_000) + "B\"")),
                Arguments.of(
                        "spaces in a meta author",
                        "<meta name=author content='A" + " ".repeat(5_000) + "B'><h1>News</h1><p>text"),
                Arguments.of(
                        "a long told headline and many headings",
                        linkedData("\"headline\":\"" + "word ".repeat(200_000) + "\"")
                                + "<h2>word word word</h2>".repeat(5_000)),
                Arguments.of(
                        "many told authors",
                        linkedData("\"author\":[" + "\"Ann Lee\",".repeat(80_000) + "\"Al Fox\"]")),
                Arguments.of(
                        "spaces in a byline",
                        "<h1>News</h1><p class=byline>By A" + " ".repeat(10_000) + "\u00a0".repeat(10_000)));
    }

    private static String linkedData(String fields) {
        return "<script type=application/ld+json>{\"@type\":\"NewsArticle\"," + fields
                + "}</script><h1>News</h1><p>text";
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("pages")
    void answersInBoundedTime(String name, String page) {
        for (String type : new String[] {"text/html", "text/plain"}) {
            Extraction extraction = assertTimeoutPreemptively(
                    LIMIT, () -> EXTRACTOR.extract(page(page.getBytes(StandardCharsets.UTF_8), type)));

            assertThat(extraction).as(name).isNotNull();
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void answersToRandomBytes(long seed) {
        Random random = new Random(seed);
        for (int i = 0; i < 40; i++) {
            byte[] bytes = new byte[random.nextInt(4_000)];
            random.nextBytes(bytes);

            assertThat(EXTRACTOR.extract(page(bytes, null))).isNotNull();
            assertThat(EXTRACTOR.extract(page(bytes, "text/html; charset=nonsense")))
                    .isNotNull();
            assertThat(EXTRACTOR.extract(page(bytes, "text/plain"))).isNotNull();
        }
    }

    @Test
    void rejectsWhatIsNoPage() {
        assertThat(reason("%PDF-1.7 and so on", "text/html", 200)).isEqualTo(RejectReason.NOT_HTML);
        assertThat(reason("{\"a\": 1}", "application/json", 200)).isEqualTo(RejectReason.NOT_HTML);
        assertThat(reason("<?xml version=\"1.0\"?><rss></rss>", "text/xml", 200))
                .isEqualTo(RejectReason.NOT_HTML);
        assertThat(reason("", "text/html", 200)).isEqualTo(RejectReason.EMPTY);
        assertThat(reason("<html><body><div id=app></div></body></html>", "text/html", 200))
                .isEqualTo(RejectReason.EMPTY);
        assertThat(reason("<p>Some words", "text/html", 404)).isEqualTo(RejectReason.ERROR);
    }

    private static RejectReason reason(String body, String type, int status) {
        RawPage page = new RawPage(
                "https://a.example/b", body.getBytes(StandardCharsets.UTF_8), type, null, status, Instant.EPOCH);
        return ((Extraction.Rejection) EXTRACTOR.extract(page)).reason();
    }

    private static RawPage page(byte[] body, @Nullable String type) {
        return new RawPage("https://a.example/b", body, type, null, 200, Instant.parse("2026-11-01T00:00:00Z"));
    }
}
