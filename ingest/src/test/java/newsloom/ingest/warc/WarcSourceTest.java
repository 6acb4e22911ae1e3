package newsloom.ingest.warc;

import static java.nio.charset.StandardCharsets.UTF_8;
import static newsloom.ingest.page.Reads.all;
import static newsloom.ingest.page.Reads.pages;
import static newsloom.ingest.page.Reads.reasons;
import static newsloom.ingest.page.Reads.urls;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.luben.zstd.Zstd;
import com.github.luben.zstd.ZstdOutputStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.zip.DeflaterOutputStream;
import newsloom.ingest.page.Limits;
import newsloom.ingest.page.Offset;
import newsloom.ingest.page.PageSource;
import newsloom.ingest.page.Remark;
import newsloom.ingest.page.SourceItem;
import newsloom.ingest.page.Unread;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.netpreserve.jwarc.HttpResponse;
import org.netpreserve.jwarc.MediaType;
import org.netpreserve.jwarc.WarcCompression;
import org.netpreserve.jwarc.WarcResponse;
import org.netpreserve.jwarc.WarcWriter;

class WarcSourceTest {
    private static final Instant FILE_TIME = Instant.parse("2026-01-01T00:00:00Z");

    @ParameterizedTest(name = "gzip {0}")
    @ValueSource(booleans = {true, false})
    void readsWhatJwarcWrites(boolean gzip) throws IOException {
        var bytes = new ByteArrayOutputStream();
        var compression = gzip ? WarcCompression.GZIP : WarcCompression.NONE;
        try (var writer = new WarcWriter(java.nio.channels.Channels.newChannel(bytes), compression)) {
            for (int i = 0; i < 20; i++) {
                var http = new HttpResponse.Builder(404, "Not Found")
                        .body(MediaType.HTML_UTF8, ("<p>page " + i).getBytes(UTF_8))
                        .build();
                writer.write(new WarcResponse.Builder(URI.create("https://example.com/" + i))
                        .date(Instant.parse("2026-02-0" + (i % 9 + 1) + "T10:00:00Z"))
                        .body(http)
                        .build());
            }
        }
        var pages = pages(read(bytes.toByteArray(), Offset.START));
        assertThat(pages).hasSize(20);
        assertThat(pages.get(3).url()).isEqualTo("https://example.com/3");
        assertThat(pages.get(3).status()).isEqualTo(404);
        assertThat(pages.get(3).fetchTime()).isEqualTo("2026-02-04T10:00:00Z");
        assertThat(pages.get(3).body()).asString(UTF_8).isEqualTo("<p>page 3");
        assertThat(pages.get(3).contentType()).startsWith("text/html");
        assertThat(pages.get(3).headers()).containsKey("content-type");
        assertThat(pages.get(3).truncated()).isFalse();
    }

    @Test
    void decodesChunkedAndCompressedBodies() throws IOException {
        byte[] gzipped = WarcBytes.zip("<p>squeezed".getBytes(UTF_8));
        var warc = WarcBytes.gzip()
                .response(
                        "https://example.com/c",
                        "200 OK",
                        html("Transfer-Encoding: chunked\r\n"),
                        chunked("<p>in pieces".getBytes(UTF_8)),
                        "")
                .response("https://example.com/g", "200 OK", html("Content-Encoding: gzip\r\n"), gzipped, "")
                .response(
                        "https://example.com/cg",
                        "200 OK",
                        html("Content-Encoding: gzip\r\nTransfer-Encoding: chunked\r\n"),
                        chunked(gzipped),
                        "")
                .response(
                        "https://example.com/d",
                        "200 OK",
                        html("Content-Encoding: deflate\r\n"),
                        deflated("<p>deflated".getBytes(UTF_8)),
                        "")
                .response(
                        "https://example.com/kept",
                        "200 OK",
                        html("Content-Encoding: gzip\r\nTransfer-Encoding: chunked\r\n"),
                        "<p>decoded before".getBytes(UTF_8),
                        "");
        assertThat(pages(read(warc.bytes(), Offset.START)))
                .extracting(page -> new String(page.body(), UTF_8))
                .containsExactly("<p>in pieces", "<p>squeezed", "<p>squeezed", "<p>deflated", "<p>decoded before");
    }

