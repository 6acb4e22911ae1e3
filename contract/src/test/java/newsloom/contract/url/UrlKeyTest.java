package newsloom.contract.url;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.ValueSource;

class UrlKeyTest {
    private static final String ODD = "aZ0-._~%/?#&=;:@!$'()*+, \t\\[]{}|\"<>^`éß新\u0000\u202e\ud83d";
    private static final String[] PIECES = {
        "http://", "https://", "HTTP:", "//", "www.", "m.", "amp.", "example.com", "exämple.de", ":80", ":443",
                ":99999", "/", "/../", "/./",
        "/index.html", "/amp", "/a-1", ".amp", ".html", ";jsessionid=1", "?", "&", "utm_source=x", "id=1", "amp", "=",
                "&amp;", "#", "%2d",
        "%7E", "%2f", "%c3%a9", "%", "%2", "%25", "%2525", "%252d", "..", ".", "@", "xn--",
                "(S(abcdefghijklmnopqrstu))", "[::1]"
    };

    @ParameterizedTest(name = "{0}")
    @CsvFileSource(resources = "/url/keys.csv", delimiter = '|', quoteCharacter = '\'')
    void givesTheKeyOfTheTable(String url, String key) {
        assertThat(UrlKey.of(url)).isEqualTo(key);
        assertThat(UrlKey.of(key)).as("key of the key").isEqualTo(key);
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void isIdempotentAndNeverThrows(long seed) {
        Random random = new Random(seed);
        for (int i = 0; i < 4000; i++) {
            String url = randomUrl(random);
            String key = UrlKey.of(url);
            assertThat(UrlKey.of(key)).as("key of <%s>", url).isEqualTo(key);
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {6, 7, 8})
    void keepsPagesApartThatDifferInAMeaningfulParameter(long seed) {
        Random random = new Random(seed);
        for (int i = 0; i < 2000; i++) {
            String path = "https://example.com/" + (random.nextBoolean() ? "x%2dy/" : "") + "p" + random.nextInt(5);
            String name = new String[] {"id", "p", "page", "article", "nr", "v", "story", "m"}[random.nextInt(8)];
            String tracked = path + "?utm_campaign=c" + i + "&" + name + "=" + i + "&fbclid=" + random.nextInt();
            assertThat(UrlKey.of(tracked)).isEqualTo(UrlKey.of(path + "?" + name + "=" + i));
            assertThat(UrlKey.of(tracked)).isNotEqualTo(UrlKey.of(path + "?" + name + "=" + (i + 1)));
        }
    }

    /** Two pages have one key only when they are one page, whatever stands around what matters of their addresses. */
    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {9, 10, 11, 12})
    void givesEveryDisguiseOfAPageItsKeyAndNoOtherPage(long seed) {
        Random random = new Random(seed);
        Map<String, PageAddress> pages = new HashMap<>();
        for (int i = 0; i < 1500; i++) {
            PageAddress page = PageAddress.random(random);
            String key = UrlKey.of(page.plain());
            assertThat(pages.putIfAbsent(key, page)).as("other page of %s", key).isIn(null, page);
            for (int disguise = 0; disguise < 4; disguise++) {
                String url = page.disguised(random);
                assertThat(UrlKey.of(url)).as("key of <%s>", url).isEqualTo(key);
            }
        }
        assertThat(pages).hasSizeGreaterThan(800);
    }

    @Test
    void staysQuickOnHostileText() {
        String endless = "https://example.com/" + "a/../".repeat(20_000) + "?" + "&a=1".repeat(20_000);
        assertThatCode(() -> UrlKey.of(endless)).doesNotThrowAnyException();
        assertThatCode(() -> UrlKey.of("a.".repeat(50_000))).doesNotThrowAnyException();
        assertThatCode(() -> UrlKey.of("https://" + "amp.".repeat(50_000) + "com/"))
                .doesNotThrowAnyException();
        assertThatCode(() -> UrlKey.of("https://example.com/" + "\u6e2f".repeat(50_000)))
                .doesNotThrowAnyException();
        assertThatCode(() -> UrlKey.of("https://example.com/" + "index.html/".repeat(700)))
                .doesNotThrowAnyException();
        assertThatCode(() -> UrlKey.of("https://cdn.ampproject.org/v/s/" + "a.".repeat(50_000) + "#"))
                .doesNotThrowAnyException();
        assertThatCode(() -> UrlKey.of("https://example.com/" + "2026-".repeat(50_000) + "/print"))
                .doesNotThrowAnyException();
    }

    private static String randomUrl(Random random) {
        StringBuilder url = new StringBuilder(random.nextInt(4) == 0 ? "" : "https://example.com/");
        for (int i = random.nextInt(9); i >= 0; i--) {
            url.append(PIECES[random.nextInt(PIECES.length)]);
            if (random.nextInt(3) == 0) {
                url.append(ODD.charAt(random.nextInt(ODD.length())));
            }
        }
        return url.toString();
    }
}
