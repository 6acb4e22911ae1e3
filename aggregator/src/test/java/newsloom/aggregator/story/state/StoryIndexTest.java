package newsloom.aggregator.story.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import newsloom.aggregator.story.News;
import newsloom.aggregator.story.TreeStore;
import newsloom.aggregator.story.decide.Assignment;
import newsloom.aggregator.story.decide.StoryDecider;
import newsloom.aggregator.story.sketch.Sketch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StoryIndexTest {
    /** Nothing stays, a few stories do, all do. */
    private static final long[] MEMORY_BYTES = {0, 0, 50_000, 50_000_000};

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void storedAndRememberedStoriesGiveTheSameDecisions(long seed) {
        var remembered = new InMemoryStoryIndex();
        var store = new TreeStore();
        var memory = new StoryMemory(new HeapShare(MEMORY_BYTES[(int) seed]));
        var stored = new StoredStoryIndex(store, memory, "en");
        var besideStored = new ArrayList<Assignment>();
        var besideRemembered = new ArrayList<Assignment>();
        StoryDecider toStore = News.decider(besideStored::add);
        var random = new Random(seed);
        StoryDecider decider = News.decider(besideRemembered::add);
        var seen = new ArrayList<String>();
        for (int i = 0; i < 150; i++) {
            Sketch sketch = randomSketch(random, i);
            assertThat(toStore.decide(sketch, stored)).isEqualTo(decider.decide(sketch, remembered));
            seen.add(sketch.articleId());
            if (i % 40 == 39) {
                memory.clear();
                stored = new StoredStoryIndex(store, memory, "en"); // as after a restart
            }
            String other = seen.get(random.nextInt(seen.size()));
            if (random.nextInt(4) == 0) {
                assertThat(toStore.reprint("copy" + i, other, "s", sketch.fetchTimeMs(), stored))
                        .isEqualTo(decider.reprint("copy" + i, other, "s", sketch.fetchTimeMs(), remembered));
            } else if (random.nextInt(6) == 0) {
                assertThat(toStore.withdraw(other, stored)).isEqualTo(decider.withdraw(other, remembered));
            }
            assertThat(stored.totals()).isEqualTo(remembered.totals());
            assertThat(besideStored).isEqualTo(besideRemembered);
            for (boolean resting : new boolean[] {true, false}) {
                assertThat(stored.oldestStories(resting, Long.MAX_VALUE, 5))
                        .isEqualTo(remembered.oldestStories(resting, Long.MAX_VALUE, 5));
            }
            assertThat(stored.oldestMerged(Long.MAX_VALUE, 5)).isEqualTo(remembered.oldestMerged(Long.MAX_VALUE, 5));
            assertThat(stored.oldestArticles(Long.MAX_VALUE, 5))
                    .isEqualTo(remembered.oldestArticles(Long.MAX_VALUE, 5));
        }
        Sketch last = News.sketch("last", "Snow", "Snow fell on the Grauhorn.", null, 400 * 60 * 24);
        assertThat(toStore.decide(last, stored)).isEqualTo(decider.decide(last, remembered));
        assertThat(besideStored)
                .isEqualTo(besideRemembered)
                .hasAtLeastOneElementOfType(Assignment.Rested.class)
                .hasAtLeastOneElementOfType(Assignment.Closed.class);
    }

    @Test
    void aMergedStoryLeadsToTheOneThatTookItIn() {
        for (StoryIndex index : List.of(
                new InMemoryStoryIndex(),
                new StoredStoryIndex(new TreeStore(), new StoryMemory(new HeapShare(1 << 20)), "en"))) {
            index.putMerged(7, 8, 100);
            index.putMerged(-7, 9, 50);
            assertThat(index.mergedInto(7)).hasValue(8);
            assertThat(index.mergedInto(8)).isEmpty();
            assertThat(index.oldestMerged(101, 9)).containsExactly(-7L, 7L);
            assertThat(index.oldestMerged(100, 9)).containsExactly(-7L);
            index.removeMerged(-7);
            assertThat(index.oldestMerged(101, 9)).containsExactly(7L);
        }
    }

    @Test
    void languagesShareAMemoryAndKeepApart() {
        var store = new TreeStore();
        var memory = new StoryMemory(new HeapShare(1 << 20));
        var english = new StoredStoryIndex(store, memory, "en");
        var german = new StoredStoryIndex(store, memory, "de");
        var place = new ArticlePlace(5, 100, null, false);
        assertThat(english.place("a")).isNull();
        german.putPostings(7, Postings.NONE.with(5, 1));
        german.putArticle("a", place);
        assertThat(english.place("a")).isNull();
        assertThat(english.postings(7).size()).isZero();
        var glance = new StoredStoryIndex(store, memory, "de");
        assertThat(glance.place("a")).isEqualTo(place);
        glance.removeArticle("a");
        glance.putPostings(7, Postings.NONE);
        assertThat(german.place("a")).isNull();
        assertThat(german.postings(7).size()).isZero();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void sketchesComeBackFromTheirBytes(long seed) {
        Sketch sketch = randomSketch(new Random(seed), 7);
        assertThat(SketchCodec.fromBytes(SketchCodec.toBytes(sketch))).isEqualTo(sketch);
    }

    @Test
    void statesComeBackFromTheirBytesAndStaySmall() {
        var index = new InMemoryStoryIndex();
        for (int i = 0; i < 40; i++) {
            News.decider().decide(News.sketch("a" + i, "Fire", News.FIRE, "2026-11-17T23:30:00Z", i), index);
        }
        StoryState story = java.util.Objects.requireNonNull(
                index.story(index.oldestStories(false, Long.MAX_VALUE, 1).get(0)));
        byte[] bytes = StoryCodec.toBytes(story);
        assertThat(StoryCodec.story(bytes)).isEqualTo(story);
        assertThat(story.articles()).isEqualTo(40);
        assertThat(bytes).hasSizeLessThan(10_000);
    }

    @Test
    void postingsKeepTheLatest() {
        Postings postings = Postings.NONE;
        for (int i = 0; i < Postings.MAX + 10; i++) {
            postings = postings.with(i, i);
        }
        assertThat(postings.size()).isEqualTo(Postings.MAX);
        assertThat(postings.story(0)).isEqualTo(10);
        assertThat(postings.with(10, 3).story(Postings.MAX - 1)).isEqualTo(10);
        assertThat(StoryCodec.postings(StoryCodec.toBytes(postings))).isEqualTo(postings);
    }

    @Test
    void refusesBytesOfAnotherVersion() {
        assertThatThrownBy(() -> StoryCodec.story(new byte[] {77})).hasMessageContaining("form 77");
        assertThatThrownBy(() -> SketchCodec.fromBytes(new byte[] {77})).hasMessageContaining("form 77");
    }

    private static Sketch randomSketch(Random random, int i) {
        String[] sentences = (News.FIRE + " " + News.FIRE_AGAIN + " " + News.ELECTION).split("\\. ", -1);
        var text = new StringBuilder();
        for (int j = 0; j < 4; j++) {
            text.append(sentences[random.nextInt(sentences.length)]).append(". ");
        }
        int day = 10 + random.nextInt(10);
        String published = random.nextInt(5) == 0 ? null : "2026-11-" + day + "T08:00:00Z";
        return News.sketch("a" + i, "Report " + random.nextInt(9), text.toString(), published, i * 60 * 24);
    }
}
