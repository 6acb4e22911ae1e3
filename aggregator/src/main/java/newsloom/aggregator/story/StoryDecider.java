package newsloom.aggregator.story;

import java.util.Comparator;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.Function;
import newsloom.aggregator.story.Assignment.Joined;
import newsloom.aggregator.story.Assignment.Opened;
import newsloom.aggregator.story.Assignment.Replaced;
import newsloom.aggregator.story.Assignment.Reprinted;
import newsloom.aggregator.story.Assignment.Unknown;
import newsloom.aggregator.story.Assignment.Withdrawn;
import newsloom.aggregator.story.JoinRule.Verdict;
import newsloom.text.terms.TermTable;
import newsloom.text.vectors.KeySet;
import org.jspecify.annotations.Nullable;

/**
 * Puts articles into stories, one at a time: online single-pass clustering after Miranda et al. 2018 ("Multilingual Clustering
 * of Streaming News", sections 3 and 4), with one learned {@link JoinModel} for which story and for whether any. Each call does bounded work: some 30 posting lists and at most 24 stories are read. What comes out
 * depends on the index and the order of calls only. Stateless and thread-safe, the index is not.
 */
public final class StoryDecider {
    private static final int FORGET_AT_ONCE = 4;

    private final StorySettings settings;
    private final Function<String, TermTable> tables;
    private final JoinRule rule;
    private final Watch watch;

    /** Is told of each article what was weighed, in order of likeness, before it is placed. */
    interface Watch {
        Watch NONE = (article, verdicts) -> {};

        void weighed(Member article, List<Verdict> verdicts);
    }

    /** A decider with the model in the jar. */
    public StoryDecider(StorySettings settings, Function<String, TermTable> tables) {
        this(settings, tables, JoinModel.shipped(), Watch.NONE);
    }

    StoryDecider(StorySettings settings, Function<String, TermTable> tables, JoinModel model, Watch watch) {
        this.settings = settings;
        this.tables = tables;
        this.rule = new JoinRule(settings, model);
        this.watch = watch;
    }

    /** A new article joins or opens a story; one whose id is known takes the place of its earlier version. */
    public Assignment decide(Sketch sketch, StoryIndex index) {
        tick(sketch.fetchTimeMs(), index);
        OptionalLong known = index.storyOf(sketch.articleId());
        return known.isPresent() ? replace(sketch.articleId(), sketch, known.getAsLong(), index) : place(sketch, index);
    }

    /** The new article takes the place of an old one that turned out to be an excerpt of it; a new one when the old is not known. */
    public Assignment supersede(String oldId, Sketch sketch, StoryIndex index) {
        tick(sketch.fetchTimeMs(), index);
        OptionalLong known = index.storyOf(oldId);
        return known.isPresent() ? replace(oldId, sketch, known.getAsLong(), index) : decide(sketch, index);
    }

    /** A copy: counted, neither centroid nor frequencies move. A copy that is already counted is not counted again. */
    public Assignment reprint(String articleId, String originalId, String site, long fetchTimeMs, StoryIndex index) {
        tick(fetchTimeMs, index);
        OptionalLong storyId = index.storyOf(originalId);
        StoryState story = storyId.isPresent() ? index.story(storyId.getAsLong()) : null;
        if (story == null) {
            return new Unknown(articleId);
        }
        if (index.storyOf(articleId).isEmpty()) {
            index.putStory(story.withReprint(fetchTimeMs));
            index.putArticle(articleId, story.id(), fetchTimeMs);
        }
        return new Reprinted(StoryIds.text(story.id()), articleId, originalId, site);
    }

    /** Takes an article back; its story goes with its last article. */
    public Assignment withdraw(String articleId, StoryIndex index) {
        OptionalLong storyId = index.storyOf(articleId);
        StoryState story = storyId.isPresent() ? index.story(storyId.getAsLong()) : null;
        index.removeArticle(articleId);
        if (story == null) {
            return new Unknown(articleId);
        }
        StoryState rest = story.without(articleId);
        if (rest.articles() <= 0) {
            drop(story, index);
            index.putTotals(index.totals().withStories(-1, 0, 0));
        } else {
            index.putStory(rest);
        }
        return new Withdrawn(StoryIds.text(story.id()), articleId, rest.articles() <= 0);
    }

    private Assignment place(Sketch sketch, StoryIndex index) {
        var frequencies = new Frequencies(tables.apply(sketch.language()), index);
        Member article = member(sketch, frequencies);
        @Nullable Verdict best = best(article, tables.apply(sketch.language()), index);
        Assignment assignment =
                best != null && best.joins() ? join(sketch, article, best, index) : open(sketch, article, best, index);
        frequencies.count(sketch);
        return assignment;
    }

