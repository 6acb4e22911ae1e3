package newsloom.app.explain;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import newsloom.app.records.TopicReader;
import newsloom.contract.Topics;
import newsloom.contract.v1.Article;
import newsloom.contract.v1.Story;
import newsloom.contract.v1.StoryArticle;
import newsloom.contract.v1.StoryEvent;
import newsloom.contract.v1.StoryEventType;
import newsloom.contract.v1.StoryStatus;
import newsloom.contract.v1.WeighedStory;
import newsloom.testing.Broker;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class ExplainStoryIT {
    private static final Instant DAY = Instant.parse("2026-09-07T08:00:00Z");
    private static final String FIRE = "00000000000000f1";
    private static final String SINGLE = "00000000000000f2";
    private static final String FORGOTTEN = "00000000000000f3";
    private static final String SPLIT_OFF = "00000000000000f5";
    private static final String EMPTIED = "00000000000000f4";
    private static final String TOOK_IN = "00000000000000f6";
    private static final String TAKEN_IN = "00000000000000f7";

    private static Broker broker;

    @BeforeAll
    static void fill() {
        broker = Broker.withNewsTopics(3);
        event(FIRE, StoryEventType.OPENED, 0, "a", null, "nothing like it", List.of());
        event(
                SINGLE,
                StoryEventType.OPENED,
                1,
                "b",
                FIRE,
                "not alike enough, 0.1 days apart",
                List.of(weighed(FIRE, -0.4, 0.0)));
        event(
                FIRE,
                StoryEventType.JOINED,
                2,
                "c",
                null,
                "alike, 0.2 days apart",
                List.of(weighed(FIRE, 1.25, 0.0), weighed("00000000000000f9", 0.7, null)));
        event(SINGLE, StoryEventType.MERGED, 2, "b", FIRE, "its only article fits", List.of());
        event(FIRE, StoryEventType.MERGED, 2, "b", SINGLE, "took in a story of one article", List.of());
        event(EMPTIED, StoryEventType.OPENED, 3, "d", null, "nothing like it", List.of());
        event(EMPTIED, StoryEventType.WITHDRAWN, 4, "d", null, "the article was taken back", List.of());
        event(TOOK_IN, StoryEventType.OPENED, 3, "i", null, "nothing like it", List.of());
        event(TAKEN_IN, StoryEventType.OPENED, 3, "k", TOOK_IN, "not alike enough", List.of());
        event(TAKEN_IN, StoryEventType.MERGED, 4, "k", TOOK_IN, "its only article fits", List.of());
        event(TOOK_IN, StoryEventType.MERGED, 4, "k", TAKEN_IN, "took in a story of one article", List.of());
        event(TOOK_IN, StoryEventType.WITHDRAWN, 5, "i", null, "the article was taken back", List.of());
        event(TOOK_IN, StoryEventType.WITHDRAWN, 5, "k", null, "the article was taken back", List.of());
        event(FIRE, StoryEventType.JOINED, 5, "g", null, "alike, 0.3 days apart", List.of());
        event(FIRE, StoryEventType.SPLIT, 6, "g", SPLIT_OFF, "its new version tells something else", List.of());
        event(SPLIT_OFF, StoryEventType.OPENED, 6, "g", null, "nothing like it", List.of());
        event(FIRE, StoryEventType.REPRINTED, 7, "h", null, "a copy of a on h.example", List.of());
        broker.produce(
                Topics.ARTICLES,
                "g",
                Article.newBuilder()
                        .setId("g")
                        .setUrl("https://g.example/")
                        .setSite("g.example")
                        .setTitle("Headline of g")
                        .setText("Text")
                        .setFetchTime(DAY)
                        .build());
        broker.produceRaw(Topics.STORY_EVENTS.name(), FIRE.getBytes(StandardCharsets.UTF_8), new byte[] {1, 2});
        broker.produceRaw(Topics.STORIES.name(), EMPTIED.getBytes(StandardCharsets.UTF_8), new byte[] {0, 9, 9, 9, 9});
        broker.produce(Topics.STORIES, Collections.singletonMap(SINGLE, null));
        broker.produce(Topics.STORIES, Collections.singletonMap(EMPTIED, null));
        broker.produce(
                Topics.STORIES,
                FIRE,
                Story.newBuilder()
                        .setId(FIRE)
                        .setHeadline("Fire on the quay")
                        .setHeadlineArticleId("a")
                        .setLanguage("en")
                        .setStatus(StoryStatus.ACTIVE)
                        .setFirstSeen(DAY)
                        .setLastSeen(DAY)
                        .setArticleCount(3)
                        .setSourceCount(3)
                        .setArticles(List.of(article("a"), article("b"), article("c")))
                        .setMergedIds(List.of(SINGLE, FORGOTTEN))
                        .build());
    }

    @AfterAll
    static void stop() {
        broker.close();
    }

    private static void event(
            String story,
            StoryEventType type,
            int minute,
            String articleId,
            @Nullable String other,
            String reason,
            List<WeighedStory> weighed) {
        broker.produce(
                Topics.STORY_EVENTS,
                story,
                StoryEvent.newBuilder()
                        .setStoryId(story)
                        .setType(type)
                        .setAt(DAY.plusSeconds(60L * minute))
                        .setArticleId(articleId)
                        .setOtherStoryId(other)
                        .setReason(reason)
                        .setWeighed(weighed)
                        .build());
    }

    private static WeighedStory weighed(String story, double score, @Nullable Double threshold) {
        return WeighedStory.newBuilder()
                .setStoryId(story)
                .setArticles(1)
                .setLikeness(0.4)
                .setScore(score)
                .setThreshold(threshold)
                .setReason(
                        threshold == null
                                ? "another issue of a series, or one form filled in again"
                                : "alike, 0.2 days apart")
                .build();
    }

    private static StoryArticle article(String id) {
        return StoryArticle.newBuilder()
                .setId(id)
                .setUrl("https://" + id + ".example/")
                .setTitle("Headline of " + id)
                .setSite(id + ".example")
                .setFetchTime(DAY)
                .build();
    }

    private static Optional<String> explained(String id) {
        try (var reader = new TopicReader(Map.of("bootstrap.servers", broker.bootstrapServers()))) {
            return StoryHistory.of(id, new PublicTopics(reader, broker.registry()))
                    .map(StoryReport::of)
                    .map(ReportForm.TEXT::of);
        }
    }

    @Test
    void saysForEachArticleWhatWasWeighedWithScoresThresholdsAndVetoes() {
        assertThat(explained(FIRE).orElseThrow())
                .contains("story " + FIRE + ": Fire on the quay")
                .contains("active, en, 3 articles of 3 sites")
                .containsPattern("joined .*article c \"Headline of c\" \\(c\\.example\\)")
                .containsPattern("beside this story +1 articles, alike 0\\.40, score 1\\.25 of 0\\.00 asked")
                .containsPattern(
                        "beside 00000000000000f9 +1 articles, alike 0\\.40, score 0\\.70, vetoed: another issue");
    }

    @Test
    void tellsWhatHappenedToAnArticleBeforeItsStoryWasTakenIn() {
        assertThat(explained(FIRE).orElseThrow())
                .containsPattern("opened +2026-09-07T08:01:00Z, story " + SINGLE + ", article b");
    }

    @Test
    void aMergedIdLeadsToTheStoryThatTookItIn() {
        assertThat(explained(SINGLE).orElseThrow())
                .contains("story " + FIRE)
                .contains(SINGLE + ", which became part of it");
    }

    @Test
    void aMergedIdWhoseEventsAreGoneLeadsThereToo() {
        assertThat(explained(FORGOTTEN).orElseThrow()).contains("story " + FIRE);
    }

    @Test
    void tellsOfAStoryThatIsEmpty() {
        assertThat(explained(EMPTIED).orElseThrow())
                .contains("not there any more")
                .contains("withdrawn");
    }

    @Test
    void tellsOfAnEmptyStoryThatHadTakenInAnother() {
        for (String id : List.of(TOOK_IN, TAKEN_IN, "i", "k")) {
            assertThat(explained(id).orElseThrow())
                    .as(id)
                    .contains("story " + TOOK_IN)
                    .contains("not there any more");
        }
    }

    @Test
    void anArticleThatLeftTheStoryHasItsHeadlineStill() {
        assertThat(explained(FIRE).orElseThrow())
                .containsPattern("split .*article g \"Headline of g\" \\(g\\.example\\), other story " + SPLIT_OFF);
    }

    @Test
    void theIdOfAnArticleLeadsToTheStoryItIsIn() {
        assertThat(explained("c").orElseThrow()).contains("story " + FIRE).contains("c, an article of it");
        assertThat(explained("g").orElseThrow()).contains("story " + SPLIT_OFF).contains("g, an article of it");
        assertThat(explained("h").orElseThrow()).contains("story " + FIRE).contains("h, a copy of an article of it");
        assertThat(explained("d").orElseThrow())
                .contains("story " + EMPTIED)
                .contains("d, an article that was taken back from it");
    }

    @Test
    void whatIsSaidOfAnArticleNamesItsStory() {
        try (var reader = new TopicReader(Map.of("bootstrap.servers", broker.bootstrapServers()))) {
            var decisions = new Decisions(new PublicTopics(reader, broker.registry()));
            assertThat(decisions.of("g", null).map(ReportForm.TEXT::of).orElseThrow())
                    .contains("newsloom explain story " + SPLIT_OFF);
            assertThat(decisions.isStory(FIRE)).isTrue();
            assertThat(decisions.isStory("g")).isFalse();
        }
    }

    @Test
    void knowsNothingOfOthers() {
        assertThat(explained("0123456789abcdef")).isEmpty();
    }
}
