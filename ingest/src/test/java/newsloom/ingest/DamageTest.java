package newsloom.ingest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.composite.CompositeMeterRegistry;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import newsloom.contract.Topics;
import newsloom.contract.serde.InMemoryRegistry;
import newsloom.ingest.page.Limits;
import newsloom.ingest.page.Offset;
import newsloom.ingest.page.SourcePage;
import newsloom.ingest.warc.WarcBytes;
import newsloom.ingest.warc.WarcSource;
import newsloom.runtime.metrics.Metrics;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Each kind of damage costs the damaged page alone and stands in the summary under its reason. */
class DamageTest {
    private static final Instant NOW = Instant.parse("2026-11-01T12:00:00Z");
    private static final byte[] PAGE = "<p>a page".getBytes(UTF_8);

    @TempDir
    private Path folder;

    @Test
    void skipsACorruptGzipMemberAndReadsAllOthers() throws Exception {
        var warc = WarcBytes.gzip();
        for (int i = 0; i < 20; i++) {
            warc.html("https://example.com/" + i, "<p>page " + i);
        }
        byte[] bytes = warc.bytes();
        Arrays.fill(bytes, warc.start(7) + 40, warc.start(7) + 60, (byte) 0x55);
        var summary = ingest("a.warc.gz", bytes);
        assertThat(summary.pagesSent()).isEqualTo(19);
        assertThat(summary.losses()).containsOnly(entry("corrupt-gzip", 1L));
        assertThat(summary.examples()).singleElement().asString().startsWith("a.warc.gz@" + warc.start(7));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 7, 19})
    void losesOneRecordWhereTheMagicBytesOfAMemberAreDamaged(int struck) throws Exception {
        var warc = WarcBytes.gzip();
        for (int i = 0; i < 20; i++) {
            warc.html("https://example.com/" + i, "<p>page " + i);
        }
        byte[] bytes = warc.bytes();
        bytes[warc.start(struck)] ^= 0x40;
        var summary = ingest("a.warc.gz", bytes);
        assertThat(summary.pagesSent()).isEqualTo(19);
        assertThat(summary.lost()).isEqualTo(1);
    }

    @Test
    void losesNoBodySilentlyThatIsNotEncodedAsItSays() throws Exception {
        String html = "Content-Type: text/html\r\nContent-Encoding: ";
        byte[] binary = {0, 1, 2, 3, 4, 5, 6, 7};
        byte[] bytes = WarcBytes.gzip()
                .response("https://example.com/1", "200 OK", html + "gzip\r\n", PAGE, "")
                .response("https://example.com/2", "200 OK", html + "gzip\r\n", binary, "")
                .response("https://example.com/3", "200 OK", html + "lzma\r\n", PAGE, "")
                .response("https://example.com/4", "200 OK", html + "zstd\r\n", binary, "")
                .response(
                        "https://example.com/5",
                        "200 OK",
                        "Content-Type: image/png\r\nContent-Encoding: gzip\r\n",
                        binary,
                        "")
                .bytes();
        var summary = ingest("a.warc.gz", bytes);
        assertThat(summary.pagesSent()).isEqualTo(2);
        assertThat(summary.remarks()).containsOnly(entry("not-encoded", 2L));
        assertThat(summary.losses()).containsOnly(entry("undecodable-body", 2L));
        assertThat(summary.passed()).containsOnly(entry("not-a-page:image/png", 1L));
    }

    @Test
    void countsAbsurdMediaTypesAsOne() throws Exception {
        byte[] bytes = WarcBytes.gzip()
                .response("https://example.com/1", "200 OK", "Content-Type: \u001b[31mred\r\n", PAGE, "")
                .response("https://example.com/2", "200 OK", "Content-Type: " + "x".repeat(900) + "/y\r\n", PAGE, "")
                .bytes();
        assertThat(ingest("a.warc.gz", bytes).passed().keySet()).isSubsetOf("not-a-page:absurd");
    }

    @Test
    void readsPlainRecordsBehindPackedOnes() throws Exception {
        byte[] both = WarcBytes.join(
                WarcBytes.gzip().html("https://example.com/1", "<p>1").bytes(),
                WarcBytes.plain().html("https://example.com/2", "<p>2").bytes());
        assertThat(ingest("a.warc.gz", both).pagesSent()).isEqualTo(2);
    }

    @Test
    void endsATruncatedFileWithALoss() throws Exception {
        byte[] bytes = WarcBytes.gzip()
                .html("https://example.com/1", "<p>1")
                .html("https://example.com/2", "<p>2")
                .bytes();
        var summary = ingest("a.warc.gz", Arrays.copyOf(bytes, bytes.length - 20));
        assertThat(summary.pagesSent()).isEqualTo(1);
        assertThat(summary.losses()).containsOnly(entry("truncated-file", 1L));
    }

    @Test
    void countsPoisonLinesByReason() throws Exception {
        var summary = ingest("a.jsonl", """
                json failed to parse
                {"html":"<p>whose"}
                {"url":"https://example.com/nothing"}
                {"url":"https://example.com/bad","html_base64":"***"}
                {"url":"https://example.com/good","html":"<p>good"}
                """.getBytes(UTF_8));
        assertThat(summary.pagesSent()).isEqualTo(1);
        assertThat(summary.losses())
                .containsOnly(
                        entry("bad-json", 1L),
                        entry("no-url", 1L),
                        entry("no-body", 1L),
                        entry("undecodable-body", 1L));
        assertThat(summary.exitCode(true)).isEqualTo(3);
        assertThat(summary.exitCode(false)).isZero();
    }

    @Test
    void goesOnBehindAWrongLength() throws Exception {
        byte[] block = WarcBytes.http("200 OK", "Content-Type: text/html\r\n", PAGE);
        byte[] bytes = WarcBytes.gzip()
                .raw(WarcBytes.recordBytes(
                        "response", "https://example.com/1", "application/http", 900_000_000, block, ""))
                .html("https://example.com/2", "<p>2")
                .bytes();
        var summary = ingest("a.warc.gz", bytes);
        assertThat(summary.pagesSent()).isEqualTo(1);
        assertThat(summary.lost()).isEqualTo(1);
    }

    @Test
    void boundsAbsurdHeaders() throws Exception {
        var headers = new StringBuilder("Content-Type: text/html\r\nX-Long: " + "x".repeat(100_000) + "\r\n");
        for (int i = 0; i < 5000; i++) {
            headers.append("X-").append(i).append(": y\r\n");
        }
        byte[] bytes = WarcBytes.gzip()
                .response("https://example.com/1", "200 OK", headers.toString(), PAGE, "")
                .response(
                        "https://example.com/2", "200 OK", "Content-Length: minus five\r\n\u0000: \u0007\r\n", PAGE, "")
                .response("https://example.com/3", "abc", "", PAGE, "")
                .html("https://example.com/4", "<p>4")
                .bytes();
        var summary = ingest("a.warc.gz", bytes);
        assertThat(summary.pagesSent() + summary.lost()).isEqualTo(4);
        assertThat(summary.pagesSent()).isGreaterThanOrEqualTo(2);
        assertThat(summary.losses().keySet()).isSubsetOf("bad-record");
    }

    @Test
    void countsMissingAddressesAndWhatIsNoPageByItsType() throws Exception {
        byte[] bytes = WarcBytes.gzip()
                .record("resource", "", "text/html", PAGE, "")
                .response("https://example.com/logo", "200 OK", "Content-Type: image/png\r\n", PAGE, "")
                .response("https://example.com/logo2", "200 OK", "Content-Type: image/png\r\n", PAGE, "")
                .response("https://example.com/data", "200 OK", "Content-Type: application/json\r\n", PAGE, "")
                .record("revisit", "https://example.com/r", "application/http", new byte[0], "")
                .bytes();
        var summary = ingest("a.warc.gz", bytes);
        assertThat(summary.losses()).containsOnly(entry("no-url", 1L));
        assertThat(summary.passed())
                .containsOnly(
                        entry("not-a-page:image/png", 2L),
                        entry("not-a-page:application/json", 1L),
                        entry("revisit", 1L));
    }

    @Test
    void countsIntoMetersWhatTheSummarySays() throws Exception {
        var warc = WarcBytes.gzip()
                .html("https://example.com/1", "<p>1")
                .response("https://example.com/logo", "200 OK", "Content-Type: image/png\r\n", PAGE, "")
                .record("revisit", "https://example.com/r", "application/http", new byte[0], "");
        Files.write(folder.resolve("a.warc.gz"), warc.bytes());
        Files.writeString(
                folder.resolve("b.jsonl"),
                "rubbish\n{\"url\":\"https://example.com/f\",\"html\":\"<p>f\",\"fetched_at\":\"2031-01-01\"}\n");
        try (var metrics = new Metrics()) {
            ingest(metrics.registry()).dryRun();
            assertThat(metrics.text())
                    .contains("newsloom_ingest_pages_total 2.0")
                    .contains("newsloom_ingest_losses_total{reason=\"bad-json\"} 1.0")
                    .contains("newsloom_ingest_losses_total{reason=\"corrupt-gzip\"} 0.0")
                    .contains("newsloom_ingest_passed_total{kind=\"image/png\",reason=\"not-a-page\"} 1.0")
                    .contains("newsloom_ingest_passed_total{kind=\"\",reason=\"revisit\"} 1.0")
                    .contains("newsloom_ingest_remarks_total{remark=\"future-time\"} 1.0")
                    .contains("newsloom_ingest_source_bytes "
                            + Stream.of("a.warc.gz", "b.jsonl")
                                    .mapToDouble(name ->
                                            folder.resolve(name).toFile().length())
                                    .sum());
        }
    }

    @Test
    void keepsOnlySoManyInventedMediaTypesApart() throws Exception {
        var warc = WarcBytes.gzip();
        for (int i = 0; i < 500; i++) {
            warc.response("https://example.com/" + i, "200 OK", "Content-Type: odd/" + i + "\r\n", PAGE, "");
        }
        var summary = ingest("a.warc.gz", warc.bytes());
        assertThat(summary.passed()).hasSize(101).containsEntry("not-a-page:other", 400L);
    }

    @Test
    void takesNoHintsFromTheSiteItself() throws Exception {
        byte[] warc = WarcBytes.gzip()
                .response(
                        "https://example.com/",
                        "200 OK",
                        "Content-Type: text/plain\r\nX-Newsloom-Extracted-By: me\r\nX-Other: 1\r\n",
                        PAGE,
                        "")
                .bytes();
        try (var source = WarcSource.open(new ByteArrayInputStream(warc), "a", null, Offset.START, Limits.DEFAULT)) {
            var page = (SourcePage) source.next().orElseThrow();
            assertThat(page.headers()).containsKey("x-other").doesNotContainKey("x-newsloom-extracted-by");
        }
    }

    @Test
    void leavesAGzipMemberThatUnpacksToFarTooMuch() throws Exception {
        byte[] head = WarcBytes.recordBytes(
                "resource", "https://example.com/bomb", "text/html", 300_000_000, new byte[0], "");
        var bomb = new ByteArrayOutputStream();
        bomb.writeBytes(bomb(head));
        bomb.writeBytes(WarcBytes.gzip().html("https://example.com/1", "<p>1").bytes());
        var summary = ingest("a.warc.gz", bomb.toByteArray());
        assertThat(summary.pagesSent()).isEqualTo(1);
        assertThat(summary.losses()).containsOnly(entry("corrupt-gzip", 1L));
        assertThat(summary.examples().get(0)).contains("over 200 times");

        Files.delete(folder.resolve("a.warc.gz"));
        var lines = ingest("b.jsonl.gz", bomb(new byte[0]));
        assertThat(lines.losses()).containsOnly(entry("corrupt-gzip", 1L));
    }

    /** A gzip member with 300 MB of blanks in lines of a megabyte. */
    private static byte[] bomb(byte[] head) throws IOException {
        byte[] line = (" ".repeat(999_999) + "\n").getBytes(UTF_8);
        var packed = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(packed)) {
            gzip.write(head);
            for (int i = 0; i < 300; i++) {
                gzip.write(line);
            }
        }
        return packed.toByteArray();
    }

    @Test
    void cutsLongBodiesAndClampsTimesOfTheFuture() throws Exception {
        byte[] longBody = new byte[Topics.MAX_BODY_BYTES + 1];
        Arrays.fill(longBody, (byte) 'a');
        byte[] bytes = WarcBytes.gzip()
                .response("https://example.com/long", "200 OK", "Content-Type: text/html\r\n", longBody, "")
                .bytes();
        Files.write(
                folder.resolve("b.jsonl"),
                "{\"url\":\"https://example.com/f\",\"html\":\"<p>f\",\"fetched_at\":\"2031-01-01\"}\n"
                        .getBytes(UTF_8));
        var summary = ingest("a.warc.gz", bytes);
        assertThat(summary.pagesSent()).isEqualTo(2);
        assertThat(summary.losses()).isEmpty();
        assertThat(summary.remarks()).containsOnly(entry("cut", 1L), entry("future-time", 1L));
    }

    @Test
    void tellsMachinesTheSame() throws Exception {
        Files.writeString(folder.resolve("a.jsonl"), "rubbish\n{\"url\":\"https://example.com/\",\"text\":\"x\"}\n");
        var out = new StringWriter();
        var lines = new MachineLines(new PrintWriter(out));
        lines.progress(new Progress(1, 10, 0, 0, 5, 10, Duration.ofMillis(300)));
        lines.progress(new Progress(2, 20, 0, 0, 5, 10, Duration.ofMillis(1300)));
        lines.progress(new Progress(3, 30, 0, 0, 5, -1, Duration.ofMillis(1600)));
        lines.summary(ingest().dryRun());
        var json = new ObjectMapper();
        var events = out.toString().lines().toList();
        assertThat(events).hasSize(2);
        var progress = json.readTree(events.get(0));
        assertThat(progress.path("pages").asInt()).isEqualTo(2);
        assertThat(progress.path("left").asDouble()).isEqualTo(1.3);
        var summary = json.readTree(events.get(1));
        assertThat(summary.path("event").asText()).isEqualTo("summary");
        assertThat(summary.path("dry_run").asBoolean()).isTrue();
        assertThat(summary.path("pages").asInt()).isEqualTo(1);
        assertThat(summary.path("losses").path("bad-json").asInt()).isEqualTo(1);
        assertThat(summary.path("examples").get(0).asText()).startsWith("a.jsonl@0: bad-json");
    }

    private IngestSummary ingest(String name, byte[] bytes) throws IOException, InterruptedException {
        Files.write(folder.resolve(name), bytes);
        var summary = ingest().dryRun();
        assertThat(summary.finished()).isTrue();
        assertThat(summary.text()).contains("none sent");
        return summary;
    }

    private Ingest ingest() {
        return ingest(new CompositeMeterRegistry());
    }

    private Ingest ingest(MeterRegistry meters) {
        return new Ingest(
                IngestSettings.of(List.of(folder.toString()), "none:1", "http://none"),
                new InMemoryRegistry(),
                Clock.fixed(NOW, ZoneOffset.UTC),
                ProgressListener.SILENT,
                InputStream.nullInputStream(),
                meters);
    }
}
