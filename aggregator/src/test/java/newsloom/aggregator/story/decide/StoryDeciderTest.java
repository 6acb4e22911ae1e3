package newsloom.aggregator.story.decide;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import newsloom.aggregator.story.News;
import newsloom.aggregator.story.compare.StorySettings;
import newsloom.aggregator.story.decide.Assignment.Closed;
import newsloom.aggregator.story.decide.Assignment.CopyWithdrawn;
import newsloom.aggregator.story.decide.Assignment.Joined;
import newsloom.aggregator.story.decide.Assignment.Opened;
import newsloom.aggregator.story.decide.Assignment.Reopened;
import newsloom.aggregator.story.decide.Assignment.Replaced;
import newsloom.aggregator.story.decide.Assignment.Reprinted;
import newsloom.aggregator.story.decide.Assignment.Rested;
import newsloom.aggregator.story.decide.Assignment.Unknown;
import newsloom.aggregator.story.decide.Assignment.Withdrawn;
import newsloom.aggregator.story.sketch.ArticleText;
import newsloom.aggregator.story.sketch.Sketch;
import newsloom.aggregator.story.state.InMemoryStoryIndex;
import newsloom.aggregator.story.state.Member;
import newsloom.aggregator.story.state.StoryIndex;
import newsloom.aggregator.story.state.StoryState;
import newsloom.aggregator.story.state.StreamTotals;
import org.junit.jupiter.api.Test;

class StoryDeciderTest {
    private final StoryIndex index = new InMemoryStoryIndex();
    private final List<Assignment> besides = new ArrayList<>();
    private final StoryDecider decider = News.decider(besides::add);

    private final Sketch fire =
            News.sketch("fire", "Warehouse on Marrow Quay destroyed by fire", News.FIRE, "2026-11-17T23:30:00Z", 0);
    private final Sketch again =
            News.sketch("again", "140 flee as Port Ellin warehouse burns", News.FIRE_AGAIN, "2026-11-18T06:00:00Z", 1);
    private final Sketch election =
            News.sketch("election", "Brandvold loses majority after recount", News.ELECTION, "2026-11-18T05:00:00Z", 2);

    @Test
    void putsTwoReportsOfOneFireTogetherAndTheElectionApart() {
        Assignment first = decider.decide(fire, index);
        assertThat(first).isInstanceOf(Opened.class);
        assertThat(decider.decide(election, index)).isInstanceOf(Opened.class);
        assertThat(decider.decide(again, index))
                .isInstanceOf(Joined.class)
                .matches(a -> a.storyId().equals(first.storyId()));
        assertThat(index.totals().stories()).isEqualTo(2);
    }

    @Test
    void sameHappeningAYearLaterIsAnotherStory() {
        decider.decide(fire, index);
        Sketch nextYear = News.sketch("next", again.title(), News.FIRE_AGAIN, "2025-11-18T06:00:00Z", 3);
        assertThat(decider.decide(nextYear, index)).isInstanceOf(Opened.class);
    }

    @Test
    void undatedArticleJoinsOnSharedPhrasesAndADatedOneJoinsItInTurn() {
        Sketch undated = News.sketch("undated", again.title(), News.FIRE_AGAIN, null, 4);
        Assignment dated = decider.decide(fire, index);
        assertThat(decider.decide(undated, index).storyId()).isEqualTo(dated.storyId());

        var other = new InMemoryStoryIndex();
        Assignment opened = decider.decide(undated, other);
        assertThat(decider.decide(fire, other).storyId()).isEqualTo(opened.storyId());
    }

    @Test
    void undatedArticleOfOnlyTheSameNamesOpensItsOwn() {
        decider.decide(fire, index);
        Sketch names = News.sketch(
                "names",
                "Dorota Haines, fire chief of Port Ellin, visits Tanner Street",
                "Fire chief Dorota Haines of Port Ellin visited Tanner Street and Marrow Quay with pupils. "
                        + "Dorota Haines talked about her years in Port Ellin.",
                null,
                5);
        assertThat(decider.decide(names, index)).isInstanceOf(Opened.class);
    }

    @Test
    void weeklyReportsOfOneSiteStayApart() {
        String[] days = {"2026-11-03T07:00:00Z", "2026-11-10T07:00:00Z", "2026-11-17T07:00:00Z"};
        String[] levels = {"212", "187", "240"};
        for (int i = 0; i < days.length; i++) {
            Sketch sketch = of(
                    "sarne.example",
                    News.article(
                            "river" + i,
                            "River Sarne at " + levels[i] + " centimetres this week",
                            "The gauge at Ostermill bridge read " + levels[i] + " centimetres on Tuesday morning. "
                                    + "Barges may load to 9" + i
                                    + " percent, the waterways office said, and ferries run as planned.",
                            days[i],
                            i));
            assertThat(decider.decide(sketch, index)).isInstanceOf(Opened.class);
        }
    }

