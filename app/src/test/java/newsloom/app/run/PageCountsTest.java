package newsloom.app.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class PageCountsTest {
    @Test
    void accountsForEveryPage() {
        var cleaned = Map.of(
                "pages",
                10L,
                "articles",
                4L,
                "updates",
                1L,
                "duplicates",
                2L,
                "unchanged",
                1L,
                "rejects",
                1L,
                "late",
                3L);
        var counts = PageCounts.of(cleaned, new PageDeadLetters(2, 1));

        assertThat(counts.missing()).isZero();
        assertThat(counts.lines(3))
                .contains("pages in              11   3 decisions out of their order")
                .contains("  articles             5   of them 1 new versions", "stories                3");
    }

    @Test
    void noticesAPageWithoutAnOutcome() {
        assertThat(PageCounts.of(Map.of("pages", 2L, "articles", 1L), PageDeadLetters.NONE)
                        .missing())
                .isEqualTo(1);
    }
}
