package newsloom.ingest.source;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import newsloom.ingest.bytes.Prefix;
import newsloom.ingest.bytes.PrefixInput;
import newsloom.ingest.page.Offset;
import newsloom.ingest.page.Reads;
import newsloom.ingest.page.Remark;
import newsloom.ingest.page.SourcePage;
import newsloom.ingest.page.Unread;
import newsloom.ingest.warc.WarcBytes;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ListingTest {
    @TempDir
    private Path temporary;

    private Path folder;

    @BeforeEach
    void resolve() throws IOException {
        folder = temporary.toRealPath();
    }

    @Test
    void sortsPagesByFetchTimeThenPath() throws IOException {
        page("b.html", "2026-03-03T00:00:00Z");
        page("sub/a.txt", "2026-03-02T00:00:00Z");
        page("c.htm", "2026-03-02T00:00:00Z");
        page("told.html", "2026-03-09T00:00:00Z");
        write("told.html.json", "{\"url\":\"https://example.com/\",\"fetched_at\":\"2026-03-01T00:00:00Z\"}");
        assertThat(names(Listing.of(List.of(folder), false))).containsExactly("told.html", "c.htm", "a.txt", "b.html");
    }

    @Test
    void doesNotDependOnTheOrderOfTheArgumentsAndListsAFileOnce() throws IOException {
        var a = page("a.html", "2026-03-03T00:00:00Z");
        var b = page("b.html", "2026-03-02T00:00:00Z");
        var lines = write("c.jsonl", "{}");
        var one = Listing.of(List.of(a, b, lines, a, folder), false);
        assertThat(names(one)).containsExactly("b.html", "a.html", "c.jsonl");
        assertThat(Listing.of(List.of(lines, folder, b, a), false).files()).isEqualTo(one.files());
    }

    @Test
    void goesOnBehindALinkThatLeadsNowhere() throws IOException {
        for (char name = 'a'; name <= 'h'; name++) {
            Files.createSymbolicLink(folder.resolve(name + ".warc.gz"), folder.resolve("gone"));
            page(name + ".html", "2026-03-01T00:00:00Z");
        }
        var listing = Listing.of(List.of(folder), false);
        assertThat(listing.files()).hasSize(8);
        assertThat(listing.unread()).hasSize(8).allMatch(unread -> unread.reason() == Unread.Reason.UNREADABLE_FILE);
    }

    @Test
    void knowsKindsByNameAndByContent() throws IOException {
        write("x.warc.gz", "");
        write("y.warc", "");
        write("z.ndjson.gz", "");
        write("README.md", "");
        write("alone.json", "[{\"url\":\"https://example.com/\",\"names\":{\"a\":1},\"maintext\":\"A\"}]");
        write("damaged.json", "{\"url\":\"https://example.com/\",");
        write("settings.json", "{\"pages\":[{\"url\":\"https://example.com/\",\"text\":\"A\"}],\"paths\":[]}");
        write("numbers.json", "[1,2]");
        write("early.html.json", "{}");
        write(".hidden.html", "");
        write(".git/a.html", "");
        var listing = Listing.of(List.of(folder), false);
        assertThat(names(listing)).containsExactly("alone.json", "damaged.json", "x.warc.gz", "y.warc", "z.ndjson.gz");
        assertThat(listing.ignored())
                .containsEntry(".md", 1L)
                .containsEntry(".json", 3L) // of a page that is not there yet, of something else
                .hasSize(2);

        var byContent = Listing.of(
                List.of(
                        write("markup", "<!doctype html>"),
                        write("lines", " {\"url\":1}"),
                        write("crawl", "WARC/1.1\r\n"),
                        Files.write(folder.resolve("zipped"), WarcBytes.zip("WARC/1.0\r\n".getBytes(UTF_8))),
                        write("notes", "hello"),
                        folder.resolve("alone.json"),
                        folder.resolve("missing.html")),
                false);
        assertThat(names(byContent)).containsExactly("markup", "alone.json", "crawl", "lines", "zipped");
        assertThat(byContent.unread())
                .extracting(Unread::reason)
                .containsExactly(Unread.Reason.UNKNOWN_FORMAT, Unread.Reason.UNREADABLE_FILE);
    }

    @Test
    void givesAPageItsSideCarOrItsFileUrl() throws IOException {
        var told = page("told.html", "2026-03-03T00:00:00Z");
        write(
                "told.html.json",
                "{\"url\":\"https://example.com/t\",\"status\":404,\"charset\":\"koi8-r\",\"headers\":{\"A\":\"b\"}}");
        var bare = page("bare.txt", "2026-03-02T00:00:00Z");
        var broken = page("broken.xhtml", "2026-03-01T00:00:00Z");
        write("broken.xhtml.json", "{");
        var pages = Listing.of(List.of(folder), false).files().stream()
                .map(ListingTest::read)
                .toList();
        assertThat(pages.get(0).url()).isEqualTo(broken.toUri().toString());
        assertThat(pages.get(0).remarks()).containsExactly(Remark.BAD_SIDE_CAR);
        assertThat(pages.get(0).contentType()).isEqualTo("application/xhtml+xml");
        assertThat(pages.get(1).url()).isEqualTo(bare.toUri().toString()).startsWith("file:///");
        assertThat(pages.get(1).contentType()).isEqualTo("text/plain");
        assertThat(pages.get(1).fetchTime()).isEqualTo("2026-03-02T00:00:00Z");
        assertThat(pages.get(2).url()).isEqualTo("https://example.com/t");
        assertThat(pages.get(2).status()).isEqualTo(404);
        assertThat(pages.get(2).charset()).isEqualTo("koi8-r");
        assertThat(pages.get(2).headers()).containsEntry("a", "b");
        assertThat(told).exists();
    }

    @Test
    void passesSideCarsOfAGlob() throws IOException {
        var page = page("a.html", "2026-03-03T00:00:00Z");
        var listing = Listing.of(List.of(page, write("a.html.json", "{}")), false);
        assertThat(names(listing)).containsExactly("a.html");
        assertThat(listing.unread()).isEmpty();
    }

    @Test
    void namesAPipeByItsFirstBytes() throws IOException {
        var one = StandardInput.open(new ByteArrayInputStream("{\"url\":\"a\"}\n".getBytes(UTF_8)));
        var same = StandardInput.open(new ByteArrayInputStream("{\"url\":\"a\"}\n".getBytes(UTF_8)));
        var other = StandardInput.open(new ByteArrayInputStream("{\"url\":\"b\"}\n".getBytes(UTF_8)));
        assertThat(one.id()).isEqualTo(same.id()).isNotEqualTo(other.id());
        assertThat(StandardInput.open(new ByteArrayInputStream(new byte[0])).id())
                .startsWith(StandardInput.ID_PREFIX);
        assertThatThrownBy(() -> StandardInput.open(new ByteArrayInputStream("a page".getBytes(UTF_8))))
                .hasMessageContaining("neither WARC nor JSON lines");
    }

    @Test
    void noticesWhatChangedAndWhatOnlyGrewOrWasTouched() throws IOException {
        var lines = write("a.jsonl", "{}\n{}\n");
        var before = Fingerprints.of(only(lines)).read(prefix(lines));
        assertThat(Fingerprints.looksUntouched(only(lines), before)).isTrue();
        write("a.jsonl", "{}\n{}\n{}\n");
        assertThat(Fingerprints.looksUntouched(only(lines), before)).isFalse();
        assertThat(Fingerprints.continues(only(lines), before)).isTrue();
        write("a.jsonl", "{}\n[]\n{}\n");
        assertThat(Fingerprints.continues(only(lines), before)).isFalse();
        write("a.jsonl", "{}\n");
        assertThat(Fingerprints.continues(only(lines), before)).isFalse();

        var page = page("a.html", "2026-03-03T00:00:00Z");
        var sent = Fingerprints.of(only(page));
        page("a.html", "2026-03-04T00:00:00Z");
        assertThat(Fingerprints.looksUntouched(only(page), sent)).isFalse();
        assertThat(Fingerprints.continues(only(page), sent)).isTrue();
        write("a.html.json", "{\"url\":\"https://example.com/\"}");
        assertThat(Fingerprints.continues(only(page), sent)).isFalse();
    }

    @Test
    void knowsArchivesFeedsAndWhatIsNoFeed() throws IOException {
        write("a.zip", "");
        write("b.wacz", "");
        write("c.tar.gz", "");
        write("d.tgz", "");
        write("e.warc.zst", "");
        write("f.rss", "");
        write("g.xml", "<?xml version=\"1.0\"?>\n<?xml-stylesheet href=\"a\"?><!-- x --><urlset/>");
        write("h.xml", "<?xml version=\"1.0\"?><config/>");
        var listing = Listing.of(List.of(folder), false);
        assertThat(names(listing)).containsExactly("a.zip", "b.wacz", "c.tar.gz", "d.tgz", "e.warc.zst");
        assertThat(listing.feeds())
                .extracting(Path::getFileName)
                .map(Path::toString)
                .containsExactly("f.rss", "g.xml");
        assertThat(listing.ignored()).containsOnlyKeys(".xml");
    }

    @Test
    void givesPagesTheAddressOfTheirPathWhereTold() throws IOException {
        write("crawl/www.example.com/2026/a b.html", "<p>1");
        write("crawl/www.example.com/index.html", "<p>2");
        write("crawl/www.example.com/story", "\ufeff<!DOCTYPE html><p>4");
        write("crawl/www.example.com/view.php?id=7", "<?xml version='1.0'?>\n<!-- cms --><html><p>5");
        write("crawl/www.example.com/logo", "<svg/>");
        write("crawl/www.example.com/app.js", "'<html>'");
        write("crawl/notes/c.html", "<p>3");
        write("crawl/notes/d", "<html>");
        assertThat(urls(Listing.of(List.of(folder.resolve("crawl")), true)))
                .containsExactlyInAnyOrder(
                        "https://www.example.com/2026/a%20b.html",
                        "https://www.example.com/index.html",
                        "https://www.example.com/story",
                        "https://www.example.com/view.php?id=7",
                        folder.resolve("crawl/notes/c.html").toUri().toString());
        assertThat(urls(Listing.of(List.of(folder.resolve("crawl/www.example.com")), true)))
                .contains("https://www.example.com/index.html");
        assertThat(names(Listing.of(List.of(folder), false)))
                .as("names that say nothing, where no address is asked for")
                .doesNotContain("story", "view.php?id=7");
        assertThat(urls(Listing.of(List.of(folder.resolve("crawl/notes")), false)))
                .allMatch(url -> url.startsWith("file:"));
    }

    @Test
    void expandsPatternsThatNoShellHasExpanded() throws IOException {
        Path b = write("b.warc", "");
        Path a = write("a.warc", "");
        Path deep = write("x/y/c.warc", "");
        Path odd = write("d[1].warc", "");
        write(".e.warc", "");
        assertThat(Globs.expand(folder + "/*.warc")).containsExactly(a, b, odd);
        assertThat(Globs.expand(folder + "/{a,b}.*")).containsExactly(a, b);
        assertThat(Globs.expand(folder + "/**.warc")).containsExactly(a, b, odd, deep);
        assertThat(Globs.expand(folder + "/x/*/?.warc")).containsExactly(deep);
        assertThat(Globs.expand(odd.toString())).containsExactly(odd);
        assertThat(Globs.expand(folder + "/**/*.warc")).containsExactly(a, b, odd, deep);
        assertThat(Globs.expand(folder + "/nothing/*.warc")).isEmpty();
    }

    private static List<String> urls(Listing listing) throws IOException {
        var urls = new ArrayList<String>();
        for (SourceFile file : listing.files()) {
            urls.addAll(Reads.urls(Reads.all(Reads.open(file, Offset.START))));
        }
        return urls;
    }

    private static SourceFile.Stored only(Path path) {
        return (SourceFile.Stored) Listing.of(List.of(path), false).files().get(0);
    }

    private static SourcePage read(SourceFile file) {
        try {
            return Reads.pages(Reads.all(Reads.open(file, Offset.START))).get(0);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static Prefix prefix(Path file) throws IOException {
        try (var in = new PrefixInput(Files.newInputStream(file))) {
            in.readAllBytes();
            return in.prefix();
        }
    }

    private static List<String> names(Listing listing) {
        return listing.files().stream()
                .map(file -> String.valueOf(Path.of(file.id()).getFileName()))
                .toList();
    }

    private Path page(String name, String modified) throws IOException {
        return Files.setLastModifiedTime(write(name, "<p>" + name), FileTime.from(Instant.parse(modified)));
    }

    private Path write(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, text);
    }
}
