package newsloom.aggregator.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import newsloom.aggregator.story.decide.StoryIds;
import newsloom.aggregator.story.sketch.ArticleText;
import newsloom.aggregator.story.sketch.Sketch;
import newsloom.aggregator.story.state.InMemoryStoryIndex;
import newsloom.testing.InventedNews;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the order of arrival, and what an article says of its time, may and may not change. */
class StoryOrderTest {
    private static final Instant TODAY = Instant.parse("2026-11-21T12:00:00Z");
    private static final Instant LAST_YEAR = Instant.parse("2025-11-20T12:00:00Z");
    private static final int LIVE = 180;

    private static List<InventedNews.Told> news(long seed, Instant begin, Duration pace, int count) {
        return new InventedNews(seed, "en", begin, pace, 5, 12).next(count);
    }

    /** Story ids by article id, after all was told. */
    private static Map<String, String> stories(List<Sketch> sketches) {
        var index = new InMemoryStoryIndex();
        var decider = News.decider();
        sketches.forEach(sketch -> decider.decide(sketch, index));
        var stories = new HashMap<String, String>();
        sketches.forEach(sketch -> stories.put(
                sketch.articleId(),
                StoryIds.text(index.storyOf(sketch.articleId()).orElseThrow())));
        return stories;
    }

    private static Set<Set<String>> together(Map<String, String> stories) {
        var groups = new HashMap<String, Set<String>>();
        stories.forEach((article, story) ->
                groups.computeIfAbsent(story, id -> new HashSet<>()).add(article));
        return new HashSet<>(groups.values());
    }

    private static List<Sketch> sketches(List<InventedNews.Told> articles) {
        return articles.stream()
                .map(article -> News.sketch(article, article.published()))
                .toList();
    }

    private static <T> List<T> interleaved(List<T> one, List<T> other, long seed) {
        var random = new Random(seed);
        var mixed = new ArrayList<T>();
        int i = 0;
        int j = 0;
        while (i < one.size() || j < other.size()) {
            boolean first = j == other.size() || (i < one.size() && random.nextBoolean());
            mixed.add(first ? one.get(i++) : other.get(j++));
        }
        return mixed;
    }

