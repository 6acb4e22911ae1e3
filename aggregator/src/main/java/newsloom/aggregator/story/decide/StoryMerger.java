package newsloom.aggregator.story.decide;

import java.util.List;
import java.util.function.Consumer;
import newsloom.aggregator.story.compare.StorySettings;
import newsloom.aggregator.story.decide.Assignment.Merged;
import newsloom.aggregator.story.decide.JoinRule.Verdict;
import newsloom.aggregator.story.state.ArticlePlace;
import newsloom.aggregator.story.state.Member;
import newsloom.aggregator.story.state.StoryIndex;
import newsloom.aggregator.story.state.StoryMember;
import newsloom.aggregator.story.state.StoryState;
import newsloom.text.terms.TermTable;

/**
 * Takes a story of one article into another one that has just grown: its article came too early to find its like. Rare and
 * careful: the article is judged once more beside all stories, and has to fit by a wide margin. A story of more articles, or with
 * copies, is never taken in; nor is one that took in another, whose id would lead to nothing then.
 */
final class StoryMerger {
    /** Less alike than this to the article that came, a story is not worth a second look. */
    private static final double LEAST_LIKENESS = 0.2;

    private static final int MAX_LOOKS = 2;

    private final StorySettings settings;
    private final JoinRule rule;
    private final Consumer<Assignment> told;

    StoryMerger(StorySettings settings, JoinRule rule, Consumer<Assignment> told) {
        this.settings = settings;
        this.rule = rule;
        this.told = told;
    }

    /** @param weighed what the article was compared with that made the story grow, most alike first */
    void mergeInto(long grownId, List<Verdict> weighed, TermTable table, StoryIndex index) {
        weighed.stream()
                .map(Verdict::comparison)
                .filter(comparison -> comparison.likeness() >= LEAST_LIKENESS && isSingle(comparison.story(), grownId))
                .limit(MAX_LOOKS)
                .forEach(comparison -> look(comparison.story(), grownId, table, index));
    }

    private static boolean isSingle(StoryState story, long grownId) {
        return story.id() != grownId
                && story.articles() == 1
                && story.reprints() == 0
                && !story.resting()
                && !story.tookIn();
    }

    private void look(StoryState single, long grownId, TermTable table, StoryIndex index) {
        Member article = single.members().get(0);
        StoryMember shown = index.shown(article.articleId(), single);
        Verdict best = JoinRule.best(rule.verdicts(article, table, index, story -> story.id() != single.id()));
        if (shown == null
                || best == null
                || best.comparison().story().id() != grownId
                || best.comparison().story().resting()
                || best.margin() < settings.mergeExtra()) {
            return;
        }
        StoryState grown = best.comparison().story();
        Candidates.unpost(single, index);
        index.removeStory(single);
        index.putTotals(index.totals().withStories(-1));
        StoryState both = grown.with(article, single.touchedMs(), Candidates.keys(grown.keys(), article))
                .withTookIn(true);
        index.putStory(both);
        if (!both.movable().isEmpty()) {
            index.putShown(shown);
        }
        index.putArticle(article.articleId(), ArticlePlace.article(grownId, single.touchedMs()));
        Candidates.post(both, article, index);
        index.putMerged(single.id(), grownId, index.totals().streamMs());
        told.accept(new Merged(
                StoryIds.text(grownId),
                StoryIds.text(single.id()),
                shown,
                best.score(),
                best.threshold() + settings.mergeExtra()));
    }
}
