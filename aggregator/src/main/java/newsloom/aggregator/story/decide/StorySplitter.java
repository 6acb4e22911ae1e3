package newsloom.aggregator.story.decide;

import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import newsloom.aggregator.story.compare.Comparer;
import newsloom.aggregator.story.compare.Comparison;
import newsloom.aggregator.story.compare.StorySettings;
import newsloom.aggregator.story.compare.Subject;
import newsloom.aggregator.story.decide.Assignment.Divided;
import newsloom.aggregator.story.state.ArticlePlace;
import newsloom.aggregator.story.state.Member;
import newsloom.aggregator.story.state.StoryIndex;
import newsloom.aggregator.story.state.StoryMember;
import newsloom.aggregator.story.state.StoryState;
import newsloom.text.terms.TermTable;
import newsloom.text.vectors.KeySet;

/**
 * Takes a young story apart that turns out to be two: the first report of a happening that is told in the same words as another one
 * joins the story of that, and more of both follow. By one article that cannot be seen, by two and two it can: the members are cut into
 * the two {@link Camps} that suggest themselves, and each is judged beside the camp it is not in, with its own camp as the rival. The
 * smaller camp leaves where they hardly fit; of equally small ones the one without the first member.
 *
 * <p>Only while all articles are kept as members and tell a date. Copies stay counted where they were. At eight members it costs as
 * much as judging 16 stories.
 */
public final class StorySplitter {
    private static final int LEAST_IN_A_CAMP = 2;

    private final StorySettings settings;
    private final JoinRule rule;
    private final Consumer<Assignment> told;

    StorySplitter(StorySettings settings, JoinRule rule, Consumer<Assignment> told) {
        this.settings = settings;
        this.rule = rule;
        this.told = told;
    }

    /** @param grownId a story that has just taken in an article */
    void look(long grownId, TermTable table, StoryIndex index) {
        StoryState story = Objects.requireNonNull(index.story(grownId));
        List<Member> members = story.movable();
        if (members.size() < 2 * LEAST_IN_A_CAMP
                || members.size() != story.articles()
                || !members.stream().allMatch(Member::dateKnown)) {
            return;
        }
        List<Subject> subjects =
                members.stream().map(member -> new Subject(member, table)).toList();
        Camps camps = Camps.of(subjects);
        if (camps.smaller().size() >= LEAST_IN_A_CAMP) {
            double fit = fit(camps, subjects);
            if (fit < settings.splitBelow()) {
                divide(story, camps, fit, index);
            }
        }
    }

    /** Halfway between the mean and the highest score of a member beside the other camp. */
    private double fit(Camps camps, List<Subject> subjects) {
        StoryState larger = story(0, camps.larger(), 0);
        StoryState smaller = story(1, camps.smaller(), 0);
        double sum = 0;
        double most = Double.NEGATIVE_INFINITY;
        for (Subject subject : subjects) {
            boolean isInSmaller = camps.smaller().contains(subject.article());
            double score = besideOther(subject, isInSmaller ? smaller : larger, isInSmaller ? larger : smaller);
            sum += score;
            most = Math.max(most, score);
        }
        return (sum / subjects.size() + most) / 2;
    }

    private double besideOther(Subject subject, StoryState own, StoryState other) {
        Comparison beside = Comparer.compare(subject, other);
        StoryState rest = own.without(subject.article().articleId());
        Comparison.ranked(List.of(beside, Comparer.compare(subject, rest)), settings);
        return rule.score(beside);
    }

    private void divide(StoryState story, Camps camps, double fit, StoryIndex index) {
        List<StoryMember> leaving = camps.smaller().stream()
                .map(member -> index.shown(member.articleId(), story))
                .filter(Objects::nonNull)
                .toList();
        if (leaving.size() < camps.smaller().size()) {
            return; // an earlier build did not note what is shown of them
        }
        StoryMember founder = leaving.get(0);
        long id = StoryGrowth.freeId(founder.articleId(), founder.language(), index);
        long now = StoryGrowth.now(index);
        StoryState left = story(story.id(), camps.larger(), story.touchedMs())
                .withReprints(story.reprints(), story.touchedMs(), false)
                .withTookIn(story.tookIn());
        StoryState fresh = story(id, camps.smaller(), now);
        Candidates.unpost(story, index);
        index.putStory(left);
        index.putStory(fresh);
        index.putTotals(index.totals().withStories(1));
        camps.larger().forEach(member -> Candidates.post(left, member, index));
        camps.smaller().forEach(member -> {
            index.putArticle(member.articleId(), ArticlePlace.article(id, now));
            Candidates.post(fresh, member, index);
        });
        leaving.forEach(index::putShown);
        told.accept(new Divided(
                StoryIds.text(story.id()), StoryIds.text(id), leaving, left.articles(), fit, settings.splitBelow()));
    }

    /** As if its members had come one after the other. */
    private static StoryState story(long id, List<Member> members, long nowMs) {
        Member first = members.get(0);
        StoryState story = StoryState.founded(id, first, nowMs, Candidates.keys(KeySet.EMPTY, first));
        for (Member member : members.subList(1, members.size())) {
            story = story.with(member, nowMs, Candidates.keys(story.keys(), member));
        }
        return story;
    }
}
