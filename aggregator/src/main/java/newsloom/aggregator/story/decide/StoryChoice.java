package newsloom.aggregator.story.decide;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import newsloom.aggregator.story.compare.JoinModel;
import newsloom.aggregator.story.compare.StorySettings;
import newsloom.aggregator.story.decide.Assignment.Joined;
import newsloom.aggregator.story.decide.Assignment.Opened;
import newsloom.aggregator.story.decide.Explanation.Weighed;
import newsloom.aggregator.story.decide.JoinRule.Verdict;
import newsloom.aggregator.story.sketch.Sketch;
import newsloom.aggregator.story.state.Frequencies;
import newsloom.aggregator.story.state.Member;
import newsloom.aggregator.story.state.StoryIndex;
import newsloom.aggregator.story.state.StoryState;
import newsloom.text.terms.TermTable;
import org.jspecify.annotations.Nullable;

/** Finds for an article the story that fits best and puts it there, or opens one. */
final class StoryChoice {
    private final Function<String, TermTable> tables;
    private final JoinRule rule;
    private final StoryGrowth growth;
    private final StorySplitter splitter;
    private final StoryMerger merger;
    private final StoryDecider.Watch watch;

    /** @param told of stories that wake, fall apart or merge on the way */
    StoryChoice(
            StorySettings settings,
            Function<String, TermTable> tables,
            JoinModel model,
            Consumer<Assignment> told,
            StoryDecider.Watch watch) {
        this.tables = tables;
        this.rule = new JoinRule(settings, model);
        this.growth = new StoryGrowth(told);
        this.splitter = new StorySplitter(settings, rule, told);
        this.merger = new StoryMerger(settings, rule, told);
        this.watch = watch;
    }

    /** @param which stories it may join */
    Assignment place(Sketch sketch, Predicate<StoryState> which, StoryIndex index) {
        TermTable table = tables.apply(sketch.language());
        Member article = member(sketch, index);
        List<Verdict> verdicts = rule.verdicts(article, table, index, which);
        watch.weighed(article, verdicts);
        Verdict best = JoinRule.best(verdicts);
        if (best == null || !best.joins()) {
            StoryState story = growth.found(sketch, article, index);
            Frequencies.count(sketch, index);
            return opened(story, sketch, best, verdicts);
        }
        growth.join(best.comparison().story(), sketch, article, best.reason(), best, index);
        Frequencies.count(sketch, index);
        splitter.look(best.comparison().story().id(), table, index);
        merger.mergeInto(best.comparison().story().id(), verdicts, table, index);
        return joined(sketch, best, verdicts);
    }

    private static Assignment joined(Sketch sketch, Verdict best, List<Verdict> verdicts) {
        return new Joined(
                StoryIds.text(best.comparison().story().id()),
                sketch.articleId(),
                best.score(),
                best.threshold(),
                best.reason(),
                Weighed.of(verdicts));
    }

    private static Assignment opened(
            StoryState story, Sketch sketch, @Nullable Verdict nearest, List<Verdict> verdicts) {
        return new Opened(
                StoryIds.text(story.id()),
                sketch.articleId(),
                nearest == null
                        ? ""
                        : StoryIds.text(nearest.comparison().story().id()),
                nearest == null ? 0 : nearest.score(),
                nearest == null ? 0 : nearest.threshold(),
                nearest == null ? "nothing like it" : nearest.reason(),
                Weighed.of(verdicts));
    }

    /** How it fits that story alone, which must have a member. */
    Verdict beside(StoryState story, Sketch sketch, StoryIndex index) {
        return rule.verdict(member(sketch, index), story, tables.apply(sketch.language()));
    }

    /** Puts it into this story without asking. */
    void force(StoryState story, Sketch sketch, String reason, StoryIndex index) {
        growth.join(story, sketch, member(sketch, index), reason, null, index);
    }

    private Member member(Sketch sketch, StoryIndex index) {
        return Member.of(sketch, new Frequencies(tables.apply(sketch.language()), index));
    }
}
