package newsloom.ingest.feed;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import newsloom.ingest.page.Hint;
import org.junit.jupiter.api.Test;

class FeedTest {
    @Test
    void readsRss() throws IOException {
        var entries = read("""
                <?xml version="1.0"?><!-- made --><rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:media="http://search.yahoo.com/mrss/"><channel>
                <title>The site</title><link>https://example.com/</link><image><url>https://example.com/logo</url><title>logo</title></image>
                <item><title><![CDATA[Storm & flood]]></title><link> https://example.com/storm?utm_source=rss </link>
                <media:content url="x"><media:title>not this</media:title></media:content><image><url>https://example.com/p</url></image>
                <pubDate>Tue, 3 Mar 2026 09:30:00 +0100</pubDate><dc:creator>A. Reporter</dc:creator>
                <description>&lt;p&gt;The &lt;b&gt;river&lt;/b&gt; rose.&lt;/p&gt;</description></item>
                <item><title>By its guid</title><guid>https://example.com/guid</guid><pubDate>03 Mar 2026 09:30:00 EST</pubDate></item>
                <item><title>Nowhere</title></item>
                </channel></rss>""");
        assertThat(entries).hasSize(2);
        assertThat(entries.get(0).url()).isEqualTo("https://example.com/storm?utm_source=rss");
        assertThat(entries.get(0).hint().headers())
                .containsEntry("x-newsloom-title", "Storm & flood")
                .containsEntry("x-newsloom-published", "2026-03-03T08:30:00Z")
                .containsEntry("x-newsloom-summary", "The river rose.")
                .containsEntry("x-newsloom-authors", "A. Reporter");
        assertThat(entries.get(1).url()).isEqualTo("https://example.com/guid");
        assertThat(entries.get(1).hint().published()).isEqualTo("2026-03-03T14:30:00Z");
    }

    @Test
    void readsAtom() throws IOException {
        var entry = read("""
                <feed xmlns="http://www.w3.org/2005/Atom"><title>Site</title><entry><title type="html">One</title>
                <link rel="edit" href="https://example.com/edit"/><link href="https://example.com/1"/><id>urn:1</id>
                <published>2026-03-01T08:00:00+02:00</published><updated>2026-03-09T08:00:00Z</updated>
                <author><name>A</name></author><author><name>B</name></author>
                <summary type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">In <i>short</i></div></summary></entry></feed>""").get(0);
        assertThat(entry.url()).isEqualTo("https://example.com/1");
        assertThat(entry.hint()).isEqualTo(new Hint("One", "2026-03-01T06:00:00Z", "In short", "A, B", ""));
    }

    @Test
    void readsNoMoreThanASitemapMayHave() {
        byte[] entry = "<rss><item><link>https://example.com/1</link></item><!--".getBytes(UTF_8);
        var endless = new SequenceInputStream(new ByteArrayInputStream(entry), new Endless('x'));
        var found = new ArrayList<FeedEntry>();
        assertThatThrownBy(() -> Feed.read(endless, found::add))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("longer than 52428800 bytes");
        assertThat(found).hasSize(1);
    }

    @Test
    void keepsTheFirstOfManyAuthors() throws IOException {
        String names = "<author><name>A. Reporter</name></author>".repeat(200_000);
        var entry = read("<feed><entry><link href='https://example.com/1'/>" + names + "</entry></feed>")
                .get(0);
        assertThat(entry.hint().authors())
                .startsWith("A. Reporter, A. Reporter")
                .hasSizeLessThan(4_100);
    }

    /** The same byte for ever. */
    private static final class Endless extends InputStream {
        private final byte each;

        private Endless(char each) {
            this.each = (byte) each;
        }

        @Override
        public int read() {
            return each;
        }

        @Override
        public int read(byte[] bytes, int from, int length) {
            Arrays.fill(bytes, from, from + length, each);
            return length;
        }
    }

    @Test
    void readsNewsSitemaps() throws IOException {
        var entry = read("""
                <?xml version="1.0" encoding="UTF-8"?><urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:news="http://www.google.com/schemas/sitemap-news/0.9"
                 xmlns:image="http://www.google.com/schemas/sitemap-image/1.1"><url><loc>https://example.com/1</loc>
                <news:news><news:publication><news:name>Example</news:name><news:language>de</news:language></news:publication>
                <news:publication_date>2026-03-01</news:publication_date><news:title>Eins</news:title></news:news>
                <image:image><image:loc>https://example.com/i.jpg</image:loc></image:image><lastmod>2026-03-08</lastmod></url></urlset>""").get(0);
        assertThat(entry.url()).isEqualTo("https://example.com/1");
        assertThat(entry.hint().title()).isEqualTo("Eins");
        assertThat(entry.hint().published()).isEqualTo("2026-03-01T00:00:00Z");
        assertThat(entry.hint().language()).isEqualTo("de");
    }

    @Test
    void keepsWhatCameBeforeDamage() {
        var entries = new ArrayList<FeedEntry>();
        assertThatThrownBy(() -> Feed.read(bytes("""
                        <rss><item><link>https://example.com/1</link></item><item><title>a &nbsp; b</title></wrong>"""), entries::add)).isInstanceOf(IOException.class);
        assertThat(entries).hasSize(1);
    }

    @Test
    void resolvesNoEntities() {
        var entries = new ArrayList<FeedEntry>();
        String bomb =
                "<!DOCTYPE r [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;\"><!ENTITY f SYSTEM \"file:///etc/passwd\">]>"
                        + "<rss><item><title>&b;&f;</title><link>https://example.com/1</link></item></rss>";
        try {
            Feed.read(bytes(bomb), entries::add);
        } catch (IOException e) {
            assertThat(entries).isEmpty();
        }
        assertThat(entries.toString()).doesNotContain("aaaa").doesNotContain("root:");
    }

    @Test
    void findsThePageByItsKeyAndLetsTheFirstEntryWin() throws IOException {
        var hints = new Hints();
        read("<rss><item><link>http://www.example.com/a/?utm_source=rss</link><title>first</title></item>"
                        + "<item><link>https://example.com/a</link><title>second</title></item></rss>")
                .forEach(hints::add);
        assertThat(hints.of("https://m.example.com/a#top")).map(Hint::title).hasValue("first");
        assertThat(hints.of("https://example.com/b")).isEmpty();
        assertThat(hints.size()).isEqualTo(1);
    }

    private static List<FeedEntry> read(String xml) throws IOException {
        var entries = new ArrayList<FeedEntry>();
        Feed.read(bytes(xml), entries::add);
        return entries;
    }

    private static ByteArrayInputStream bytes(String xml) {
        return new ByteArrayInputStream(xml.getBytes(UTF_8));
    }
}
