package newsloom.cleaner.extract.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class UrlWordsTest {

    private static final UrlWords HARBOUR =
            UrlWords.of("https://www.valemouth.example/news/2026/harbour-opens-after-nine-years-18823.html");

    @Test
    void knowsTheHeadlineThatTheAddressRepeats() {
        UrlWords.Said headline = HARBOUR.saidBy("Harbour opens, after nine years");

        assertThat(headline).isEqualTo(new UrlWords.Said(headline.bits(), 5, 5));
        assertThat(HARBOUR.agreement(headline)).isCloseTo(10 / 11.0, within(1e-9)); // "html" is taken for a word
        assertThat(HARBOUR.agreement(HARBOUR.saidBy("Nine years of rain"))).isLessThan(0.5);
    }

    @Test
    void readsUmlautsAndAccentsHoweverTheAddressSpellsThem() {
        UrlWords url = UrlWords.of("https://tal.example/a/gemeinde-raeumt-maengel-in-strasse-von-orleans-ein");

        assertThat(url.agreement(url.saidBy("Gemeinde räumt Mängel in Straße von Orléans ein")))
                .isEqualTo(1);
    }

    @Test
    void readsAddressesThatAreEncoded() {
        UrlWords url = UrlWords.of("https://pristan.example/%D0%BF%D0%BE%D1%80%D1%82-%D1%81%D0%BD%D0%BE%D0%B2%D0%B0-"
                + "%D0%BE%D1%82%D0%BA%D1%80%D1%8B%D1%82");

        assertThat(url.agreement(url.saidBy("Порт снова открыт"))).isEqualTo(1);
    }

    @Test
    void hasNoWordsOfAnAddressThatRepeatsNoHeadline() {
        for (String url : List.of(
                "https://harbour-news-and-more.example",
                "https://valemouth.example/news/18823.html",
                "http://unknown.invalid/atd/63a5e2a711ce0470",
                "https://valemouth.example/" + "a-long-word-".repeat(200),
                "no address",
                "")) {
            UrlWords words = UrlWords.of(url);
            assertThat(words.size()).as(url).isZero();
            assertThat(words.agreement(words.saidBy("Harbour news and more"))).isZero();
        }
    }

    @Test
    void takesAnAddressWithBrokenEncodingAsItStands() {
        assertThat(UrlWords.of("https://valemouth.example/harbour-opens-again-100%")
                        .size())
                .isEqualTo(3);
    }

    @Test
    void countsNoMoreWordsThanThereAreBits() {
        StringBuilder path = new StringBuilder("https://valemouth.example/");
        for (int i = 0; i < 40; i++) {
            path.append("word")
                    .append((char) ('a' + i / 26))
                    .append((char) ('a' + i % 26))
                    .append('-');
        }
        assertThat(UrlWords.of(path.toString()).size()).isEqualTo(30);
    }
}
