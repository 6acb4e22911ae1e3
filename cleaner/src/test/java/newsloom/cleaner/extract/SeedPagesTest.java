package newsloom.cleaner.extract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.stream.Stream;
import newsloom.cleaner.extract.date.Published;
import newsloom.cleaner.extract.decode.RawPage;
import org.junit.jupiter.api.Test;

/** Three real pages of plain text that stand outside the repository; nothing in the code knows them. */
class SeedPagesTest {

    private static final ArticleExtractor EXTRACTOR = new ArticleExtractor(ExtractionSettings.defaults());

    @Test
    void saysARepeatedBlockOnceAndFindsNoDateWhereThereIsNone() throws IOException {
        Extraction.Content content = extract("000_");

        assertThat(content.title()).startsWith("Xi and Putin Strengthen").doesNotContain("*");
        assertThat(content.paragraphs())
                .doesNotHaveDuplicates()
                .doesNotContain(content.title())
                .hasSize(7); // without the summary above the headline
        assertThat(content.published()).isNull();
    }

    @Test
    void readsTheDateLineAndLeavesTrendingOut() throws IOException {
        Extraction.Content content = extract("003_");

        assertThat(content.title()).startsWith("Xi and Putin Strengthen");
        assertThat(content.published())
                .isNotNull()
                .extracting(Published::at)
                .isEqualTo(Instant.parse("2026-02-04T10:10:00Z"));
        assertThat(content.text()).doesNotContain("Metropolis", "TRENDING", "Newsletter", "Left Menu", "©");
    }

    @Test
    void takesTheArticlesDateAndLeavesMenusAndNoticesOut() throws IOException {
        Extraction.Content content = extract("004_");

        assertThat(content.title()).startsWith("Putin, Xi reaffirms");
        assertThat(content.published())
                .isNotNull()
                .extracting(published -> published.day().toString())
                .isEqualTo("2025-02-25");
        assertThat(content.text())
                .doesNotContain(
                        "SHARES", "Recommended", "Popular News", "Zelenskyy", "subscribers", "Sierra Leone", "©");
    }

    private static Extraction.Content extract(String prefix) throws IOException {
        Path seeds = Path.of(System.getProperty("newsloom.shared", "../../shared"), "seeds");
        assumeTrue(Files.isDirectory(seeds), "no seed pages at " + seeds);
        Path file;
        try (Stream<Path> files = Files.list(seeds)) {
            file = files.filter(path -> path.getFileName().toString().startsWith(prefix))
                    .findFirst()
                    .orElseThrow();
        }
        RawPage page = new RawPage(
                file.toUri().toString(),
                Files.readAllBytes(file),
                "text/plain",
                null,
                200,
                Instant.parse("2026-11-01T00:00:00Z"));
        return (Extraction.Content) EXTRACTOR.extract(page);
    }
}
