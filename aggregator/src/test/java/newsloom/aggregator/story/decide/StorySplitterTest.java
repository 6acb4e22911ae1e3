package newsloom.aggregator.story.decide;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import newsloom.aggregator.story.News;
import newsloom.aggregator.story.TreeStore;
import newsloom.aggregator.story.Twins;
import newsloom.aggregator.story.decide.Assignment.Divided;
import newsloom.aggregator.story.decide.Assignment.Joined;
import newsloom.aggregator.story.decide.Assignment.Replaced;
import newsloom.aggregator.story.sketch.Sketch;
import newsloom.aggregator.story.state.HeapShare;
import newsloom.aggregator.story.state.InMemoryStoryIndex;
import newsloom.aggregator.story.state.Member;
import newsloom.aggregator.story.state.StoredStoryIndex;
import newsloom.aggregator.story.state.StoryIndex;
import newsloom.aggregator.story.state.StoryMember;
import newsloom.aggregator.story.state.StoryMemory;
import newsloom.aggregator.story.state.StoryState;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class StorySplitterTest {
    private static final Instant BEGIN = Instant.parse("2026-11-17T06:00:00Z");

    private final List<Assignment> besides = new ArrayList<>();
    private final StoryDecider decider = News.decider(besides::add);
    private final StoryIndex index = new InMemoryStoryIndex();

    private static Sketch sketch(Twins.Report report, @Nullable Instant published) {
        return News.sketch(
                report.id(),
                report.title(),
                report.text(),
                published == null ? null : published.toString(),
                report.minute());
    }

    private static Sketch sketch(Twins.Report report) {
        return sketch(report, BEGIN.plusSeconds(60L * report.minute()));
    }

    private static List<Sketch> sketches() {
        return Twins.reports().stream().map(StorySplitterTest::sketch).toList();
    }

    private static String storyOf(String articleId, StoryIndex index) {
        return StoryIds.text(index.storyOf(articleId).orElseThrow());
    }

    private StoryState story(String articleId) {
        return Objects.requireNonNull(index.story(index.storyOf(articleId).orElseThrow()));
    }

    @Test
    void takesTwoEarthquakesApartWhenTwoReportsOfEachHaveCome() {
        List<Sketch> sketches = sketches();
        assertThat(decider.decide(sketches.get(0), index).storyId())
                .isEqualTo(decider.decide(sketches.get(1), index).storyId());
        decider.decide(sketches.get(2), index);
        assertThat(besides).isEmpty();

        Assignment fourth = decider.decide(sketches.get(3), index);
        assertThat(fourth).isInstanceOf(Joined.class);
        Divided divided = (Divided) besides.get(0);
        assertThat(besides).hasSize(1);
        assertThat(divided.storyId()).isEqualTo(fourth.storyId()).isEqualTo(storyOf("north-1", index));
        assertThat(divided.members()).extracting(StoryMember::articleId).containsExactly("south-1", "south-2");
        assertThat(divided.staying()).isEqualTo(2);
        assertThat(divided.score()).isLessThan(divided.threshold());

        assertThat(decider.decide(sketches.get(4), index).storyId()).isEqualTo(divided.storyId());
        assertThat(decider.decide(sketches.get(5), index).storyId()).isEqualTo(divided.intoStoryId());
        assertThat(besides).hasSize(1);
    }

    @Test
    void leavesTwoStoriesAsIfTheirArticlesHadComeApart() {
        sketches().forEach(sketch -> decider.decide(sketch, index));
        assertThat(index.totals().stories()).isEqualTo(2);
        assertThat(story("north-1").articles()).isEqualTo(3);
        assertThat(story("south-1").members())
                .extracting(Member::articleId)
                .containsExactly("south-1", "south-2", "south-3");
        for (StoryState story : List.of(story("north-1"), story("south-1"))) {
            for (int i = 0; i < story.keys().size(); i++) {
                assertThat(index.postings(story.keys().key(i)).holds(story.id()))
                        .isTrue();
            }
            story.members()
                    .forEach(member ->
                            assertThat(index.shown(member.articleId(), story)).isNotNull());
        }
    }

    @Test
    void isTheSameOverAStoreThatIsReadAnew() {
        var memory = new StoryMemory(new HeapShare(1 << 20));
        var store = new TreeStore();
        var stored = new ArrayList<Assignment>();
        StoryDecider toStore = News.decider(stored::add);
        for (Sketch sketch : sketches()) {
            memory.clear();
            Assignment assignment = toStore.decide(sketch, new StoredStoryIndex(store, memory, "en"));
            assertThat(assignment).isEqualTo(decider.decide(sketch, index));
        }
        assertThat(stored).isEqualTo(besides).hasSize(1);
    }

    @Test
    void keepsCopiesCountedWhereTheyWere() {
        List<Sketch> sketches = sketches();
        sketches.subList(0, 2).forEach(sketch -> decider.decide(sketch, index));
        decider.reprint("copy", "south-1", "copy.example", sketches.get(1).fetchTimeMs(), index);
        sketches.subList(2, 4).forEach(sketch -> decider.decide(sketch, index));
        assertThat(storyOf("copy", index)).isEqualTo(storyOf("north-1", index));
        assertThat(story("north-1").reprints()).isEqualTo(1);
        assertThat(story("south-1").reprints()).isZero();
        decider.withdraw("copy", index);
        assertThat(story("north-1").reprints()).isZero();
    }

    @Test
    void leavesAStoryAloneWhereAReportTellsNoDate() {
        List<Sketch> sketches = sketches();
        sketches.subList(0, 3).forEach(sketch -> decider.decide(sketch, index));
        assertThat(decider.decide(sketch(Twins.reports().get(2), null), index)).isInstanceOf(Replaced.class);
        sketches.subList(3, 6).forEach(sketch -> decider.decide(sketch, index));
        assertThat(story("north-1").articles()).isEqualTo(6);
        assertThat(besides).isEmpty();
    }

    @Test
    void forgetsWhatIsShownOfArticlesThatCannotLeaveAnyMore() {
        decider.decide(sketches().get(0), index);
        StoryState young = story("north-1");
        assertThat(index.shown("north-1", young)).isNotNull();
        for (int i = 1; i <= StoryState.MAX_MEMBERS; i++) {
            Twins.Report first = Twins.reports().get(0);
            decider.decide(
                    sketch(new Twins.Report("again-" + i, first.title(), first.text(), first.minute() + i)), index);
        }
        assertThat(story("north-1").articles()).isEqualTo(StoryState.MAX_MEMBERS + 1);
        assertThat(index.shown("north-1", young)).isNull();
    }
}
