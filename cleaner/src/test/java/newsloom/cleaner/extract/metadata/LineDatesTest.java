package newsloom.cleaner.extract.metadata;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import newsloom.cleaner.extract.date.Published;
import newsloom.cleaner.extract.decode.RawPage;
import newsloom.cleaner.extract.page.TextLine;
import newsloom.cleaner.extract.page.TextLines;
import newsloom.text.language.Language;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LineDatesTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "March 5, 2026",
                "By Ada QuistMarch 5, 2026",
                "Ada QuistMar 5, 2026 | 6 comments",
                "Updated March 7, 2026 4:04AM EST / Published March 5, 2026 12:16PM EST",
                "Updated March 5, 2026",
            })
    void areReadNearTheHeadline(String line) {
        assertThat(day("Salt is dear\n" + line, 2)).isEqualTo("2026-03-05");
    }

    @Test
    void countFurtherAwayOnlyWhereTheySayWhatTheyAreOf() {
        assertThat(day("Salt is dear\n\nMills\n\nPublished on March 5, 2026", 1))
                .isEqualTo("2026-03-05");
        assertThat(day("Salt is dear\n\nMills\n\nMarch 5, 2026", 1)).isNull();
        assertThat(day("Salt is dear\nMarch 3, 2026\n\nPublished on March 5, 2026", 2))
                .isEqualTo("2026-03-03");
    }

    /** The day that a page tells of whose first lines are near the headline. */
    private static @Nullable String day(String text, int near) {
        List<TextLine> lines = TextLines.read(text, 100);
        RawPage page = new RawPage(
                "https://courier.example/salt",
                new byte[0],
                "text/plain",
                null,
                200,
                Instant.parse("2026-11-01T00:00:00Z"));
        Published published = PublishedFinder.inLines(lines, lines.subList(0, near), page, new Language("en", 1));
        return published == null ? null : published.day().toString();
    }
}
