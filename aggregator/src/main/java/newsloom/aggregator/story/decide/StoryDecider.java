package newsloom.aggregator.story.decide;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import newsloom.aggregator.story.compare.JoinModel;
import newsloom.aggregator.story.compare.StorySettings;
import newsloom.aggregator.story.decide.Assignment.CopyWithdrawn;
import newsloom.aggregator.story.decide.Assignment.Joined;
import newsloom.aggregator.story.decide.Assignment.Replaced;
import newsloom.aggregator.story.decide.Assignment.Reprinted;
import newsloom.aggregator.story.decide.Assignment.Split;
import newsloom.aggregator.story.decide.Assignment.Unknown;
import newsloom.aggregator.story.decide.Assignment.Withdrawn;
import newsloom.aggregator.story.decide.Explanation.Weighed;
import newsloom.aggregator.story.decide.JoinRule.Verdict;
import newsloom.aggregator.story.sketch.Sketch;
import newsloom.aggregator.story.state.ArticlePlace;
import newsloom.aggregator.story.state.Member;
import newsloom.aggregator.story.state.StoryIndex;
import newsloom.aggregator.story.state.StoryState;
import newsloom.text.terms.TermTable;

/**
 * Puts articles into stories, one at a time: online single-pass clustering after Miranda et al. 2018 ("Multilingual Clustering
 * of Streaming News", sections 3 and 4), with one learned {@link JoinModel} for which story and for whether any. Each call does
 * bounded work: some 30 posting lists and at most 24 stories are read, three times as many where a merge is weighed; a young story that grew is
 * looked at for whether it is two. What comes
 * out depends on the index and the order of calls only. Stateless, and as thread-safe as what it tells; the index is not.
 *
 * <p>Each call answers with what became of the article it was asked about. What happens to other stories on the way (rest, end,
 * merge, fall apart), or to the article before, is told to the consumer at once; what {@link Assignment#follows} after the article that
 * led to it was placed.
 */
public final class StoryDecider {
    private final StorySettings settings;
    private final StoryKeeper keeper;
    private final StoryChoice choice;
    private final StoryGrowth growth;
    private final Consumer<Assignment> besides;

    /** Is told of each article what was weighed, in order of likeness, before it is placed. */
    public interface Watch {
        Watch NONE = (article, verdicts) -> {};

        void weighed(Member article, List<Verdict> verdicts);
    }

    /**
     * A decider with the model in the jar.
     *
     * @param besides told of what happens beside what was asked
     */
    public StoryDecider(StorySettings settings, Function<String, TermTable> tables, Consumer<Assignment> besides) {
        this(settings, tables, JoinModel.shipped(), besides, Watch.NONE);
    }

    public StoryDecider(
            StorySettings settings,
            Function<String, TermTable> tables,
            JoinModel model,
            Consumer<Assignment> besides,
            Watch watch) {
        this.settings = settings;
        this.keeper = new StoryKeeper(settings, besides);
        this.choice = new StoryChoice(settings, tables, model, besides, watch);
        this.growth = new StoryGrowth(besides);
        this.besides = besides;
    }

    /**
     * A new article joins or opens a story; one whose id is known takes the place of its earlier version, and one that was counted
     * as a copy is a copy no more.
     */
    public Assignment decide(Sketch sketch, StoryIndex index) {
        keeper.tick(sketch.fetchTimeMs(), index);
        ArticlePlace known = index.place(sketch.articleId());
        if (known != null && known.isArticle()) {
            return renew(sketch, known.story(), index);
        }
        if (known != null) {
            takeBack(sketch.articleId(), index);
        }
        return choice.place(sketch, StoryDecider::anywhere, index);
    }

    /**
     * The new article takes the place of an old one that turned out to be an excerpt or a copy of it, also where that was taken back
     * already; it is decided on like any other where the old one is not known or its story is gone.
     */
    public Assignment supersede(String oldId, Sketch sketch, StoryIndex index) {
        ArticlePlace known = index.place(oldId);
        if (known == null || known.isCopy() || oldId.equals(sketch.articleId())) {
            return decide(sketch, index);
        }
        keeper.tick(sketch.fetchTimeMs(), index);
        takeBack(sketch.articleId(), index);
        return known.gone()
                ? follow(oldId, sketch, known.story(), index)
                : replace(oldId, sketch, known.story(), List.of(), index);
    }