    @Test
    void reportsOfUnknownPublishersUnderTheSameTitleJoinWhereTheySharePhrases() {
        String title = "Port Ellin residents flee as warehouse on Marrow Quay burns";
        Assignment opened =
                decider.decide(of("", News.article("fire", title, News.FIRE, "2026-11-17T23:30:00Z", 0)), index);
        Sketch next = of("", News.article("again", title, News.FIRE_AGAIN, "2026-11-18T22:00:00Z", 1));
        assertThat(decider.decide(next, index))
                .isInstanceOf(Joined.class)
                .matches(a -> a.storyId().equals(opened.storyId()));
    }

    private static Sketch of(String site, ArticleText a) {
        return News.sketch(
                new ArticleText(a.id(), a.url(), site, a.title(), a.text(), "en", a.published(), a.fetchTime()));
    }

    @Test
    void aNewVersionStaysInItsStory() {
        Assignment opened = decider.decide(fire, index);
        Sketch version = News.sketch("fire", "Corrected", News.ELECTION, "2026-11-18T00:00:00Z", 6);
        assertThat(decider.decide(version, index)).isEqualTo(new Replaced(opened.storyId(), "fire", "fire", List.of()));
        assertThat(story(opened).articles()).isEqualTo(1);
        assertThat(story(opened).members()).extracting(Member::words).containsExactly(version.words());
    }

    @Test
    void theFullerTextTakesThePlaceOfTheExcerpt() {
        Assignment opened = decider.decide(fire, index);
        assertThat(decider.supersede("fire", again, index))
                .isEqualTo(new Replaced(opened.storyId(), "again", "fire", List.of()));
        assertThat(index.storyOf("fire")).isEmpty();
        assertThat(index.storyOf("again")).isPresent();
    }

    @Test
    void aReprintIsCountedOnceAndMovesNothing() {
        Assignment opened = decider.decide(fire, index);
        StoryState before = story(opened);
        StreamTotals totals = index.totals();
        for (int i = 0; i < 2; i++) {
            assertThat(decider.reprint("copy", "fire", "copy.example", fire.fetchTimeMs(), index))
                    .isEqualTo(new Reprinted(opened.storyId(), "copy", "fire", "copy.example"));
        }
        assertThat(story(opened).reprints()).isEqualTo(1);
        assertThat(story(opened).sum()).isEqualTo(before.sum());
        assertThat(index.totals().documents()).isEqualTo(totals.documents());
        assertThat(decider.reprint("x", "nobody", "", 0, index)).isEqualTo(new Unknown("x"));
    }

    @Test
    void theLastArticleTakenBackEndsTheStory() {
        Assignment opened = decider.decide(fire, index);
        decider.decide(again, index);
        assertThat(decider.withdraw("fire", index)).isEqualTo(new Withdrawn(opened.storyId(), "fire", false, false));
        assertThat(decider.withdraw("again", index)).isEqualTo(new Withdrawn(opened.storyId(), "again", true, false));
        assertThat(decider.withdraw("again", index)).isEqualTo(new Unknown("again"));
        assertThat(index.totals().stories()).isZero();
        assertThat(decider.decide(again, index)).isInstanceOf(Opened.class);
    }

    @Test
    void forgetsByFetchOrderAndNotBecauseAPublicationIsOld() {
        Sketch archive = News.sketch("old", "Fire in 1999", News.FIRE, "1999-05-01T00:00:00Z", 1);
        decider.decide(election, index);
        Assignment old = decider.decide(archive, index);
        decider.decide(fire, index);
        assertThat(index.story(StoryIds.parse(old.storyId()))).isNotNull();

        int later =
                (int) StorySettings.DEFAULT.retention().plus(Duration.ofDays(1)).toMinutes();
        decider.decide(News.sketch("much-later", "Snow", "Snow fell on the Grauhorn.", null, later), index);
        assertThat(index.story(StoryIds.parse(old.storyId()))).isNull();
        assertThat(index.storyOf("old")).isEmpty();
        assertThat(index.totals().losses().expired()).isEqualTo(3);
        assertThat(index.totals().stories()).isEqualTo(1);
    }

