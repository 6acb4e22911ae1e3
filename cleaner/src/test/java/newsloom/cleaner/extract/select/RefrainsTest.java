package newsloom.cleaner.extract.select;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import newsloom.cleaner.extract.ArticleExtractor;
import newsloom.cleaner.extract.Extraction;
import newsloom.cleaner.extract.ExtractionSettings;
import newsloom.cleaner.extract.decode.RawPage;
import newsloom.cleaner.extract.verdict.PageKind;
import org.junit.jupiter.api.Test;

class RefrainsTest {

    private static final ArticleExtractor EXTRACTOR = new ArticleExtractor(ExtractionSettings.defaults());

    private static final String REFRAIN = "And the mill wheel turned, and the miller was never seen again.";
    private static final List<String> VERSES = List.of(
            "In the year of the comet a miller came to Otterford with a sack of meal on his shoulder and a cat that nobody had ever heard to mew.",
            "He bought the mill below the weir for eleven florins, paid in coins that were so worn that the mayor bit each of them before he signed.",
            "The women said that his flour was whiter than any from the plain, and that bread made of it stayed soft until the Sunday after next.",
            "On the eve of Saint Martin the baker went to ask him for his secret, and found the door open, the lamp lit and the cat upon the stones.",
            "They dragged the pond for three days with the nets of the fishermen, and drew a boot out of it and a bell without a clapper.");

    @Test
    void keepsEachTimeOfARefrainInHtml() {
        String text = VERSES.stream()
                .map(verse -> "<p>" + verse + "</p><p>" + REFRAIN + "</p>")
                .collect(Collectors.joining());

        assertThat(content(
                                "<title>The miller of Otterford</title><h1>The miller of Otterford</h1><article>" + text
                                        + "</article>",
                                "text/html")
                        .paragraphs())
                .containsSubsequence(VERSES)
                .filteredOn(REFRAIN::equals)
                .hasSize(VERSES.size());
    }

    @Test
    void keepsEachTimeOfARefrainInTextAndTakesNoneForTheHeadline() {
        String text = VERSES.stream().map(verse -> verse + "\n\n" + REFRAIN).collect(Collectors.joining("\n\n"));

        Extraction.Content content =
                content("Home\nPoems\nLetters\n\nThe miller of Otterford\n\n" + text + "\n\nContact\n", "text/plain");

        assertThat(content.title()).isNotEqualTo(REFRAIN);
        assertThat(content.paragraphs())
                .containsSubsequence(VERSES)
                .filteredOn(REFRAIN::equals)
                .hasSize(VERSES.size());
        assertThat(EXTRACTOR.explain(page(text, "text/plain")))
                .filteredOn(line -> line.text().equals(REFRAIN))
                .allMatch(ExplainedText::kept)
                .extracting(ExplainedText::rule)
                .containsOnly("a refrain");
    }

    @Test
    void saysATextOnceThatThePageHasThreeTimes() {
        String text = "<p>" + String.join("</p><p>", VERSES) + "</p>";

        assertThat(content("<h1>The miller of Otterford</h1><article>" + text.repeat(3) + "</article>", "text/html")
                        .paragraphs())
                .isEqualTo(VERSES);
    }

    @Test
    void saysABoxOnceThatStandsBetweenTheParagraphs() {
        String box =
                "<div class=note><p>Tales of the river are printed here with the leave of the county library and its readers.</p></div>";
        String text = VERSES.stream().map(verse -> "<p>" + verse + "</p>").collect(Collectors.joining(box));

        List<String> paragraphs = content(
                        "<h1>The miller of Otterford</h1><article>" + text + "</article>", "text/html")
                .paragraphs();

        assertThat(paragraphs).containsSubsequence(VERSES).hasSizeLessThanOrEqualTo(VERSES.size() + 1);
    }

    @Test
    void keepsTheEntriesOfALiveBlogInTextWithTheirTimes() {
        List<String> entries = List.of(
                "The river has come over the meadow and stands at the wall of the churchyard, the fire brigade says.",
                "Buses turn round at the bridge.",
                "The mayor has asked everybody below the mill to leave their houses until the morning, and opened the school hall for them.",
                "Nobody is missing, the police say.",
                "The rain has stopped in the hills, and the gauge at the weir falls for the first time since midnight, though only by a finger.",
                "The hall is closed again, and everybody has gone home but the miller, whose cat is still on the roof of the shed.");
        String text = IntStream.range(0, entries.size())
                .mapToObj(i -> "0" + (i + 2) + ":40\n" + entries.get(i))
                .collect(Collectors.joining("\n"));

        Extraction.Content content =
                content("Home\nNews\n\nLive: flood at Otterford\n\n" + text + "\nContact\nImprint\n", "text/plain");

        assertThat(content.kind()).isEqualTo(PageKind.LIVE_BLOG);
        assertThat(content.paragraphs())
                .containsSubsequence(
                        "02:40",
                        entries.get(0),
                        "04:40",
                        entries.get(2),
                        "06:40",
                        entries.get(4),
                        "07:40",
                        entries.get(5));
        assertThat(content.paragraphs()).doesNotContain("Contact", "Imprint");
    }

    @Test
    void tellsALiveBlogInTextByItsTimesAlone() {
        String text = IntStream.range(0, VERSES.size())
                .mapToObj(i -> "1" + (8 - i) + ":05\n" + VERSES.get(i) + "\nStay away from the weir.")
                .collect(Collectors.joining("\n"));

        Extraction.Content content = content("Flood at Otterford\n4 November 2026\n" + text, "text/plain");

        assertThat(content.title()).isEqualTo("Flood at Otterford");
        assertThat(content.kind()).isEqualTo(PageKind.LIVE_BLOG);
        assertThat(content.paragraphs())
                .containsSubsequence("18:05", VERSES.get(0), "Stay away from the weir.", "17:05", VERSES.get(1))
                .filteredOn("Stay away from the weir."::equals)
                .hasSize(VERSES.size());
    }

    @Test
    void takesTimesThatRunUpAndDownForNoLiveBlog() {
        String text = IntStream.range(0, VERSES.size())
                .mapToObj(i -> "1" + (i % 2) + ":05\n" + VERSES.get(i))
                .collect(Collectors.joining("\n"));

        assertThat(content("Flood at Otterford\n4 November 2026\n" + text, "text/plain")
                        .kind())
                .isEqualTo(PageKind.ARTICLE);
    }

    @Test
    void takesNoTimetableForALiveBlog() {
        String buses = "08:10 Otterford\n08:25 Weir\n08:40 Mill\n08:55 Bridge\n09:10 Otterford\n";

        Extraction.Content content =
                content("Live: flood at Otterford\n\n" + String.join("\n\n", VERSES) + "\n\n" + buses, "text/plain");

        assertThat(content.kind()).isEqualTo(PageKind.ARTICLE);
        assertThat(Collections.disjoint(content.paragraphs(), List.of("08:25 Weir", "08:40 Mill")))
                .isTrue();
    }

    private static Extraction.Content content(String body, String type) {
        Extraction extraction = EXTRACTOR.extract(page(body, type));
        assertThat(extraction).isInstanceOf(Extraction.Content.class);
        return (Extraction.Content) extraction;
    }

    private static RawPage page(String body, String type) {
        return new RawPage(
                "https://post.example/tales/12",
                body.getBytes(StandardCharsets.UTF_8),
                type,
                "utf-8",
                200,
                Instant.parse("2026-11-05T12:00:00Z"));
    }
}
