package newsloom.aggregator.story.decide;

import java.util.function.Consumer;
import newsloom.aggregator.story.decide.Assignment.Reopened;
import newsloom.aggregator.story.decide.JoinRule.Verdict;
import newsloom.aggregator.story.sketch.Sketch;
import newsloom.aggregator.story.state.ArticlePlace;
import newsloom.aggregator.story.state.Losses;
import newsloom.aggregator.story.state.Member;
import newsloom.aggregator.story.state.StoryIndex;
import newsloom.aggregator.story.state.StoryMember;
import newsloom.aggregator.story.state.StoryState;
import newsloom.text.vectors.KeySet;
import org.jspecify.annotations.Nullable;

/** Puts articles into the stories they were found to belong to, wherever the index keeps something of that. */
final class StoryGrowth {
    private final Consumer<Assignment> told;

    /** @param told of stories that wake */
    StoryGrowth(Consumer<Assignment> told) {
        this.told = told;
    }

    /** A new story with this article as its only one. */
    StoryState found(Sketch sketch, Member article, StoryIndex index) {
        KeySet keys = Candidates.keys(KeySet.EMPTY, article);
        StoryState story =
                StoryState.founded(freeId(sketch.articleId(), sketch.language(), index), article, now(index), keys);
        enter(story, sketch, article, index);
        index.putTotals(index.totals().withStories(1));
        return story;
    }

    /**
     * One more article of the story, which goes on if it rested.
     *
     * @param fit how it fits; null where nobody asked
     */
    void join(StoryState story, Sketch sketch, Member article, String reason, @Nullable Verdict fit, StoryIndex index) {
        StoryRest.layFound(story, index, told);
        wake(story, article.articleId(), reason, fit);
        if (story.members().size() == StoryState.MAX_MEMBERS) {
            index.putTotals(index.totals().losing(Losses.ofMembers(1)));
        }
        KeySet keys = Candidates.keys(story.keys(), article);
        enter(story.with(article, now(index), keys), sketch, article, index);
    }

    /** A copy of one of its articles. */
    void reprint(StoryState story, String articleId, String site, StoryIndex index) {
        wake(story, articleId, "a copy of one of its articles", null);
        index.putStory(story.withReprint(now(index)));
        index.putArticle(articleId, ArticlePlace.copy(story.id(), now(index), site));
    }

    private void wake(StoryState story, String articleId, String reason, @Nullable Verdict fit) {
        if (story.resting()) {
            told.accept(new Reopened(
                    StoryIds.text(story.id()),
                    articleId,
                    reason,
                    fit == null ? null : fit.score(),
                    fit == null ? null : fit.threshold()));
        }
    }

    private static void enter(StoryState story, Sketch sketch, Member article, StoryIndex index) {
        index.putStory(story);
        if (!story.movable().isEmpty()) {
            index.putShown(StoryMember.of(sketch));
        }
        index.putArticle(article.articleId(), ArticlePlace.article(story.id(), now(index)));
        Candidates.post(story, article, index);
    }

    static long now(StoryIndex index) {
        return index.totals().streamMs();
    }

    /** For a story that begins with this article. */
    static long freeId(String founderId, String language, StoryIndex index) {
        int attempt = 0;
        while (isTaken(StoryIds.of(founderId, language, attempt), index)) {
            attempt++;
        }
        return StoryIds.of(founderId, language, attempt);
    }

    private static boolean isTaken(long id, StoryIndex index) {
        return index.story(id) != null || index.mergedInto(id).isPresent();
    }
}