    /** A copy: counted, neither centroid nor frequencies move. A copy that is already counted is not counted again. */
    public Assignment reprint(String articleId, String originalId, String site, long fetchTimeMs, StoryIndex index) {
        keeper.tick(fetchTimeMs, index);
        ArticlePlace original = index.place(originalId);
        StoryState story = original == null ? null : index.story(original.story());
        if (story == null) {
            return new Unknown(articleId);
        }
        if (index.storyOf(articleId).isEmpty()) {
            growth.reprint(story, articleId, site, index);
        }
        return new Reprinted(StoryIds.text(story.id()), articleId, originalId, site);
    }

    /** Takes an article or a copy back; a story goes with its last article. */
    public Assignment withdraw(String articleId, StoryIndex index) {
        ArticlePlace place = index.place(articleId);
        StoryState story = place == null || place.gone() ? null : index.story(place.story());
        if (place == null || story == null) {
            return new Unknown(articleId);
        }
        index.putArticle(articleId, ArticlePlace.gone(story.id(), place.notedMs()));
        String storyId = StoryIds.text(story.id());
        String copyOn = place.copyOn();
        if (copyOn != null) {
            index.putStory(story.withoutReprint());
            return new CopyWithdrawn(storyId, articleId, copyOn, story.resting());
        }
        StoryState rest = story.without(articleId);
        if (rest.articles() <= 0) {
            keeper.drop(story, index);
        } else {
            index.putStory(rest);
        }
        return new Withdrawn(storyId, articleId, rest.articles() <= 0, story.resting());
    }

    private void takeBack(String articleId, StoryIndex index) {
        Assignment withdrawn = withdraw(articleId, index);
        if (!(withdrawn instanceof Unknown)) {
            besides.accept(withdrawn);
        }
    }

    /** A new version stays where it is, unless it tells something else than the other articles there. */
    private Assignment renew(Sketch sketch, long storyId, StoryIndex index) {
        StoryState story = index.story(storyId);
        if (story == null) {
            index.removeArticle(sketch.articleId());
            return choice.place(sketch, StoryDecider::anywhere, index);
        }
        StoryState others = story.without(sketch.articleId());
        if (others.members().isEmpty()) {
            return replace(sketch.articleId(), sketch, storyId, List.of(), index);
        }
        Verdict verdict = choice.beside(others, sketch, index);
        return verdict.joins() || verdict.comparison().likeness() >= settings.splitLikeness()
                ? replace(sketch.articleId(), sketch, storyId, Weighed.of(List.of(verdict)), index)
                : split(sketch, others, verdict, index);
    }

    private Assignment split(Sketch sketch, StoryState others, Verdict verdict, StoryIndex index) {
        index.putStory(others);
        index.removeArticle(sketch.articleId());
        Assignment placed = choice.place(sketch, story -> story.id() != others.id(), index);
        besides.accept(new Split(
                StoryIds.text(others.id()),
                sketch.articleId(),
                placed.storyId(),
                verdict.score(),
                verdict.comparison().likeness(),
                others.resting()));
        return placed;
    }

    /** In the story of an article that was taken back a moment ago in favour of this one. */
    private Assignment follow(String formerId, Sketch sketch, long storyId, StoryIndex index) {
        StoryState story = index.story(storyId);
        if (story == null) {
            return choice.place(sketch, StoryDecider::anywhere, index);
        }
        String reason = "in place of " + formerId + ", which is an excerpt or a copy of it";
        choice.force(story, sketch, reason, index);
        return new Joined(StoryIds.text(storyId), sketch.articleId(), 0, 0, reason, List.of());
    }

    private Assignment replace(String formerId, Sketch sketch, long storyId, List<Weighed> weighed, StoryIndex index) {
        StoryState story = index.story(storyId);
        if (story == null) {
            index.removeArticle(formerId);
            return choice.place(sketch, StoryDecider::anywhere, index);
        }
        index.putArticle(formerId, ArticlePlace.gone(storyId, StoryGrowth.now(index)));
        choice.force(story.without(formerId), sketch, "a new version of one of its articles", index);
        return new Replaced(StoryIds.text(storyId), sketch.articleId(), formerId, weighed);
    }

    private static boolean anywhere(StoryState story) {
        return true;
    }
}
