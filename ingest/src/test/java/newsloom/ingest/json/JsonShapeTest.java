package newsloom.ingest.json;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import newsloom.ingest.page.Limits;
import newsloom.ingest.page.Offset;
import newsloom.ingest.page.Reads;
import newsloom.ingest.page.Remark;
import newsloom.ingest.page.SourceItem;
import newsloom.ingest.page.SourcePage;
import newsloom.ingest.page.Unread;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class JsonShapeTest {
    private static final Instant FILE_TIME = Instant.parse("2026-05-01T00:00:00Z");

    @Test
    void readsTheFirehoseOfScrapyCluster() throws IOException {
        var page = page("""
                {"url":"http://example.com/a","response_url":"https://example.com/a","status_code":200,"status_msg":"OK",
                "response_headers":{"Content-Type":["text/html; charset=cp1251"],"Server":["x","y"]},"body":"<p>Слово",
                "encoding":"cp1251","timestamp":"2026-03-01T08:00:00.123456","crawlid":"c1","appid":"a1","links":[]}""");
        assertThat(page.url()).isEqualTo("http://example.com/a");
        assertThat(page.finalUrl()).isEqualTo("https://example.com/a");
        assertThat(page.status()).isEqualTo(200);
        assertThat(page.contentType()).isEqualTo("text/html; charset=cp1251");
        assertThat(page.headers()).contains(entry("server", "x, y"));
        assertThat(page.fetchTime()).isEqualTo("2026-03-01T08:00:00.123456Z");
        assertThat(page.charset()).as("text in JSON is UTF-8").isEqualTo("utf-8");
        assertThat(page.body()).asString(UTF_8).isEqualTo("<p>Слово");
        assertThat(page.remarks()).isEmpty();
    }

    @Test
    void decodesItsBase64AndKeepsTheCharsetTold() throws IOException {
        byte[] body = "<html><p>Слово о полку".getBytes(Charset.forName("windows-1251"));
        var page =
                page("{\"url\":\"https://example.com/a\",\"status_code\":404,\"encoding\":\"windows-1251\",\"body\":\""
                        + Base64.getEncoder().encodeToString(body) + "\"}");
        assertThat(page.body()).isEqualTo(body);
        assertThat(page.charset()).isEqualTo("windows-1251");
        assertThat(page.status()).isEqualTo(404);
        assertThat(page.contentType()).isEqualTo("text/html");
        assertThat(page.fetchTime()).isEqualTo(FILE_TIME);
    }

    @Test
    void readsAResponseOfScrapysFeedExport() throws IOException {
        var page = page("""
                {"url":"https://example.com/a","status":200,"headers":{"Content-Type":["text/html"]},"body":"<p>a","timestamp":"soon"}""");
        assertThat(page.status()).isEqualTo(200);
        assertThat(page.body()).asString(UTF_8).isEqualTo("<p>a");
        assertThat(page.contentType()).isEqualTo("text/html");
        assertThat(page.remarks()).containsExactly(Remark.BAD_TIME);
    }

    @Test
    void takesTheTextOfNewsPleaseAsTheArticleItIs() throws IOException {
        var page = page("""
                {"authors":["A. Reporter","B. Writer"],"date_download":"2026-03-02 10:00:00","date_modify":"None","date_publish":"2026-03-01 07:30:00",
                "description":"In short","filename":"x.json","image_url":null,"language":"en","localpath":null,"maintext":"First.\\nSecond.",
                "source_domain":"example.com","title":"A headline","url":"https://example.com/a"}""");
        assertThat(page.contentType()).isEqualTo("text/plain");
        assertThat(page.body()).asString(UTF_8).isEqualTo("A headline\n\nFirst.\nSecond.");
        assertThat(page.fetchTime()).isEqualTo("2026-03-02T10:00:00Z");
        assertThat(page.headers())
                .containsOnly(
                        entry("x-newsloom-extracted-by", "news-please"),
                        entry("x-newsloom-title", "A headline"),
                        entry("x-newsloom-published", "2026-03-01T07:30:00Z"),
                        entry("x-newsloom-summary", "In short"),
                        entry("x-newsloom-authors", "A. Reporter, B. Writer"),
                        entry("x-newsloom-language", "en"));
    }

    @Test
    void knowsPythonsNone() throws IOException {
        var items = read("""
                {"url":"https://example.com/a","maintext":"None","title":"None"}
                {"url":"https://example.com/b","maintext":null}
                {"url":"https://example.com/c","maintext":"Text","title":"None","date_publish":"None","date_download":"None"}
                """, null);
        assertThat(Reads.reasons(items)).containsExactly(Unread.Reason.NO_BODY, Unread.Reason.NO_BODY);
        var page = Reads.pages(items).get(0);
        assertThat(page.headers()).containsOnlyKeys("x-newsloom-extracted-by");
        assertThat(page.body()).asString(UTF_8).isEqualTo("Text");
        assertThat(page.remarks()).isEmpty();
    }

    @Test
    void readsWhatNutchIndexes() throws IOException {
        var page = page("""
                {"id":"https://example.com/a","title":"A headline","content":"A headline. And more.","tstamp":"2026-03-02T10:00:00Z"}""");
        assertThat(page.url()).isEqualTo("https://example.com/a");
        assertThat(page.body()).asString(UTF_8).isEqualTo("A headline. And more.");
        assertThat(page.headers()).containsEntry("x-newsloom-extracted-by", "nutch");
    }

    @Test
    void takesANameWithoutAValueForABodyOnlyWhereNoOtherHasOne() throws IOException {
        var article = page("{\"url\":\"https://example.com/a\",\"text\":null,\"maintext\":\"The text.\"}");
        assertThat(article.headers()).containsEntry("x-newsloom-extracted-by", "news-please");
        var response = page("{\"url\":\"https://example.com/a\",\"html\":null,\"body\":\"<p>A\",\"status\":200}");
        assertThat(response.body()).asString(UTF_8).isEqualTo("<p>A");
        assertThat(Reads.reasons(read("{\"url\":\"https://example.com/a\",\"maintext\":null}", null)))
                .containsExactly(Unread.Reason.NO_BODY);
    }

    @Test
    void readsTheNumbersThatOnlyPythonWrites() throws IOException {
        var page = page("{\"url\":\"https://example.com/a\",\"body\":\"<p>A\",\"score\":NaN,\"timestamp\":-Infinity}");
        assertThat(page.url()).isEqualTo("https://example.com/a");
        assertThat(page.fetchTime()).isEqualTo(FILE_TIME);
    }

    @Test
    void countsAnUnknownShapeWithItsNames() throws IOException {
        var items = read("{\"link\":\"https://example.com/a\",\"page\":\"<p>a\"}\n", null);
        assertThat(items).singleElement().isInstanceOfSatisfying(Unread.class, unread -> {
            assertThat(unread.reason()).isEqualTo(Unread.Reason.UNKNOWN_SHAPE);
            assertThat(unread.detail()).isEqualTo("names: link, page");
        });
    }

    @Test
    void readsAllLinesInTheShapeThatIsForced() throws IOException {
        String both =
                "{\"url\":\"https://example.com/a\",\"text\":\"own\",\"body\":\"<p>scrapy\",\"maintext\":\"article\"}\n";
        assertThat(body(read(both, null))).isEqualTo("own");
        assertThat(body(read(both, JsonShape.SCRAPY))).isEqualTo("<p>scrapy");
        assertThat(body(read(both, JsonShape.NEWS_PLEASE))).isEqualTo("article");
    }

    @ParameterizedTest
    @EnumSource
    void givesAReasonForEveryValueOfAWrongType(JsonShape shape) throws IOException {
        var items = read("""
                {"url":1,"html":2,"text":3,"body":4,"maintext":5,"content":6,"headers":7,"response_headers":8,"status":"x","authors":9}
                {"url":["https://example.com/"],"html":[],"text":{},"body":{},"maintext":[],"content":[],"headers":[1],"authors":{}}
                {"url":"https://example.com/","html":null,"html_base64":7,"body":null,"maintext":true,"content":false,"timestamp":[]}
                """, shape);
        assertThat(items).hasSize(3).allMatch(Unread.class::isInstance);
    }

    private static String body(List<SourceItem> items) {
        return new String(Reads.pages(items).get(0).body(), UTF_8);
    }

    private static SourcePage page(String object) throws IOException {
        var items = read(object.replace("\n", "") + "\n", null);
        assertThat(Reads.reasons(items)).isEmpty();
        return Reads.pages(items).get(0);
    }

    private static List<SourceItem> read(String lines, @Nullable JsonShape shape) throws IOException {
        return Reads.all(JsonLinesSource.open(
                new ByteArrayInputStream(lines.getBytes(UTF_8)), "t", FILE_TIME, Offset.START, Limits.DEFAULT, shape));
    }
}