    private @Nullable Verdict best(Member article, TermTable table, StoryIndex index) {
        List<Comparison> comparisons = Comparison.ranked(Candidates.find(article, index).stream()
                .filter(story -> !story.members().isEmpty())
                .map(story -> Comparison.of(article, story, table))
                .toList());
        List<Verdict> verdicts = comparisons.stream()
                .map(comparison -> rule.judge(article, comparison))
                .toList();
        watch.weighed(article, verdicts);
        return verdicts.stream()
                .max(Comparator.comparingDouble(Verdict::margin)
                        .thenComparing(Comparator.comparingLong(
                                        (Verdict v) -> v.comparison().story().id())
                                .reversed()))
                .orElse(null);
    }

    private Assignment join(Sketch sketch, Member article, Verdict verdict, StoryIndex index) {
        StoryState story = verdict.comparison().story();
        grow(story, sketch, article, index);
        return new Joined(
                StoryIds.text(story.id()), sketch.articleId(), verdict.score(), verdict.threshold(), verdict.reason());
    }

    private Assignment open(Sketch sketch, Member article, @Nullable Verdict nearest, StoryIndex index) {
        StoryState story = StoryState.founded(
                freeId(sketch.articleId(), index),
                article,
                sketch.fetchTimeMs(),
                Candidates.keys(KeySet.EMPTY, article));
        enter(story, sketch, article, index);
        index.putTotals(index.totals().withStories(1, 0, 0));
        return new Opened(
                StoryIds.text(story.id()),
                sketch.articleId(),
                nearest == null
                        ? ""
                        : StoryIds.text(nearest.comparison().story().id()),
                nearest == null ? 0 : nearest.score(),
                nearest == null ? 0 : nearest.threshold(),
                nearest == null ? "nothing like it" : nearest.reason());
    }

    private Assignment replace(String formerId, Sketch sketch, long storyId, StoryIndex index) {
        StoryState story = index.story(storyId);
        index.removeArticle(formerId);
        if (story == null) {
            return place(sketch, index);
        }
        Member article = member(sketch, new Frequencies(tables.apply(sketch.language()), index));
        grow(story.without(formerId), sketch, article, index);
        return new Replaced(StoryIds.text(storyId), sketch.articleId(), formerId);
    }

    private static void grow(StoryState story, Sketch sketch, Member article, StoryIndex index) {
        KeySet keys = Candidates.keys(story.keys(), article);
        enter(story.with(article, sketch.fetchTimeMs(), keys), sketch, article, index);
    }

    private static void enter(StoryState story, Sketch sketch, Member article, StoryIndex index) {
        index.putStory(story);
        index.putArticle(sketch.articleId(), story.id(), sketch.fetchTimeMs());
        Candidates.post(story, article, index);
    }

    private static Member member(Sketch sketch, Frequencies frequencies) {
        var views = new Views(
                frequencies.weigh(sketch.terms()),
                frequencies.weigh(sketch.names()),
                frequencies.weigh(sketch.opening()));
        return new Member(
                sketch.articleId(),
                sketch.site(),
                sketch.eventTimeMs(),
                sketch.dateKnown(),
                sketch.words(),
                views,
                sketch.marks(),
                sketch.titleShape(),
                sketch.titleFigures(),
                sketch.figures(),
                sketch.days());
    }

    private static long freeId(String founderId, StoryIndex index) {
        int attempt = 0;
        while (index.story(StoryIds.of(founderId, attempt)) != null) {
            attempt++;
        }
        return StoryIds.of(founderId, attempt);
    }

    /** Moves the stream on and forgets a little of what is too old or too much, by fetch order, whatever the event times say. */
    private void tick(long fetchMs, StoryIndex index) {
        index.putTotals(index.totals().at(fetchMs));
        long limit = index.totals().streamMs() - settings.retention().toMillis();
        index.oldestArticles(limit, 2 * FORGET_AT_ONCE).forEach(index::removeArticle);
        for (long storyId : index.oldestStories(FORGET_AT_ONCE)) {
            StoryState story = index.story(storyId);
            StreamTotals totals = index.totals();
            boolean tooMany = totals.stories() > settings.maxStories();
            if (story != null && (story.touchedMs() < limit || tooMany)) {
                drop(story, index);
                index.putTotals(totals.withStories(-1, tooMany ? 0 : 1, tooMany ? 1 : 0));
            }
        }
    }

    private static void drop(StoryState story, StoryIndex index) {
        Candidates.unpost(story, index);
        index.removeStory(story);
    }
}