    @Test
    void anArchiveAmongNewPagesGivesTheStoriesOfEachAlone() {
        Sketch oldFire = News.sketch("old1", fire.title(), News.FIRE, "2016-03-01T08:00:00Z", 0);
        Sketch oldAgain = News.sketch("old2", again.title(), News.FIRE_AGAIN, "2016-03-01T12:00:00Z", 3);
        Map<String, String> mixed = run(List.of(oldFire, fire, election, again, oldAgain));
        Map<String, String> apart = new HashMap<>(run(List.of(fire, election, again)));
        apart.putAll(run(List.of(oldFire, oldAgain)));
        assertThat(mixed).isEqualTo(apart);
    }

    @Test
    void twoUndatedArticlesJoinOnSharedPhrasesAndNotOnLikenessAlone() {
        Sketch undated = News.sketch("undated", fire.title(), News.FIRE, null, 0);
        Sketch quoting = News.sketch("quoting", again.title(), News.FIRE_AGAIN, null, 1);
        Sketch alike = News.sketch(
                "alike",
                "Port Ellin fire chief Dorota Haines on the Marrow Quay warehouse",
                "Dorota Haines, the fire chief, spoke on Tanner Street. Port Ellin needs a new warehouse, said Dorota Haines. "
                        + "Marrow Quay is empty since the fire.",
                null,
                2);
        Assignment opened = decider.decide(undated, index);
        assertThat(decider.decide(quoting, index).storyId()).isEqualTo(opened.storyId());
        assertThat(decider.decide(alike, index)).isInstanceOf(Opened.class);
    }

    @Test
    void aCopyThatBecomesAnOriginalIsCountedOnceAndAsAnArticle() {
        Assignment opened = decider.decide(fire, index);
        decider.reprint("copy", "fire", "copy.example", fire.fetchTimeMs(), index);
        Assignment own =
                decider.decide(News.sketch("copy", "Recount", News.ELECTION, "2026-11-18T05:00:00Z", 3), index);
        assertThat(besides).containsExactly(new CopyWithdrawn(opened.storyId(), "copy", "copy.example", false));
        assertThat(own).isInstanceOf(Opened.class);
        assertThat(story(opened).reprints()).isZero();
        assertThat(story(opened).articles()).isEqualTo(1);
        assertThat(decider.withdraw("copy", index)).isEqualTo(new Withdrawn(own.storyId(), "copy", true, false));
    }

    @Test
    void aCopyTakenBackIsNoCopyAnyMore() {
        Assignment opened = decider.decide(fire, index);
        decider.reprint("copy", "fire", "copy.example", fire.fetchTimeMs(), index);
        assertThat(decider.withdraw("copy", index))
                .isEqualTo(new CopyWithdrawn(opened.storyId(), "copy", "copy.example", false));
        assertThat(story(opened).reprints()).isZero();
        assertThat(story(opened).articles()).isEqualTo(1);
    }

    @Test
    void aStoryThatRestsIsWokenByAMatchAndClosedInTheEnd() {
        Assignment opened = decider.decide(fire, index);
        decider.decide(News.sketch("later", "Snow", "Snow fell on the Grauhorn.", null, days(20)), index);
        assertThat(besides).extracting(Object::getClass).containsExactly(Rested.class);
        assertThat(story(opened).resting()).isTrue();

        besides.clear();
        Sketch late = News.sketch(
                "late", fire.title() + " again in the news", News.FIRE_AGAIN, "2026-11-18T07:00:00Z", days(21));
        assertThat(decider.decide(late, index).storyId()).isEqualTo(opened.storyId());
        assertThat(besides).extracting(Object::getClass).containsExactly(Reopened.class);
        assertThat(story(opened).resting()).isFalse();

        besides.clear();
        decider.decide(News.sketch("end", "Rain", "Rain fell on the Grauhorn.", null, days(90)), index);
        assertThat(besides)
                .contains(new Closed(opened.storyId(), "nothing came for 60 days"))
                .hasAtLeastOneElementOfType(Rested.class);
    }

    private static int days(int n) {
        return (int) Duration.ofDays(n).toMinutes();
    }

    private static Map<String, String> run(List<Sketch> sketches) {
        var index = new InMemoryStoryIndex();
        var stories = new HashMap<String, String>();
        for (Sketch sketch : new ArrayList<>(sketches)) {
            stories.put(sketch.articleId(), News.decider().decide(sketch, index).storyId());
        }
        return stories;
    }

    private StoryState story(Assignment assignment) {
        StoryState story = index.story(StoryIds.parse(assignment.storyId()));
        assertThat(story).isNotNull();
        return java.util.Objects.requireNonNull(story);
    }
}
