package newsloom.cleaner.extract.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import newsloom.cleaner.extract.InventedPage;
import newsloom.cleaner.extract.page.TextLines;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ListLinesTest {

    private static final List<String> PLACES =
            List.of("Pellworth", "Otterford", "Denby", "Valemouth", "Ellis", "Quarrin", "Harl", "Moor End");
    private static final String TEASER =
            "The people of %s have waited for the ferry since the storm of January, and will have to wait until the spring.";

    @Test
    void tellsAFrontPageAndASectionByTheirEntries() {
        String page = "The Courier\nHome\nNews\n" + entries("Ferry to %s still late\n" + TEASER);

        assertThat(fill(page, "https://courier.example/")).isTrue();
        assertThat(fill(page, "https://courier.example/tag/ferries")).isTrue();
        assertThat(fill(page, "https://courier.example/2026/11/ferries-that-never-came"))
                .isFalse();
    }

    @Test
    void asksForALabelAtAnAddressOfFewWords() {
        String entry = "Ferry to %s still late\n" + TEASER;

        assertThat(fill(entries(entry), "https://courier.example/news/coast")).isFalse();
        assertThat(fill(entries(entry + "\n3 hours ago"), "https://courier.example/news/coast"))
                .isTrue();
    }

    @Test
    void takesATextWithHeadingsForAnArticle() {
        String section = "Ferry to %s still late\n" + TEASER + "\n" + TEASER;

        assertThat(fill(entries(section), "https://courier.example/tag/ferries"))
                .isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "The eight best ferries of the coast | By Ada Quist | /topics/the-eight-best-ferries-of-the-coast",
                "Die acht schönsten Fähren der Küste | 4. November 2026 | /themen/die-acht-schoensten-faehren-der-kueste",
                "Les huit plus beaux bacs de la côte | Par Ada Quist | /archives/les-huit-plus-beaux-bacs-de-la-cote"
            })
    void leavesAnArticleOfSectionsBelowABylineAlone(String headline, String credit, String path) {
        String sections = entries("Ferry to %s still late\n" + TEASER + " Nobody on board minds.");
        String url = "https://courier.example" + path;

        assertThat(InventedPage.text(url, headline + "\n" + credit + "\n\n" + sections)
                        .paragraphs())
                .hasSizeGreaterThanOrEqualTo(PLACES.size());
        assertThat(InventedPage.text(url, headline + "\n" + TEASER + "\n" + credit + "\n\n" + sections)
                        .paragraphs())
                .hasSizeGreaterThanOrEqualTo(PLACES.size());
    }

    private static boolean fill(String page, String url) {
        return ListLines.fill(TextLines.read(page, 200), url);
    }

    private static String entries(String entry) {
        return IntStream.range(0, PLACES.size())
                .mapToObj(i -> entry.replace("%s", PLACES.get(i)))
                .collect(Collectors.joining("\n"));
    }
}
