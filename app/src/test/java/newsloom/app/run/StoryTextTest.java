package newsloom.app.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Collections;
import java.util.List;
import newsloom.contract.v1.Story;
import newsloom.contract.v1.StoryArticle;
import org.junit.jupiter.api.Test;

class StoryTextTest {
    private static final Instant DAY = Instant.parse("2026-09-07T12:00:00Z");

    @Test
    void saysWhatAStoryIsMadeOf() {
        var story = story(8).setReprintCount(1)
                .setFirstPublished(DAY)
                .setLastPublished(DAY.plusSeconds(86_400))
                .build();

        assertThat(StoryText.block(story))
                .startsWith(
                        "Quay mended   [8 articles · 1 site · 1 reprint · en · 2026-09-07 to 2026-09-08]",
                        "    harbour.example          Quay mended")
                .endsWith("    … and 2 more")
                .hasSize(8);
    }

    @Test
    void leavesOutTheDaysWhereNoneIsKnown() {
        assertThat(StoryText.line(story(1).build())).isEqualTo("Quay mended   [1 article · 1 site · en]");
    }

    @Test
    void showsTheLargestFirst() {
        assertThat(List.of(story(1).build(), story(3).build()).stream().sorted(StoryText.LARGEST_FIRST))
                .extracting(Story::getArticleCount)
                .containsExactly(3, 1);
    }

    private static Story.Builder story(int articles) {
        var article = StoryArticle.newBuilder()
                .setId("a")
                .setUrl("https://harbour.example/a")
                .setTitle("Quay mended")
                .setSite("harbour.example")
                .setFetchTime(DAY)
                .build();
        return Story.newBuilder()
                .setId("s" + articles)
                .setHeadline("Quay mended")
                .setHeadlineArticleId("a")
                .setLanguage("en")
                .setFirstSeen(DAY)
                .setLastSeen(DAY)
                .setArticleCount(articles)
                .setArticles(Collections.nCopies(articles, article))
                .setSourceCount(1);
    }
}
