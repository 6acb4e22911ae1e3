package newsloom.text.tokens;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class WordsTest {
    static Stream<Arguments> texts() {
        return Stream.of(
                Arguments.of("case and marks", "The Mayor — again! — said: NO.", "the mayor again said no"),
                Arguments.of("apostrophes of every kind", "don't don’t donʼt 'quoted'", "dont dont dont quoted"),
                Arguments.of("a lone accent", "don´t", "don t"),
                Arguments.of("decimals and groups", "rose 5.65bn to 1,000, or 3.", "rose 5.65bn to 1,000 or 3"),
                Arguments.of("compatibility forms", "ﬁnal Ｎｅｗｓ №５", "final news no5"),
                Arguments.of("accents, composed or not", "Café Cafe\u0301", "café café"),
                Arguments.of("soft hyphens and joiners", "news\u00ADpaper news\u200Bpaper", "newspaper newspaper"),
                Arguments.of("digits of other scripts", "سنة ٢٠٢٤", "سنة 2024"),
                Arguments.of("Cyrillic", "Ёлка в Москве", "ёлка в москве"),
                Arguments.of("Korean has spaces", "서울 뉴스", "서울 뉴스"),
                Arguments.of("Chinese by pairs", "北京新闻。好", "北京 京新 新闻 好"),
                Arguments.of("Japanese with a long vowel", "ニュース", "ニュ ュー ース"),
                Arguments.of("Thai by pairs", "ข่าว", "ข\u0E48 \u0E48า าว"),
                Arguments.of("scripts side by side", "AI新闻2024", "ai 新闻 2024"),
                Arguments.of("characters beyond the basic plane", "𠮷野家 𝐁old", "𠮷野 野家 bold"),
                Arguments.of("nothing", " … — \n", ""));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("texts")
    void cutsForComparing(String what, String text, String words) {
        assertThat(String.join(" ", Words.of(text))).as(what).isEqualTo(words);
    }

    @Test
    void cutsEndlessWordsIntoPieces() {
        assertThat(Words.of("x".repeat(1000) + " 𐐷".repeat(3)))
                .allSatisfy(word -> assertThat(word).hasSizeBetween(1, 64))
                .hasSizeBetween(19, 20);
    }

    @Test
    void tellsPairsFromWords() {
        var pairs = new StringBuilder();
        Words.each("one 北京 二", (buffer, length, pair) -> pairs.append(pair));
        assertThat(pairs).hasToString("falsetruetrue");
    }
}