    /** The archive was fetched a year ago, as in an old WARC file, and is handed in while new pages come. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void anOldCrawlAmongNewPagesGivesTheStoriesOfEachAlone(long seed) {
        List<Sketch> live = sketches(news(seed, TODAY, Duration.ofMinutes(4), LIVE));
        List<Sketch> archive = sketches(news(seed + 100, LAST_YEAR, Duration.ofMinutes(40), LIVE)).stream()
                .map(StoryOrderTest::renamed)
                .toList();
        Map<String, String> apart = new HashMap<>(stories(live));
        apart.putAll(stories(archive));

        assertThat(together(stories(interleaved(live, archive, seed)))).isEqualTo(together(apart));
    }

    /** The year before there was another strike at the same place, with the same people. */
    @Test
    void whatIsLikeItInAnArchiveKeepsNoStoryApart() {
        List<Sketch> live = List.of(
                strike(
                        "s1",
                        "2026-09-01T08:00:00Z",
                        "Workers at Halden Steel walk out over pay",
                        "Some 2,400 workers at the steelmaker Halden Steel in Brunnfors walked out on Tuesday after talks on pay broke down. The union Metall 9 demands 8 percent more; the company offers 3. The furnaces are cold, union leader Greta Sund said at the gate. Director Karl Ostrow said the strike cost 2 million euros a day."),
                strike(
                        "s2",
                        "2026-09-03T12:00:00Z",
                        "Halden Steel strike enters third day with no talks in sight",
                        "The strike at Halden Steel in Brunnfors entered its third day on Thursday, and neither side spoke of talks. Union leader Greta Sund of Metall 9 told 1,500 strikers that they would hold out until Christmas. Car makers said they had steel for two weeks. Director Karl Ostrow called the demand of 8 percent a fantasy."),
                strike(
                        "s3",
                        "2026-09-07T09:00:00Z",
                        "Mediator called in as Halden Steel strike drags on",
                        "The government has named a mediator in the strike at Halden Steel, Labour Minister Hanne Birk said on Monday. Former judge Otto Winge is to bring Metall 9 and the company to one table in Brunnfors. Some 2,400 workers have been out since last Tuesday over a demand of 8 percent more pay."));
        List<Sketch> archive = List.of(
                strike(
                        "y1",
                        "2025-05-12T08:00:00Z",
                        "Halden Steel workers strike over closure of rolling mill",
                        "Workers at the steelmaker Halden Steel in Brunnfors laid down their tools on Monday in protest at the planned closure of the old rolling mill. The union Metall 9 said 600 jobs were at stake. They milk us and then they shut the gate, union leader Greta Sund said. Director Karl Ostrow answered that the mill had made losses for six years."),
                strike(
                        "y2",
                        "2025-05-14T12:00:00Z",
                        "Three-day walkout at Halden Steel as mill faces closure",
                        "The walkout at Halden Steel went into its third day on Wednesday, with pickets at all four gates in Brunnfors. Union leader Greta Sund of Metall 9 asked the government to buy the rolling mill. Director Karl Ostrow flew to the capital to speak to the minister of economy."));
        Map<String, String> apart = new HashMap<>(stories(live));
        apart.putAll(stories(archive));
        var both = new ArrayList<>(archive);
        both.addAll(live);

        assertThat(together(apart)).containsExactlyInAnyOrder(Set.of("s1", "s2", "s3"), Set.of("y1", "y2"));
        assertThat(together(stories(both))).isEqualTo(together(apart));
        for (long seed = 1; seed <= 5; seed++) {
            assertThat(together(stories(interleaved(live, archive, seed)))).isEqualTo(together(apart));
        }
    }

    /** All are fetched now, one after the other, as from one archive. */
    private static Sketch strike(String id, String published, String title, String text) {
        return News.sketch(new ArticleText(
                id,
                "https://" + id + ".example/",
                id + ".example",
                title,
                text,
                "en",
                Instant.parse(published),
                TODAY));
    }

    private static Sketch renamed(Sketch sketch) {
        return Retold.of(sketch, "old-" + sketch.articleId(), sketch.eventTimeMs(), sketch.fetchTimeMs());
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void clearCutStoriesAreTheSameInAnyOrder(long seed) {
        List<Sketch> inOrder = sketches(news(9, TODAY, Duration.ofMinutes(4), LIVE));
        var shuffled = new ArrayList<>(inOrder);
        Collections.shuffle(shuffled, new Random(seed));

        assertThat(together(stories(shuffled))).isEqualTo(together(stories(inOrder)));
    }

    /** Every fifth article tells no date, or one that cannot be. */
    @ParameterizedTest
    @ValueSource(strings = {"", "1969-12-31T23:59:59Z", "0001-01-01T00:00:00Z", "2999-01-01T00:00:00Z"})
    void absurdDatesMoveNobodyElse(String absurd) {
        Instant published = absurd.isEmpty() ? null : Instant.parse(absurd);
        List<InventedNews.Told> articles = news(9, TODAY, Duration.ofMinutes(4), LIVE);
        var some = new ArrayList<Sketch>();
        var honest = new HashSet<String>();
        for (int i = 0; i < articles.size(); i++) {
            InventedNews.Told article = articles.get(i);
            some.add(News.sketch(article, i % 5 == 4 ? published : article.published()));
            if (i % 5 != 4) {
                honest.add(article.id());
            }
        }

        Map<String, String> stories = stories(some);
        stories.keySet().retainAll(honest);
        Map<String, String> expected = stories(sketches(articles));
        expected.keySet().retainAll(honest);
        assertThat(together(stories)).isEqualTo(together(expected));
    }
}
