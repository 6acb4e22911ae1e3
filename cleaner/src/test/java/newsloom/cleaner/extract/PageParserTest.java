package newsloom.cleaner.extract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jsoup.Jsoup;
import org.jsoup.parser.Parser;
import org.junit.jupiter.api.Test;

class PageParserTest {

    private static final String PAGE = "<title>One</title><p>Two<news-box class=a>Three<p>Four</news-box><svg><a>Five";

    @Test
    void parsesAsJsoupDoes() {
        assertThat(PageParser.parse(PAGE).outerHtml())
                .isEqualTo(PageParser.parse(PAGE).outerHtml())
                .isEqualTo(Jsoup.parse(PAGE).outerHtml());
    }

    @Test
    void forgetsTagsThatPagesMakeUp() {
        Parser kept = PageParser.parse(PAGE).parser();
        String madeUp = IntStream.range(0, 1_000)
                .mapToObj(i -> "<made-up-" + i + ">One")
                .collect(Collectors.joining());

        assertThat(PageParser.parse(PAGE).parser()).isSameAs(kept);
        assertThat(PageParser.parse(madeUp).select("made-up-999")).hasSize(1);
        assertThat(PageParser.parse(PAGE).parser()).isNotSameAs(kept);
    }
}