    @Test
    void decodesBrotliAndZstandard() throws IOException {
        byte[] brotli = Base64.getDecoder().decode("G+AA+I1Utb8G4fGBU2lsvYknwgimFcAAoZWUeluU6N84");
        byte[] zstd = Zstd.compress("<p>zstandard".getBytes(UTF_8));
        var warc = WarcBytes.gzip()
                .response("https://example.com/b", "200 OK", html("Content-Encoding: br\r\n"), brotli, "")
                .response("https://example.com/z", "200 OK", html("Content-Encoding: zstd\r\n"), zstd, "")
                .response(
                        "https://example.com/kept",
                        "200 OK",
                        html("Content-Encoding: br\r\n"),
                        "<p>decoded before".getBytes(UTF_8),
                        "")
                .response(
                        "https://example.com/cut",
                        "200 OK",
                        html("Content-Encoding: br\r\n"),
                        Arrays.copyOf(brotli, 5),
                        "");
        var items = read(warc.bytes(), Offset.START);
        assertThat(pages(items))
                .extracting(page -> new String(page.body(), UTF_8))
                .containsExactly(
                        "<!doctype html><p>brotli " + "again and ".repeat(20), "<p>zstandard", "<p>decoded before");
        assertThat(reasons(items)).containsExactly(Unread.Reason.UNDECODABLE_BODY);
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3})
    void takesHostileBrotliAsABodyOrALoss(long seed) throws IOException {
        var random = new Random(seed);
        var warc = WarcBytes.gzip();
        for (int i = 0; i < 300; i++) {
            byte[] noise = new byte[1 + random.nextInt(200)];
            random.nextBytes(noise);
            noise[0] = (byte) random.nextInt(0x20);
            warc.response("https://example.com/" + i, "200 OK", html("Content-Encoding: br\r\n"), noise, "");
        }
        assertThat(read(warc.bytes(), Offset.START)).hasSize(300);
    }

    @ParameterizedTest(name = "one frame a record {0}")
    @ValueSource(booleans = {true, false})
    void readsZstandardFilesAndTheirDictionary(boolean frames) throws IOException {
        var warc = site(WarcBytes.plain(), 12);
        byte[] plain = warc.bytes();
        var out = new ByteArrayOutputStream();
        if (frames) {
            byte[] dictionary = Arrays.copyOfRange(plain, warc.start(3), warc.start(4));
            out.writeBytes(ByteBuffer.allocate(8)
                    .order(ByteOrder.LITTLE_ENDIAN)
                    .putInt(0x184D2A5D)
                    .putInt(dictionary.length)
                    .array());
            out.writeBytes(dictionary);
            for (int i = 0; i < 12; i++) {
                int end = i < 11 ? warc.start(i + 1) : plain.length;
                out.writeBytes(frame(Arrays.copyOfRange(plain, warc.start(i), end), dictionary));
            }
        } else {
            out.writeBytes(frame(plain, null));
        }
        byte[] packed = out.toByteArray();
        assertThat(urls(read(packed, Offset.START))).hasSize(12);
        goesOnFromEveryOffset(packed, 12);

        packed[packed.length / 2] ^= 0x3f;
        var damaged = read(packed, Offset.START);
        assertThat(reasons(damaged)).containsExactly(Unread.Reason.CORRUPT_ZSTD);
        assertThat(urls(damaged)).hasSizeLessThan(12);
        for (int end = packed.length / 2; end < packed.length; end += 97) {
            var cut = read(Arrays.copyOf(out.toByteArray(), end), Offset.START);
            assertThat(urls(cut).size() + reasons(cut).size())
                    .as("cut at %d", end)
                    .isBetween(1, 12);
            assertThat(reasons(cut)).as("cut at %d", end).hasSize(1).allMatch(Unread.Reason::isLoss);
        }
    }

    /** With a checksum, as the tools that write such files do. */
    private static byte[] frame(byte[] bytes, byte @Nullable [] dictionary) throws IOException {
        var frame = new ByteArrayOutputStream();
        try (var out = new ZstdOutputStream(frame).setChecksum(true)) {
            if (dictionary != null) {
                out.setDict(dictionary);
            }
            out.write(bytes);
        }
        return frame.toByteArray();
    }

    @Test
    void takesTheTextOfWetFiles() throws IOException {
        var warc = WarcBytes.gzip()
                .info()
                .record("conversion", "https://example.com/1", "text/plain", "Häd\nText".getBytes(UTF_8), "")
                .record("conversion", "https://example.com/2", "image/png", new byte[5], "");
        var items = read(warc.bytes(), Offset.START);
        var page = pages(items).get(0);
        assertThat(page.contentType()).isEqualTo("text/plain");
        assertThat(page.charset()).isEqualTo("utf-8");
        assertThat(page.body()).asString(UTF_8).isEqualTo("Häd\nText");
        assertThat(reasons(items)).containsExactly(Unread.Reason.NOT_A_PAGE);
    }

    @Test
    void keepsWhatCameBeforeABodyBrokeOff() throws IOException {
        byte[] gzipped = WarcBytes.zip("<p>some words ".repeat(5000).getBytes(UTF_8));
        var warc = WarcBytes.gzip()
                .response(
                        "https://example.com/g",
                        "200 OK",
                        html("Content-Encoding: gzip\r\n"),
                        Arrays.copyOf(gzipped, gzipped.length - 40),
                        "")
                .html("https://example.com/next", "<p>next");
        var pages = pages(read(warc.bytes(), Offset.START));
        assertThat(pages).hasSize(2);
        assertThat(pages.get(0).truncated()).isTrue();
        assertThat(pages.get(0).remarks()).containsExactly(Remark.BODY_BROKEN_OFF);
        assertThat(pages.get(0).body()).asString(UTF_8).startsWith("<p>some words ");
    }

    @Test
    void takesResourcesAndPassesWhatIsNoPage() throws IOException {
        byte[] nothing = {};
        var warc = WarcBytes.gzip()
                .info()
                .record("resource", "https://example.com/r", "text/html", "<p>resource".getBytes(UTF_8), "")
                .record(
                        "request",
                        "https://example.com/r",
                        "application/http; msgtype=request",
                        "GET / HTTP/1.1\r\n\r\n".getBytes(UTF_8),
                        "")
                .record("response", "dns:example.com", "text/dns", "20260301 192.0.2.7".getBytes(UTF_8), "")
                .response("https://example.com/i.png", "200 OK", "Content-Type: image/png\r\n", new byte[] {1, 2}, "")
                .response("https://example.com/untold", "200 OK", "", "\n <!doctype html><p>untold".getBytes(UTF_8), "")
                .record(
                        "revisit",
                        "https://example.com/v",
                        "application/http; msgtype=response",
                        nothing,
                        "WARC-Profile: x\r\n")
                .html("<https://example.com/quoted>", "<p>wget");
        var items = read(warc.bytes(), Offset.START);
        assertThat(urls(items))
                .containsExactly("https://example.com/r", "https://example.com/untold", "https://example.com/quoted");
        assertThat(reasons(items)).containsExactly(Unread.Reason.NOT_A_PAGE, Unread.Reason.REVISIT);
        assertThat(reasons(items)).noneMatch(Unread.Reason::isLoss);
    }

    @Test
    void marksPagesTheCrawlerCutAndCutsLongOnes() throws IOException {
        byte[] longBody = ("<p>" + "x".repeat(100)).getBytes(UTF_8);
        var warc = WarcBytes.gzip()
                .response(
                        "https://example.com/t",
                        "200 OK",
                        html(""),
                        "<p>t".getBytes(UTF_8),
                        "WARC-Truncated: length\r\n")
                .response("https://example.com/l", "200 OK", html(""), longBody, "");
        var source = new WarcSource(
                new ByteArrayInputStream(warc.bytes()), "t", FILE_TIME, Offset.START, new Limits(50, 1000, 100));
        var pages = pages(all(source));
        assertThat(pages.get(0).truncated()).isTrue();
        assertThat(pages.get(0).remarks()).containsExactly(Remark.CUT_BY_CRAWLER);
        assertThat(pages.get(1).body()).hasSize(50);
        assertThat(pages.get(1).remarks()).containsExactly(Remark.CUT);
    }

    @Test
    void goesOnBehindACorruptMember() throws IOException {
        var warc = site(WarcBytes.gzip(), 40);
        byte[] bytes = warc.bytes();
        Arrays.fill(bytes, warc.start(10) + 60, warc.start(10) + 90, (byte) 0x55);
        var items = read(bytes, Offset.START);
        assertThat(reasons(items)).containsExactly(Unread.Reason.CORRUPT_GZIP);
        assertThat(urls(items))
                .hasSize(39)
                .doesNotContain("https://example.com/10")
                .contains("https://example.com/11");
    }

    @Test
    void refusesAPageWhoseChecksumIsWrong() throws IOException {
        var warc = site(WarcBytes.gzip(), 3);
        byte[] bytes = warc.bytes();
        bytes[warc.start(2) - 8] ^= 1; // checksum of the second member
        var items = read(bytes, Offset.START);
        assertThat(reasons(items)).containsExactly(Unread.Reason.CORRUPT_GZIP);
        assertThat(urls(items)).containsExactly("https://example.com/0", "https://example.com/2");
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void losesOnlyTheDamagedRecords(long seed) throws IOException {
        var warc = site(WarcBytes.gzip(), 60);
        byte[] bytes = warc.bytes();
        var random = new Random(seed);
        var damaged = new ArrayList<String>();
        for (int record = 5; record < 55; record += 10) {
            int length = warc.start(record + 1) - warc.start(record);
            int at = warc.start(record) + 12 + random.nextInt(length - 20);
            bytes[at] ^= (byte) (1 + random.nextInt(255));
            damaged.add("https://example.com/" + record);
        }
        var urls = urls(read(bytes, Offset.START));
        assertThat(urls).hasSize(55).doesNotContainAnyElementsOf(damaged).doesNotHaveDuplicates();
    }

    @ParameterizedTest(name = "gzip {0}, {1} bytes of the record")
    @CsvSource({"true, 0", "true, 5", "true, 50", "true, -1", "false, 20", "false, 150", "false, 400", "false, -8"})
    void reportsATruncatedFileAndGoesOnWhenItHasGrown(boolean gzip, int bytes) throws IOException {
        var warc = site(gzip ? WarcBytes.gzip() : WarcBytes.plain(), 10);
        byte[] whole = warc.bytes();
        int cut = bytes < 0 ? warc.start(8) + bytes : warc.start(7) + bytes;
        var source = source(Arrays.copyOf(whole, cut), Offset.START);
        List<SourceItem> first = all(source);
        assertThat(urls(first)).hasSize(7);
        assertThat(reasons(first)).hasSize(bytes == 0 ? 0 : 1).allMatch(Unread.Reason.TRUNCATED_FILE::equals);
        assertThat(urls(read(whole, source.offset())))
                .containsExactly("https://example.com/7", "https://example.com/8", "https://example.com/9");
    }

    @ParameterizedTest(name = "gzip {0}")
    @ValueSource(booleans = {true, false})
    void goesOnBehindARecordOfAWrongLength(boolean gzip) throws IOException {
        var warc = gzip ? WarcBytes.gzip() : WarcBytes.plain();
        byte[] block = WarcBytes.http("200 OK", html(""), "<p>liar".getBytes(UTF_8));
        warc.html("https://example.com/0", "<p>0")
                .raw(WarcBytes.recordBytes(
                        "response", "https://example.com/1", "application/http", 900_000_000, block, ""))
                .raw(WarcBytes.recordBytes(
                                "response", "https://example.com/2", "application/http", block.length, block, "")
                        .clone())
                .raw("WARC/1.1\r\nWARC-Type: response\r\nContent-Length: many\r\n\r\n\r\n\r\n".getBytes(UTF_8))
                .html("https://example.com/4", "<p>4");
        var items = read(warc.bytes(), Offset.START);
        assertThat(urls(items)).contains("https://example.com/0", "https://example.com/2", "https://example.com/4");
        assertThat(reasons(items)).hasSize(2).allMatch(Unread.Reason::isLoss);
    }

    @ParameterizedTest(name = "a {0} that is {1} bytes longer than it says")
    @CsvSource({"response, -1300", "response, -6", "response, 1", "response, 40", "request, -2500", "request, -40"})
    void losesOneRecordOfAPlainFileToAWrongLength(String type, int bytes) throws IOException {
        byte[] block = WarcBytes.http("200 OK", html(""), "<p>a page of some words and no more".getBytes(UTF_8));
        var warc = site(WarcBytes.plain(), 3)
                .raw(WarcBytes.recordBytes(
                        type, "https://example.com/liar", "application/http", block.length - bytes, block, ""));
        for (int i = 3; i < 12; i++) {
            warc.html("https://example.com/" + i, "<p>page " + i);
        }
        var items = read(warc.bytes(), Offset.START);
        assertThat(urls(items)).hasSize(12).doesNotContain("https://example.com/liar");
        assertThat(reasons(items)).containsExactly(Unread.Reason.BAD_RECORD);
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"", "\n", "\r\n", "\n\n", "\r\n\r\n", "\r\n\r\n\r\n"})
    void readsPlainRecordsHoweverTheyAreParted(String end) throws IOException {
        byte[] block = WarcBytes.http("200 OK", html(""), "<p>a page".getBytes(UTF_8));
        var warc = WarcBytes.plain();
        for (int i = 0; i < 5; i++) {
            byte[] whole = WarcBytes.recordBytes(
                    "response", "https://example.com/" + i, "application/http", block.length, block, "");
            warc.raw(WarcBytes.join(Arrays.copyOf(whole, whole.length - 4), end.getBytes(UTF_8)));
        }
        assertThat(urls(read(warc.bytes(), Offset.START))).hasSize(5);
    }

    @Test
    void readsAFileThatIsOneGzipMember() throws IOException {
        var warc = site(WarcBytes.plain(), 12);
        byte[] bytes = WarcBytes.zip(warc.bytes());
        assertThat(urls(read(bytes, Offset.START))).hasSize(12);
        goesOnFromEveryOffset(bytes, 12);
    }

    @Test
    void goesOnFromEveryOffsetOfAGzipFile() throws IOException {
        goesOnFromEveryOffset(site(WarcBytes.gzip().info(), 12).bytes(), 12);
    }

    @Test
    void goesOnFromEveryOffsetOfAPlainFile() throws IOException {
        goesOnFromEveryOffset(site(WarcBytes.plain().info(), 12).bytes(), 12);
    }

    @Test
    void countsAPageWithoutAnAddress() throws IOException {
        var warc = WarcBytes.gzip().record("resource", "", "text/html", "<p>whose".getBytes(UTF_8), "");
        assertThat(reasons(read(warc.bytes(), Offset.START))).containsExactly(Unread.Reason.NO_URL);
    }

    @Test
    void leavesNoResponseUncountedWhateverItsAddress() throws IOException {
        var warc = WarcBytes.gzip()
                .html("", "<p>without an address")
                .html("https://example.com/", "<p>a page")
                .html("ftp://example.com/a.html", "<p>from elsewhere");
        var items = read(warc.bytes(), Offset.START);
        assertThat(reasons(items)).containsExactly(Unread.Reason.NO_URL);
        assertThat(urls(items)).containsExactly("https://example.com/", "ftp://example.com/a.html");
    }

    @Test
    void takesNothingFromRubbish() throws IOException {
        byte[] rubbish = new byte[200_000];
        new Random(7).nextBytes(rubbish);
        var items = read(rubbish, Offset.START);
        assertThat(urls(items)).isEmpty();
        assertThat(reasons(items)).isNotEmpty().allMatch(Unread.Reason::isLoss);
        assertThat(read(new byte[0], Offset.START)).isEmpty();
    }

    private static void goesOnFromEveryOffset(byte[] bytes, int pages) throws IOException {
        var offsets = new ArrayList<Offset>();
        try (var source = source(bytes, Offset.START)) {
            for (Optional<SourceItem> item = source.next(); item.isPresent(); item = source.next()) {
                offsets.add(source.offset());
            }
            offsets.add(source.offset());
        }
        assertThat(offsets).hasSize(pages + 1);
        for (int i = 0; i < pages; i++) {
            assertThat(urls(read(bytes, offsets.get(i))))
                    .as("from %s", offsets.get(i))
                    .hasSize(pages - 1 - i);
        }
        assertThat(read(bytes, offsets.get(pages))).isEmpty();
    }

    private static WarcBytes site(WarcBytes warc, int pages) {
        var random = new Random(11);
        for (int i = 0; i < pages; i++) {
            var body = new StringBuilder("<!doctype html><p>page " + i);
            for (int word = 0; word < 300; word++) {
                body.append(' ').append(Integer.toString(random.nextInt(1 << 20), 36));
            }
            warc.html("https://example.com/" + i, body.toString());
        }
        return warc;
    }

    private static String html(String more) {
        return "Content-Type: text/html; charset=utf-8\r\n" + more;
    }

    private static byte[] chunked(byte[] body) {
        int half = body.length / 2;
        return WarcBytes.join(
                (Integer.toHexString(half) + "\r\n").getBytes(UTF_8),
                Arrays.copyOf(body, half),
                ("\r\n" + Integer.toHexString(body.length - half) + "\r\n").getBytes(UTF_8),
                Arrays.copyOfRange(body, half, body.length),
                "\r\n0\r\n\r\n".getBytes(UTF_8));
    }

    private static byte[] deflated(byte[] body) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var out = new DeflaterOutputStream(bytes)) {
            out.write(body);
        }
        return bytes.toByteArray();
    }

    private static List<SourceItem> read(byte[] bytes, Offset offset) throws IOException {
        return all(source(bytes, offset));
    }

    private static PageSource source(byte[] bytes, Offset offset) throws IOException {
        return WarcSource.open(new ByteArrayInputStream(bytes), "test.warc", FILE_TIME, offset, Limits.DEFAULT);
    }
}
