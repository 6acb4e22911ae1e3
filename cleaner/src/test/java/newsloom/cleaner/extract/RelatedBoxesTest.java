package newsloom.cleaner.extract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RelatedBoxesTest {

    private static final String TEXT =
            "<p>The weir at Otterford is to be rebuilt in oak, as it stood three centuries ago, the river board said on Monday.</p>"
                    + "<p>Anglers had asked for a ramp of stones instead, over which salmon could climb, and collected four thousand names.</p>";
    private static final String SUMMARY =
            "Two boats of the rowing club were found in the reeds on Sunday, a mile below the bridge and without a scratch.";
    private static final String BEHIND =
            "<p>The board answered that a ladder for fish will be set beside the new weir, whose gates stay open from October on.</p>";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Related posts | div",
                "More from Otterford | article",
                "Das könnte Sie auch interessieren | li",
                "Sur le même sujet | aside",
                "Te puede interesar | div",
                "Articoli correlati | section",
                "Lees ook | div",
                "関連記事 | div"
            })
    void holdTheTeasersBelowTheHeadingAndNothingBehindThem(String heading, String element) {
        assertThat(held(TEXT + "<div><h3>" + heading + "</h3>" + teasers(element) + "</div>" + BEHIND))
                .isEqualTo(teaserTexts());
    }

    @Test
    void holdTeasersInAListOfTheirOwnAndBesideTheText() {
        assertThat(held(TEXT + "<h3>Related articles</h3><ul>" + teasers("li") + "</ul>" + BEHIND))
                .isEqualTo(teaserTexts());
        assertThat(held(TEXT + "<h3>Related articles</h3>" + teasers("div") + BEHIND))
                .isEqualTo(teaserTexts());
    }

    @Test
    void leaveASectionOfTheTextAlone() {
        assertThat(held(TEXT + "<section><h3>Related work</h3>" + BEHIND + TEXT + "</section>"))
                .isEmpty();
        assertThat(held(TEXT + "<h3>More from the summit</h3><div>" + BEHIND + "</div><div>" + BEHIND + "</div>"))
                .isEmpty();
    }

    @Test
    void leavePiecesOfTheTextThatHoldALinkAlone() {
        String piece = "<div>" + BEHIND + "<p><a href=/map>Map: where the weir is built</a></p>" + BEHIND + "</div>";

        assertThat(held(TEXT + "<h3>Related stories</h3><p><a href=/1>The old weir of the mill</a></p>" + piece
                        + piece))
                .isEmpty();
    }

    @Test
    void leaveAListOfLinksAndTeasersWithoutTheHeadingAlone() {
        assertThat(held(TEXT + "<h3>See also</h3><ul><li><a href=/1>The old weir of the mill</a></li>"
                        + "<li><a href=/2>The new bridge by the mill</a></li></ul>" + BEHIND))
                .isEmpty();
        assertThat(held(TEXT + "<h3>Four boats of the club</h3>" + teasers("div")))
                .isEmpty();
    }

    private static String teasers(String element) {
        return IntStream.rangeClosed(1, 4)
                .mapToObj(i -> "<%s><h4><a href=/%d>Boats found again %d</a></h4><p>%s</p></%s>"
                        .formatted(element, i, i, SUMMARY, element))
                .collect(Collectors.joining());
    }

    private static List<String> teaserTexts() {
        return IntStream.rangeClosed(1, 4)
                .boxed()
                .flatMap(i -> List.of("Boats found again " + i, SUMMARY).stream())
                .toList();
    }

    private static List<String> held(String body) {
        PageTree tree = PageWalker.walk(
                Jsoup.parse("<body><article><h1>Weir to be rebuilt</h1>" + body + "</article>"),
                ExtractionSettings.defaults());
        RelatedBoxes boxes = RelatedBoxes.of(tree);
        return tree.blocks().stream().filter(boxes::hold).map(Block::text).toList();
    }
}
