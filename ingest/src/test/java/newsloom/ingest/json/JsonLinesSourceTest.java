package newsloom.ingest.json;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static newsloom.ingest.page.Reads.all;
import static newsloom.ingest.page.Reads.pages;
import static newsloom.ingest.page.Reads.reasons;
import static newsloom.ingest.page.Reads.urls;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import newsloom.ingest.page.Limits;
import newsloom.ingest.page.Offset;
import newsloom.ingest.page.Remark;
import newsloom.ingest.page.SourceItem;
import newsloom.ingest.page.Unread;
import newsloom.ingest.warc.WarcBytes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonLinesSourceTest {
    private static final Instant FILE_TIME = Instant.parse("2026-01-01T00:00:00Z");

    @Test
    void readsAllThatALineTells() throws IOException {
        var page = pages(read("""
                {"id":"7","url":"https://example.com/a","final_url":"https://example.com/b","html":"<p>é","fetched_at":"2026-03-01T09:00:00+01:00","status":203,"content_type":"text/html; charset=latin1","headers":{"Server":"x","Set-Cookie":["a","b"],"traceparent":"00-1"},"more":{"x":[1]}}
                """)).get(0);
        assertThat(page.url()).isEqualTo("https://example.com/a");
        assertThat(page.finalUrl()).isEqualTo("https://example.com/b");
        assertThat(page.fetchTime()).isEqualTo("2026-03-01T08:00:00Z");
        assertThat(page.status()).isEqualTo(203);
        assertThat(page.contentType()).isEqualTo("text/html; charset=latin1");
        assertThat(page.charset()).isEqualTo("utf-8");
        assertThat(page.body()).asString(UTF_8).isEqualTo("<p>é");
        assertThat(page.headers())
                .containsEntry("server", "x")
                .containsEntry("set-cookie", "a, b")
                .containsEntry("traceparent", "00-1");
    }

    @Test
    void keepsTheBytesOfBase64AndTheCharsetTold() throws IOException {
        String bytes = Base64.getEncoder().encodeToString("<p>é".getBytes(ISO_8859_1));
        var page = pages(read("{\"url\":\"https://example.com/a\",\"html_base64\":\"" + bytes
                        + "\",\"charset\":\"iso-8859-1\"}\n"))
                .get(0);
        assertThat(page.body()).asString(ISO_8859_1).isEqualTo("<p>é");
        assertThat(page.charset()).isEqualTo("iso-8859-1");
        assertThat(page.contentType()).isEqualTo("text/html");
        assertThat(page.fetchTime()).isEqualTo(FILE_TIME);
    }

    @Test
    void marksTextAsPlain() throws IOException {
        var page = pages(read("{\"url\":\"https://example.com/a\",\"text\":\"Head\\n\\nBody\"}\n"))
                .get(0);
        assertThat(page.contentType()).isEqualTo("text/plain");
        assertThat(page.body()).asString(UTF_8).isEqualTo("Head\n\nBody");
    }

    @Test
    void countsPoisonedLinesAndGoesOn() throws IOException {
        var items = read("""
                json failed to parse
                {"url":"https://example.com/1","html":"<p>1"}
                [1,2]
                {"html":"<p>whose"}
                {"url":"https://example.com/nothing"}
                {"url":"https://example.com/bad","html_base64":"***"}

                {"url":"https://example.com/2","html":"<p>2"
                {"url":"https://example.com/3","html":"<p>3"}
                """);
        assertThat(urls(items)).containsExactly("https://example.com/1", "https://example.com/3");
        assertThat(reasons(items))
                .containsExactly(
                        Unread.Reason.BAD_JSON,
                        Unread.Reason.BAD_JSON,
                        Unread.Reason.NO_URL,
                        Unread.Reason.NO_BODY,
                        Unread.Reason.UNDECODABLE_BODY,
                        Unread.Reason.BAD_JSON);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r\n", ""})
    void takesAnObjectPrintedOverManyLinesForOne(String end) throws IOException {
        String article = """
                {
                    "url": "https://example.com/%d",
                    "authors": [
                        "A"
                    ],
                    "maintext": "text"
                }""";
        String text = line(0) + article.formatted(1) + "\n" + "{\n  \"url\": 7,\n" + line(2) + "{\n  \"names\": 1\n}\n"
                + article.formatted(3) + end;
        var items = read(end.equals("\r\n") ? text.replaceAll("\r?\n", "\r\n") : text);
        assertThat(urls(items))
                .containsExactly(
                        "https://example.com/0",
                        "https://example.com/1",
                        "https://example.com/2",
                        "https://example.com/3");
        assertThat(reasons(items)).containsExactly(Unread.Reason.BAD_JSON, Unread.Reason.UNKNOWN_SHAPE);
    }

    @Test
    void goesOnWithAnObjectThatWasBeingPrinted() throws IOException {
        String half = line(0) + "{\n  \"url\": \"https://example.com/1\",\n";
        var source = open(half.getBytes(UTF_8), Offset.START, Limits.DEFAULT);
        assertThat(reasons(all(source))).containsExactly(Unread.Reason.TRUNCATED_FILE);
        byte[] whole = (half + "  \"text\": \"1\"\n}\n").getBytes(UTF_8);
        assertThat(urls(all(open(whole, source.offset(), Limits.DEFAULT)))).containsExactly("https://example.com/1");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[\n%s,\n%s,\n%s\n]\n",
                "[%s,%s,%s]",
                "\ufeff [\r\n%s,\r\n%s ,%s\r\n]\r\n",
                "[\n%s\n][\n%s,\n%s\n]",
                "[\n  %s,\n  %s,\n  %s\n]"
            })
    void readsTheElementsOfAnArrayAndGoesOnFromEveryOffset(String array) throws IOException {
        String pretty =
                element(1).replace("{\"", "{\n    \"").replace("}", "\n}").replace(",\"", ",\n    \"");
        byte[] bytes = array.formatted(element(0), pretty, element(2)).getBytes(UTF_8);
        var source = open(bytes, Offset.START, Limits.DEFAULT);
        for (int given = 0; given < 3; given++) {
            assertThat(urls(List.of(source.next().orElseThrow()))).containsExactly(url(given));
            var rest = all(open(bytes, source.offset(), Limits.DEFAULT));
            assertThat(rest).as("behind element " + given).hasSize(2 - given);
        }
        assertThat(source.next()).isEmpty();
    }

    @Test
    void losesNoElementButTheDamagedOnesOfAnArray() throws IOException {
        String unclosedString = "{\"url\":\"https://example.com/bad\",\"html\":\"<p>,\n";
        String unclosedObject = "{\"url\":\"https://example.com/bad\",\n";
        var items = read("[\n" + element(0) + ",\n" + unclosedString + element(1) + ",\nnull,\n" + unclosedObject
                + element(2) + ",7]\n");
        assertThat(urls(items)).containsExactly(url(0), url(1), url(2));
        assertThat(reasons(items)).hasSize(4).containsOnly(Unread.Reason.BAD_JSON);
    }

    @Test
    void goesOnWithAnArrayThatWasBeingWritten() throws IOException {
        String half = "[\n" + element(0) + ",\n" + element(1);
        for (String written :
                List.of(half, half + ",\n", half + ",\n" + element(2).substring(0, 20))) {
            var source = open(written.getBytes(UTF_8), Offset.START, Limits.DEFAULT);
            var first = all(source);
            assertThat(urls(first)).containsExactly(url(0), url(1));
            assertThat(reasons(first)).containsExactly(Unread.Reason.TRUNCATED_FILE);
            byte[] whole = (half + ",\n" + element(2) + "\n]\n").getBytes(UTF_8);
            var rest = all(open(whole, source.offset(), Limits.DEFAULT));
            assertThat(urls(rest)).containsExactly(url(2)).hasSameSizeAs(rest);
        }
    }

    @Test
    void readsAnArrayOnBehindADamagedGzipMember() throws IOException {
        var random = new Random(1);
        byte[][] members = new byte[6][];
        for (int i = 0; i < members.length; i++) {
            String noise = random.ints(3000, 'a', 'z')
                    .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                    .toString();
            String two = element(2 * i) + ",\n" + element(2 * i + 1).replace("<p>", "<p>" + noise);
            members[i] = WarcBytes.zip(((i == 0 ? "[\n" : ",\n") + two + (i == 5 ? "\n]" : "")).getBytes(UTF_8));
        }
        members[3][members[3].length / 2] ^= 0x55;
        var items = all(open(WarcBytes.join(members), Offset.START, Limits.DEFAULT));
        assertThat(urls(items)).hasSizeBetween(9, 12).contains(url(5), url(9), url(10), url(11));
        assertThat(reasons(items)).startsWith(Unread.Reason.CORRUPT_GZIP).hasSizeBetween(1, 2);
    }

    private static String element(int n) {
        return "{\"url\":\"https://example.com/" + n + "\",\"html\":\"<p>[" + n
                + ",\\\"{\\\\\",\"names\":[{\"a\":[1]}]}";
    }

    @Test
    void passesALineThatIsTooLong() throws IOException {
        byte[] lines = (line(1) + "{\"url\":\"https://example.com/long\",\"html\":\"" + "x".repeat(200_000) + "\"}\n"
                        + line(2))
                .getBytes(UTF_8);
        var items = all(open(lines, Offset.START, new Limits(100, 100_000, 100)));
        assertThat(urls(items)).containsExactly("https://example.com/1", "https://example.com/2");
        assertThat(reasons(items)).containsExactly(Unread.Reason.LINE_TOO_LONG);
    }

    @ParameterizedTest(name = "gzip {0}")
    @ValueSource(booleans = {true, false})
    void goesOnFromEveryOffset(boolean gzip) throws IOException {
        String text = line(0) + "\n" + line(1) + "rubbish\n" + line(2) + line(3);
        byte[] bytes = gzip ? WarcBytes.zip(text.getBytes(UTF_8)) : text.getBytes(UTF_8);
        var source = open(bytes, Offset.START, Limits.DEFAULT);
        int left = 5;
        for (Optional<SourceItem> item = source.next(); item.isPresent(); item = source.next()) {
            left--;
            assertThat(all(open(bytes, source.offset(), Limits.DEFAULT))).hasSize(left);
        }
        assertThat(left).isZero();
    }

    @Test
    void waitsForTheRestOfALineThatBreaksOff() throws IOException {
        String text = line(0) + line(1);
        var source = open(text.substring(0, text.length() - 10).getBytes(UTF_8), Offset.START, Limits.DEFAULT);
        var first = all(source);
        assertThat(urls(first)).containsExactly("https://example.com/0");
        assertThat(reasons(first)).containsExactly(Unread.Reason.TRUNCATED_FILE);
        assertThat(urls(all(open((text + line(2)).getBytes(UTF_8), source.offset(), Limits.DEFAULT))))
                .containsExactly("https://example.com/1", "https://example.com/2");
    }

    @Test
    void takesALastLineWithoutALineFeed() throws IOException {
        assertThat(urls(read(line(0) + line(1).strip())))
                .containsExactly("https://example.com/0", "https://example.com/1");
    }

    @Test
    void readsAllMembersOfAGzipFileThatWasAppendedTo() throws IOException {
        byte[][] members = new byte[3000][];
        for (int i = 0; i < members.length; i++) {
            members[i] = WarcBytes.zip(line(i).getBytes(UTF_8));
        }
        byte[] bytes = WarcBytes.join(members);
        assertThat(urls(all(open(bytes, Offset.START, Limits.DEFAULT))))
                .hasSize(3000)
                .doesNotHaveDuplicates();
        bytes[bytes.length / 2] ^= 0x55;
        var items = all(open(bytes, Offset.START, Limits.DEFAULT));
        assertThat(reasons(items)).contains(Unread.Reason.CORRUPT_GZIP).allMatch(Unread.Reason::isLoss);
        assertThat(pages(items)).hasSize(2999);
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void readsAllMembersButTheDamagedOneAndGoesOnFromEveryOffset(long seed) throws IOException {
        var random = new Random(seed);
        byte[][] members = new byte[12][];
        for (int i = 0; i < members.length; i++) {
            String noise = random.ints(3000, 'a', 'z')
                    .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                    .toString();
            members[i] = WarcBytes.zip((line(2 * i) + line(2 * i + 1).replace("<p>", "<p>" + noise)).getBytes(UTF_8));
        }
        int struck = 1 + random.nextInt(10);
        for (int at = random.nextInt(members[struck].length); at < members[struck].length; at += 300) {
            members[struck][at] ^= 0x55;
        }
        byte[] bytes = WarcBytes.join(members);
        var source = open(bytes, Offset.START, Limits.DEFAULT);
        var whole = all(open(bytes, Offset.START, Limits.DEFAULT));
        assertThat(reasons(whole)).contains(Unread.Reason.CORRUPT_GZIP);
        assertThat(urls(whole)).hasSizeBetween(22, 24).contains(url(2 * struck - 1), url(2 * struck + 2), url(23));
        int given = 0;
        for (Optional<SourceItem> item = source.next(); item.isPresent(); item = source.next()) {
            given++;
            var trickle = new ByteArrayInputStream(bytes) {
                @Override
                public int read(byte[] target, int from, int count) {
                    return super.read(target, from, Math.min(count, 1 + random.nextInt(700)));
                }
            };
            var rest = all(JsonLinesSource.open(trickle, "a", FILE_TIME, source.offset(), Limits.DEFAULT, null));
            assertThat(urls(rest)).as("behind item " + given).isEqualTo(urls(whole.subList(given, whole.size())));
        }
    }

    private static String url(int n) {
        return "https://example.com/" + n;
    }

    @Test
    void reportsATruncatedGzipFile() throws IOException {
        byte[] bytes = WarcBytes.zip((line(0) + line(1)).repeat(500).getBytes(UTF_8));
        var items = all(open(Arrays.copyOf(bytes, bytes.length - 20), Offset.START, Limits.DEFAULT));
        assertThat(reasons(items)).containsExactly(Unread.Reason.TRUNCATED_FILE);
        assertThat(pages(items)).isNotEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "'\"2026-03-01T08:00:00Z\"', 2026-03-01T08:00:00Z",
        "'\"2026-03-01T08:00:00.123456+00:00\"', 2026-03-01T08:00:00.123456Z",
        "'\"2026-03-01T09:00:00+0100\"', 2026-03-01T08:00:00Z",
        "'\"2026-03-01 08:00:00\"', 2026-03-01T08:00:00Z",
        "'\"2026-03-01T08:00:00\"', 2026-03-01T08:00:00Z",
        "'\"2026-03-01\"', 2026-03-01T00:00:00Z",
        "1772352000, 2026-03-01T08:00:00Z",
        "1772352000123, 2026-03-01T08:00:00.123Z",
        "'\"yesterday\"', 2026-01-01T00:00:00Z",
        "null, 2026-01-01T00:00:00Z",
    })
    void understandsTimes(String told, String time) throws IOException {
        var page = pages(read("{\"url\":\"https://example.com/a\",\"text\":\"x\",\"fetched_at\":" + told + "}\n"))
                .get(0);
        assertThat(page.fetchTime()).isEqualTo(time);
        assertThat(page.remarks().contains(Remark.BAD_TIME)).isEqualTo(told.contains("yesterday"));
    }

    private static String line(int n) {
        return "{\"url\":\"https://example.com/" + n + "\",\"html\":\"<p>" + n + "\"}\n";
    }

    private static List<SourceItem> read(String lines) throws IOException {
        return all(open(lines.getBytes(UTF_8), Offset.START, Limits.DEFAULT));
    }

    private static JsonLinesSource open(byte[] bytes, Offset offset, Limits limits) throws IOException {
        return JsonLinesSource.open(new ByteArrayInputStream(bytes), "test.jsonl", FILE_TIME, offset, limits, null);
    }
}
