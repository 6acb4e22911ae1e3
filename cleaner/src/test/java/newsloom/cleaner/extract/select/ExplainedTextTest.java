package newsloom.cleaner.extract.select;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import newsloom.cleaner.extract.ArticleExtractor;
import newsloom.cleaner.extract.Extraction;
import newsloom.cleaner.extract.ExtractionSettings;
import newsloom.cleaner.extract.decode.RawPage;
import org.junit.jupiter.api.Test;

class ExplainedTextTest {

    private static final ArticleExtractor EXTRACTOR = new ArticleExtractor(ExtractionSettings.defaults());

    private static final String HEADLINE = "Hedge of the bishop wins the county prize";
    private static final List<String> TEXT = List.of(
            "A hedge of yew that a bishop planted in 1702 has won the prize for the finest garden of the county, four votes ahead of a pond.",
            "It is eleven metres high and is clipped in August by two men on a scaffold, who need six weeks for it and drink a barrel of cider.",
            "The jury praised the hole in its middle, through which the setting sun falls on the chapel door on a single day of the year.");

    @Test
    void namesTheRuleThatOverruledTheScoreOfABlock() {
        String html = "<title>" + HEADLINE + "</title><h1>" + HEADLINE + "</h1><div class=body><p>" + TEXT.get(0)
                + "</p><p>"
                + TEXT.get(1) + "</p><p>" + TEXT.get(1) + "</p><p>MORE: <a href=/x>The pond that came second</a></p><p>"
                + TEXT.get(2) + "</p></div>";

        List<ExplainedText> texts = EXTRACTOR.explain(page(html, "text/html"));

        assertThat(texts)
                .filteredOn(text -> text.text().equals(TEXT.get(1)))
                .extracting(ExplainedText::kept, ExplainedText::rule)
                .containsExactly(tuple(true, null), tuple(false, "said before"));
        assertThat(texts).filteredOn(ExplainedText::kept).allMatch(text -> text.rule() == null);
    }

    @Test
    void namesTheRuleWhereCaptionsOrLinkedDataAreTaken() {
        String figures = TEXT.stream()
                .map(text -> "<figure><img src=a.jpg><figcaption>" + text.substring(0, 30) + "</figcaption></figure>")
                .collect(Collectors.joining());
        String gallery = "<h1>In pictures: " + HEADLINE + "</h1><p>"
                + TEXT.get(0).replace("votes", "points") + "</p>" + figures + figures.replace("the", "our");
        String told = "<h1>" + HEADLINE + "</h1><p>" + TEXT.get(0)
                + "</p><script type=application/ld+json>{\"@type\":\"NewsArticle\",\"articleBody\":\""
                + String.join("\\n", TEXT).repeat(3) + "\"}</script>";

        assertThat(EXTRACTOR.explain(page(gallery, "text/html")))
                .filteredOn(text -> "a caption of a gallery".equals(text.rule()))
                .isNotEmpty()
                .allMatch(ExplainedText::kept);
        assertThat(EXTRACTOR.explain(page(told, "text/html")))
                .noneMatch(ExplainedText::kept)
                .anyMatch(text -> "JSON-LD tells more, and is taken instead".equals(text.rule()));
    }

    /** Where a page shows no text, one that machines are told is as long as any other that is enough. */
    @Test
    void takesAShortTextOfLinkedDataWhereThePageShowsNone() {
        String told = "<h1>" + HEADLINE
                + "</h1><script type=application/ld+json>{\"@type\":\"NewsArticle\",\"articleBody\":\""
                + String.join("\\n", TEXT.subList(0, 3)) + "\"}</script>";
        assertThat(EXTRACTOR.extract(page(told, "text/html")))
                .isInstanceOfSatisfying(
                        Extraction.Content.class,
                        content -> assertThat(content.text()).isEqualTo(String.join("\n\n", TEXT.subList(0, 3))));
    }

    private static RawPage page(String body, String type) {
        return new RawPage(
                "https://gardens.example/news/hedge",
                body.getBytes(StandardCharsets.UTF_8),
                type,
                "utf-8",
                200,
                Instant.parse("2026-11-05T12:00:00Z"));
    }
}
