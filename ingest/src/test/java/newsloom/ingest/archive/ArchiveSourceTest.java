package newsloom.ingest.archive;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import newsloom.ingest.feed.FeedFiles;
import newsloom.ingest.page.Limits;
import newsloom.ingest.page.Offset;
import newsloom.ingest.page.Reads;
import newsloom.ingest.page.Remark;
import newsloom.ingest.page.SourceItem;
import newsloom.ingest.page.Unread;
import newsloom.ingest.source.Fingerprints;
import newsloom.ingest.source.Listing;
import newsloom.ingest.source.MemberFeeds;
import newsloom.ingest.source.ReadOptions;
import newsloom.ingest.source.SourceFile;
import newsloom.ingest.warc.WarcBytes;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ArchiveSourceTest {
    @TempDir
    private Path temporary;

    private Path folder;

    @BeforeEach
    void resolve() throws IOException {
        folder = temporary.toRealPath();
    }

    @ParameterizedTest
    @ValueSource(strings = {"a.zip", "a.tar", "a.tar.gz", "a.tgz"})
    void readsWhatAFolderWouldGive(String name) throws IOException {
        var items = read(archive(name, mixed()));
        assertThat(Reads.urls(items))
                .containsExactly(
                        "https://told.example/1",
                        folder.resolve(name).toUri() + "!/pages/2.txt",
                        "https://warc.example/0",
                        "https://warc.example/1",
                        "https://lines.example/0",
                        "https://lines.example/1");
        assertThat(Reads.reasons(items)).containsExactly(Unread.Reason.OTHER_FILE);
        var first = Reads.pages(items).get(0);
        assertThat(first.location()).isEqualTo(name + "!/pages/1.html");
        assertThat(first.fetchTime()).isEqualTo("2026-03-01T08:00:00Z");
        assertThat(Reads.pages(items).get(1).contentType()).isEqualTo("text/plain");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a.zip", "a.tar.gz"})
    void goesOnFromEveryOffset(String name) throws IOException {
        Path file = archive(name, mixed());
        var offsets = new ArrayList<Offset>();
        try (var source = Reads.open(source(file), Offset.START)) {
            for (Optional<SourceItem> item = source.next(); item.isPresent(); item = source.next()) {
                offsets.add(source.offset());
            }
            offsets.add(source.offset());
        }
        assertThat(offsets).hasSize(8).doesNotHaveDuplicates();
        for (int i = 0; i < offsets.size(); i++) {
            var rest = Reads.all(Reads.open(source(file), offsets.get(i)));
            assertThat(rest).as("from %s", offsets.get(i)).hasSize(Math.max(0, 6 - i));
        }
    }

    @Test
    void takesOnlyTheArchivesOfAWacz() throws IOException {
        var files = new LinkedHashMap<String, byte[]>();
        files.put("pages/pages.jsonl", bytes("{\"format\":\"json-pages-1.0\"}\n{\"url\":\"https://w.example/\"}\n"));
        files.put("archive/data.warc.gz", warc("https://w.example/", 2));
        files.put("indexes/index.cdx.gz", new byte[20]);
        files.put("datapackage.json", bytes("{}"));
        var items = read(archive("a.wacz", files));
        assertThat(Reads.urls(items)).containsExactly("https://w.example/0", "https://w.example/1");
        assertThat(Reads.reasons(items)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"a.zip", "a.tar.gz"})
    void takesHtmlOfAnyNameWherePathsAreAddresses(String name) throws IOException {
        var files = new LinkedHashMap<String, byte[]>();
        files.put("news.example/view.php?id=7", bytes("<!doctype html><p>seven"));
        files.put("news.example/logo", noise(3000));
        files.put("notes/story", bytes("<html>"));
        var source = (SourceFile.Stored) source(archive(name, files));
        var options = new ReadOptions(Limits.DEFAULT, null, true);
        var items = Reads.all(
                source.open(Offset.START, Fingerprints.of(source), options).pages());
        assertThat(Reads.urls(items)).containsExactly("https://news.example/view.php?id=7");
        assertThat(Reads.pages(items).get(0).body()).asString(UTF_8).isEqualTo("<!doctype html><p>seven");
        assertThat(Reads.reasons(items)).containsExactly(Unread.Reason.OTHER_FILE, Unread.Reason.OTHER_FILE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a.zip", "a.tar", "a.tar.gz", "a.wacz"})
    void handsOverItsFeedsBeforeThePages(String name) throws IOException {
        String feed =
                "<rss><channel><item><link>https://lines.example/%s</link><title>%s</title></item></channel></rss>";
        var files = new LinkedHashMap<>(mixed());
        files.put("datapackage.json", bytes("{}"));
        files.put("feeds/damaged.xml.gz", new byte[] {0x1f, (byte) 0x8b, 8, 0, 0, 0, 0, 0, 0, 0, 7});
        files.put("feeds/one.rss", bytes(feed.formatted("0", "One")));
        files.put("feeds/two.xml.gz", WarcBytes.zip(bytes(feed.formatted("1", "Two"))));
        files.put("feeds/none.xml", bytes("<project/>"));
        files.put("feeds/broken.atom", bytes("<feed><entry>"));
        files.put("../outside.rss", bytes(feed.formatted("2", "Three")));
        var feeds = new FeedFiles();
        MemberFeeds.each(source(archive(name, files)), feeds::read);
        assertThat(feeds.hints().size()).isEqualTo(2);
        assertThat(feeds.hints().of("https://lines.example/1").orElseThrow().title())
                .isEqualTo("Two");
        assertThat(feeds.unread()).singleElement().satisfies(bad -> {
            assertThat(bad.reason()).isEqualTo(Unread.Reason.BAD_FEED);
            assertThat(bad.location()).endsWith(name + "!/feeds/broken.atom");
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"a.zip", "a.tar", "a.tar.gz"})
    void countsNoFeedAmongWhatItPasses(String name) throws IOException {
        var files = new LinkedHashMap<String, byte[]>();
        files.put("one.rss", bytes("<rss/>"));
        files.put("two.xml.gz", WarcBytes.zip(bytes("<urlset/>")));
        files.put("page.html", bytes("<p>page"));
        files.put("three.xml", bytes("<project/>"));
        var items = read(archive(name, files));
        assertThat(Reads.urls(items)).singleElement().asString().endsWith("!/page.html");
        assertThat(Reads.reasons(items)).containsExactly(Unread.Reason.OTHER_FILE);
    }

    @Test
    void readsAFeedThatIsABombUpToItsLimit() throws IOException {
        String entry = "<item><link>https://bomb.example/</link><title>" + "a".repeat(50_000) + "</title></item>";
        var files = new LinkedHashMap<String, byte[]>();
        files.put("bomb.rss", bytes("<rss>" + entry.repeat(2_600) + "</rss>"));
        var feeds = new FeedFiles();
        MemberFeeds.each(source(archive("a.zip", files)), feeds::read);
        assertThat(feeds.unread())
                .singleElement()
                .satisfies(bad -> assertThat(bad.reason()).isEqualTo(Unread.Reason.BAD_FEED));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a.tar", "a.tar.gz", "a.wacz"})
    void refusesTheSameNamesInEveryKindOfArchive(String name) throws IOException {
        var files = new LinkedHashMap<String, byte[]>();
        files.put("datapackage.json", bytes("{}"));
        files.put("archive/../../out.html", bytes("<p>out"));
        files.put("archive/in.html", bytes("<p>in"));
        var items = read(archive(name, files));
        assertThat(Reads.reasons(items)).contains(Unread.Reason.BAD_MEMBER);
        assertThat(Reads.urls(items)).singleElement().asString().endsWith("!/archive/in.html");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"../out.html", "/etc/out.html", "a/../../out.html", "..\\out.html", "C:\\out.html", "a\nb.html"})
    void refusesNamesThatLeadOutOfTheArchive(String name) throws IOException {
        var files = new LinkedHashMap<String, byte[]>();
        files.put(name, bytes("<p>out"));
        files.put("in.html", bytes("<p>in"));
        var items = read(archive("a.zip", files));
        assertThat(Reads.reasons(items)).containsExactly(Unread.Reason.BAD_MEMBER);
        assertThat(Reads.urls(items)).singleElement().asString().endsWith("!/in.html");
        assertThat(folder.resolveSibling("out.html")).doesNotExist();
    }

    @Test
    void readsABombUpToItsLimitAndGoesOn() throws IOException {
        var line = bytes("{\"url\":\"https://bomb.example/\",\"text\":\"" + "a".repeat(40_000) + "\"}\n");
        var bomb = new ByteArrayOutputStream();
        for (int i = 0; i < 3_200; i++) {
            bomb.writeBytes(line);
        }
        var files = new LinkedHashMap<String, byte[]>();
        files.put("bomb.jsonl", bomb.toByteArray());
        files.put("next.html", bytes("<p>next"));
        files.put("noise.bin", noise(400_000));
        Path zip = archive("a.zip", files);
        var items = read(zip);
        assertThat(Reads.reasons(items)).containsExactly(Unread.Reason.ARCHIVE_BOMB, Unread.Reason.OTHER_FILE);
        assertThat(Reads.urls(items)).hasSizeLessThan(3_200).last().asString().endsWith("!/next.html");

        files.remove("noise.bin");
        assertThat(Reads.reasons(read(archive("b.tar.gz", files)))).contains(Unread.Reason.ARCHIVE_BOMB);
    }

    @Test
    void losesOnlyTheDamagedMemberOfAZip() throws IOException {
        var files = new LinkedHashMap<String, byte[]>();
        for (int i = 0; i < 5; i++) {
            files.put(i + ".html", bytes("<p>page " + i + new String(noise(500), ISO_8859_1)));
        }
        Path zip = archive("a.zip", files);
        byte[] damaged = Files.readAllBytes(zip);
        damaged[damaged.length / 3] ^= 0x11;
        Files.write(zip, damaged);
        var items = read(zip);
        assertThat(Reads.pages(items)).hasSize(4);
        assertThat(Reads.reasons(items)).containsExactly(Unread.Reason.BAD_MEMBER);
    }

    @Test
    void reportsATarThatBreaksOff() throws IOException {
        Path tar = archive("a.tar.gz", mixed());
        Files.write(tar, Arrays.copyOf(Files.readAllBytes(tar), (int) Files.size(tar) * 2 / 3));
        assertThat(Reads.reasons(read(tar))).isNotEmpty().anyMatch(Unread.Reason::isLoss);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a.zip", "a.wacz"})
    void readsTheFilesOfAZipUpToWhereItBreaksOff(String name) throws IOException {
        var files = new LinkedHashMap<String, byte[]>();
        for (int i = 0; i < 9; i++) {
            files.put("archive/" + i + ".html", bytes("<p>page " + i + new String(noise(500), ISO_8859_1)));
            files.put("archive/" + i + ".html.json", bytes("{\"url\":\"https://example.com/" + i + "\"}"));
        }
        Path zip = archive(name, files);
        Files.write(zip, Arrays.copyOf(Files.readAllBytes(zip), (int) Files.size(zip) / 2));
        var items = read(zip);
        assertThat(Reads.urls(items))
                .hasSizeBetween(3, 6)
                .startsWith("https://example.com/0", "https://example.com/1", "https://example.com/2");
        assertThat(Reads.reasons(items)).contains(Unread.Reason.TRUNCATED_FILE).allMatch(Unread.Reason::isLoss);

        Files.write(zip, noise(500));
        assertThatThrownBy(() -> read(zip)).isInstanceOf(IOException.class);
    }

    @Test
    void opensNoArchiveInAnArchiveAndMarksABadSideCar() throws IOException {
        var files = new LinkedHashMap<String, byte[]>();
        files.put("inner.zip", Files.readAllBytes(archive("x.zip", mixed())));
        files.put("a.html", bytes("<p>a"));
        files.put("a.html.json", bytes("no json"));
        var items = read(archive("a.zip", files));
        assertThat(Reads.reasons(items)).containsExactly(Unread.Reason.BAD_MEMBER);
        assertThat(Reads.pages(items).get(0).remarks()).containsExactly(Remark.BAD_SIDE_CAR);
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void throwsNothingButStorageErrorsOnRubbish(long seed) throws IOException {
        var random = new Random(seed);
        for (String name : List.of("a.zip", "a.tar", "a.tar.gz")) {
            byte[] whole = Files.readAllBytes(archive(name, mixed()));
            for (int flip = 0; flip < 20; flip++) {
                whole[random.nextInt(whole.length)] ^= (byte) random.nextInt(256);
            }
            Path file = Files.write(folder.resolve(name), whole);
            try {
                assertThat(read(file).size()).isLessThan(100);
            } catch (IOException e) {
                assertThat(e).hasMessageNotContaining("reading failed");
            }
        }
    }

    private static Map<String, byte[]> mixed() {
        var files = new LinkedHashMap<String, byte[]>();
        files.put("pages/1.html", bytes("<p>1"));
        files.put("pages/2.txt", bytes("2"));
        files.put("logo.png", new byte[10]);
        files.put("crawl.warc.gz", warc("https://warc.example/", 2));
        files.put("lines.jsonl", bytes("""
                {"url":"https://lines.example/0","text":"0"}
                {"url":"https://lines.example/1","text":"1"}
                """));
        files.put(
                "pages/1.html.json",
                bytes("{\"url\":\"https://told.example/1\",\"fetched_at\":\"2026-03-01T08:00:00Z\"}"));
        return files;
    }

    private static byte[] warc(String prefix, int pages) {
        var warc = WarcBytes.gzip();
        for (int i = 0; i < pages; i++) {
            warc.html(prefix + i, "<p>" + i);
        }
        return warc.bytes();
    }

    private Path archive(String name, Map<String, byte[]> files) throws IOException {
        var bytes = new ByteArrayOutputStream();
        if (name.endsWith("zip") || name.endsWith("wacz")) {
            try (var zip = new ZipOutputStream(bytes)) {
                for (var file : files.entrySet()) {
                    zip.putNextEntry(new ZipEntry(file.getKey()));
                    zip.write(file.getValue());
                }
            }
        } else {
            write(bytes, files);
        }
        boolean gzip = name.endsWith("gz");
        return Files.write(folder.resolve(name), gzip ? WarcBytes.zip(bytes.toByteArray()) : bytes.toByteArray());
    }

    private static void write(OutputStream out, Map<String, byte[]> files) throws IOException {
        try (var tar = new TarArchiveOutputStream(out)) {
            for (var file : files.entrySet()) {
                var entry = new TarArchiveEntry(file.getKey());
                entry.setSize(file.getValue().length);
                tar.putArchiveEntry(entry);
                tar.write(file.getValue());
                tar.closeArchiveEntry();
            }
        }
    }

    private static SourceFile source(Path file) {
        return Listing.of(List.of(file), false).files().get(0);
    }

    private static List<SourceItem> read(Path file) throws IOException {
        return Reads.all(Reads.open(source(file), Offset.START));
    }

    private static byte[] noise(int count) {
        byte[] noise = new byte[count];
        new Random(3).nextBytes(noise);
        return noise;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(UTF_8);
    }
}
