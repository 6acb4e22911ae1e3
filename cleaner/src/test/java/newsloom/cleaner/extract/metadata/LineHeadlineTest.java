package newsloom.cleaner.extract.metadata;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import newsloom.cleaner.extract.page.DensestRun;
import newsloom.cleaner.extract.page.TextLine;
import newsloom.cleaner.extract.page.TextLines;
import newsloom.cleaner.extract.page.UrlMentions;
import newsloom.cleaner.extract.page.UrlWords;
import org.junit.jupiter.api.Test;

class LineHeadlineTest {

    private static final String HEADLINE = "Salt mill of Pellworth to grind again";
    private static final String FIRST =
            "The salt mill of Pellworth is to grind again from May on, eleven years after a fire had taken its roof and both of its stones.";
    private static final String SECOND =
            "A society of ninety people has paid for oak and slate, and two millers from across the border have shown how the stones are dressed.";
    private static final String THIRD =
            "The town gives the ground for nothing, as its council decided on Wednesday evening with one vote against and two abstentions.";

    @Test
    void isNoLineThatTheTextSaysAgain() {
        String quoted = "We never sold the stones";

        assertThat(headline(List.of(
                        HEADLINE,
                        "By Ada Quist",
                        "4 March 2026",
                        FIRST,
                        quoted,
                        SECOND,
                        THIRD,
                        quoted,
                        FIRST.replace("May", "June"))))
                .isEqualTo(HEADLINE);
    }

    @Test
    void isTheOnlyHeadingOfTheFirstLevelWhateverHeadingsFollow() {
        assertThat(headline(List.of(
                        "# Pellworth",
                        "",
                        "## Why the salt mill of Pellworth grinds again",
                        "",
                        FIRST,
                        SECOND,
                        "",
                        "## What the millers do next",
                        "",
                        THIRD)))
                .isEqualTo("Why the salt mill of Pellworth grinds again");
        assertThat(headline(List.of(
                        "# " + HEADLINE,
                        "",
                        "Subscribe to the Courier",
                        "",
                        "## The long way of oak, slate and stone",
                        "",
                        FIRST,
                        SECOND,
                        "",
                        THIRD)))
                .isEqualTo(HEADLINE);
    }

    @Test
    void isNoRefrain() {
        String refrain = "Turn, stone, and grind it small";

        assertThat(headline(List.of(
                        "A song for the salt mill",
                        FIRST,
                        "The sea comes in, the sea goes out",
                        refrain,
                        "The wind is up, the sails are stout",
                        refrain,
                        "The miller laughs, the rats run out",
                        refrain,
                        SECOND)))
                .isEqualTo("A song for the salt mill");
    }

    @Test
    void isNoSentenceOfAChineseText() {
        assertThat(headline(List.of(
                        "河口旧水车明年春天拆除",
                        "河口的旧水车将在明年春天拆除。市政府的负责人说，木柱已经腐烂，经不起冬天的风暴。",
                        "居民们感到惋惜，说那是他们小时候玩耍的地方，也是村里的第一座磨坊。",
                        "",
                        "河口的旧水车将在明年春天拆除，原址将修建一座小公园，供来往的行人观看。")))
                .isEqualTo("河口旧水车明年春天拆除");
    }

    @Test
    void isALineThatThePageSaysAboveItsMenuToo() {
        assertThat(headline(List.of(
                        HEADLINE, "Home", "News", "All you need to know on Thursday", HEADLINE, FIRST, SECOND, THIRD)))
                .isEqualTo(HEADLINE);
    }

    @Test
    void isNoFirstSentenceOfATextWithoutAHeadline() {
        assertThat(headline(List.of(FIRST, SECOND, THIRD))).isEmpty();
        assertThat(headline(List.of(HEADLINE + ".", FIRST, SECOND))).isEqualTo(HEADLINE + ".");
    }

    private static String headline(List<String> texts) {
        List<TextLine> lines = TextLines.read(String.join("\n", texts), 100);
        return LineHeadline.find(lines, DensestRun.of(lines), UrlMentions.of(lines, UrlWords.NONE))
                .text();
    }
}
