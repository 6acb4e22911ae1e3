package newsloom.cleaner.extract.select;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import newsloom.cleaner.extract.InventedPage;
import newsloom.cleaner.extract.page.Block;
import newsloom.cleaner.extract.page.PageTree;
import newsloom.cleaner.extract.page.PageTrees;
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

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"More news | div", "Recommended | li", "Weitere Nachrichten | section", "Lees ook | article"})
    void leaveADigestOfLinksWithAReviewEachAlone(String heading, String element) {
        List<String> reviews = List.of(
                "Ole Strand went along the whole of the river Quell on foot and wrote down what the millers told him. The third part is the best: it explains why so many weirs were built of oak, and who paid for them.",
                "The harbour office has put its tide tables of two centuries on the net. Whoever wants to know how high the water stood on the day of a wedding in 1870 finds it in less than a minute.",
                "A long talk with the last woman who made sails in Denby by hand. She thinks that nobody will follow her, and shows on forty pictures how each seam is sewn.",
                "Why do herrings come back after thirty years? Two marine biologists give four answers, and admit at the end that they believe in none of them.");
        String items = IntStream.range(0, 4)
                .mapToObj(i ->
                        "<%s><h3><a href=https://site%d.example/a>A walk along the river, part %d</a></h3><p>%s</p></%s>"
                                .formatted(element, i, i, reviews.get(i), element))
                .collect(Collectors.joining());
        String page =
                "<title>Links of the week: rivers and sails</title><h1>Links of the week: rivers and sails</h1><article class=article-body>"
                        + TEXT + "<h2>" + heading + "</h2><div>" + items + "</div></article>";

        assertThat(InventedPage.html("https://post.example/2026/11/links-of-the-week-rivers-and-sails", page)
                        .paragraphs())
                .containsAll(reviews);
    }

    @Test
    void holdTeasersThatOutweighAShortText() {
        String page =
                "<title>Weir to be rebuilt in oak</title><h1>Weir to be rebuilt in oak</h1><article class=article-body>"
                        + TEXT + "<h3>More news</h3><div>"
                        + IntStream.rangeClosed(1, 6)
                                .mapToObj(i ->
                                        "<div><h4><a href=/%d>Boats found again %d</a></h4><p>%s The club […]</p></div>"
                                                .formatted(i, i, SUMMARY))
                                .collect(Collectors.joining())
                        + "</div></article>";

        assertThat(InventedPage.html("https://post.example/2026/11/weir-to-be-rebuilt-in-oak", page)
                        .paragraphs())
                .hasSize(2);
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
        PageTree tree = PageTrees.of("<body><article><h1>Weir to be rebuilt</h1>" + body + "</article>");
        RelatedBoxes boxes = RelatedBoxes.of(tree, new double[tree.blocks().size()]);
        return tree.blocks().stream().filter(boxes::hold).map(Block::text).toList();
    }
}
