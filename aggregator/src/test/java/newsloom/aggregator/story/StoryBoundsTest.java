package newsloom.aggregator.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import newsloom.aggregator.story.compare.StorySettings;
import newsloom.aggregator.story.decide.Assignment.Closed;
import newsloom.aggregator.story.decide.StoryDecider;
import newsloom.aggregator.story.decide.StoryIds;
import newsloom.aggregator.story.sketch.ArticleText;
import newsloom.aggregator.story.state.InMemoryStoryIndex;
import newsloom.aggregator.story.state.Losses;
import newsloom.aggregator.story.state.StoryIndex;
import newsloom.testing.InventedNews;
import org.junit.jupiter.api.Test;

/** What is kept is bounded, and what a bound cuts off is counted. */
class StoryBoundsTest {
    private static final int MAX_STORIES = 40;

    /** A look at what is too many comes with every sixty-fourth article. */
    private static final int BETWEEN_LOOKS = 64;

    private final StoryIndex index = new InMemoryStoryIndex();
    private final List<Closed> closed = new ArrayList<>();
    private String firstId = "";
    private String lastId = "";

    private static StorySettings few(int maxArticles, int maxStories) {
        return News.settings(StorySettings.DEFAULT.splitBelow(), maxArticles, maxStories);
    }

    private void tell(StorySettings settings, int articlesEach, int atOnce, int count) {
        var decider = new StoryDecider(settings, News.TABLES, beside -> {
            if (beside instanceof Closed one) {
                closed.add(one);
            }
        });
        new InventedNews(5, "en", Instant.parse("2026-09-07T08:00:00Z"), Duration.ofMinutes(4), articlesEach, atOnce)
                .next(count)
                .forEach(told -> {
                    firstId = firstId.isEmpty() ? told.id() : firstId;
                    lastId = told.id();
                    decider.decide(
                            News.sketch(new ArticleText(
                                    told.id(),
                                    told.url(),
                                    told.site(),
                                    told.title(),
                                    told.text(),
                                    "en",
                                    told.published(),
                                    told.fetched())),
                            index);
                    assertThat(index.totals().stories()).isLessThanOrEqualTo(MAX_STORIES + BETWEEN_LOOKS);
                });
    }

    @Test
    void storiesTooManyAreClosedTheLongestUntouchedFirstAndCounted() {
        tell(few(10_000, MAX_STORIES), 2, 10, 400);

        assertThat(closed).isNotEmpty().allMatch(one -> one.reason().startsWith("more than " + MAX_STORIES));
        assertThat(index.totals().losses().evicted()).isEqualTo(closed.size());
        assertThat(index.totals().stories())
                .isEqualTo(index.oldestStories(false, Long.MAX_VALUE, 1_000).size());
        assertThat(closed)
                .allSatisfy(one ->
                        assertThat(index.story(StoryIds.parse(one.storyId()))).isNull());
    }

    @Test
    void articlesTooManyAreForgottenTheLongestKnownFirstAndCounted() {
        tell(few(100, MAX_STORIES), 60, 2, 300);

        Losses losses = index.totals().losses();
        assertThat(index.totals().articles())
                .isEqualTo(300 - losses.articles())
                .isEqualTo(index.oldestArticles(Long.MAX_VALUE, 1_000).size())
                .isBetween(100L, 100L + BETWEEN_LOOKS);
        assertThat(index.oldestArticles(Long.MAX_VALUE, 1_000)).endsWith(lastId).doesNotContain(firstId);
    }

    @Test
    void membersNoLongerRememberedAreCounted() {
        tell(few(10_000, MAX_STORIES), 60, 2, 300);

        long articles = index.oldestStories(false, Long.MAX_VALUE, 1_000).stream()
                .mapToLong(id -> Objects.requireNonNull(index.story(id)).articles())
                .sum();
        long kept = index.oldestStories(false, Long.MAX_VALUE, 1_000).stream()
                .mapToLong(
                        id -> Objects.requireNonNull(index.story(id)).members().size())
                .sum();
        assertThat(articles).isEqualTo(300);
        assertThat(index.totals().losses().members()).isEqualTo(articles - kept).isPositive();
    }
}
