package newsloom.aggregator;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import newsloom.aggregator.story.decide.Assignment;
import newsloom.aggregator.story.decide.Explanation.Weighed;
import newsloom.aggregator.story.state.StoryMember;
import newsloom.contract.v1.StoryEvent;
import newsloom.contract.v1.StoryEventType;
import newsloom.contract.v1.WeighedStory;
import org.jspecify.annotations.Nullable;

/**
 * Says of what the decision did which events everybody is told, and what changes about the views of stories.
 *
 * @param atMs fetch time of the record that caused it
 * @param language of the stories
 */
record StoryTelling(long atMs, String language) {
    private static final int MOST_WEIGHED = 5;

    /** Under which name it is counted; empty for what is not. */
    static String counted(Assignment assignment) {
        if (assignment instanceof Assignment.Opened) {
            return "opened";
        } else if (assignment instanceof Assignment.Joined) {
            return "joined";
        } else if (assignment instanceof Assignment.Replaced) {
            return "replaced";
        } else if (assignment instanceof Assignment.Reprinted) {
            return "reprints";
        } else if (assignment instanceof Assignment.Withdrawn) {
            return "withdrawn";
        } else if (assignment instanceof Assignment.CopyWithdrawn) {
            return "reprints withdrawn";
        } else if (assignment instanceof Assignment.Merged) {
            return "merged";
        } else if (assignment instanceof Assignment.Split || assignment instanceof Assignment.Divided) {
            return "split";
        } else if (assignment instanceof Assignment.Rested) {
            return "rested";
        } else if (assignment instanceof Assignment.Reopened) {
            return "reopened";
        }
        return assignment instanceof Assignment.Closed ? "closed" : "";
    }

    /**
     * In order; nothing for an article that no story knows.
     *
     * @param member the article that was told, where there is one
     */
    List<Decided.Happened> of(Assignment assignment, @Nullable StoryMember member) {
        if (assignment instanceof Assignment.Opened opened) {
            return placed(
                    member,
                    event(StoryEventType.OPENED, opened.storyId(), opened.articleId(), opened.reason())
                            .setOtherStoryId(opened.bestStoryId().isEmpty() ? null : opened.bestStoryId())
                            .setScore(opened.weighed().isEmpty() ? null : opened.score())
                            .setThreshold(opened.weighed().isEmpty() ? null : finite(opened.threshold()))
                            .setWeighed(weighed(opened.weighed(), opened.bestStoryId())));
        } else if (assignment instanceof Assignment.Joined joined) {
            return placed(
                    member,
                    event(StoryEventType.JOINED, joined.storyId(), joined.articleId(), joined.reason())
                            .setScore(joined.weighed().isEmpty() ? null : joined.score())
                            .setThreshold(joined.weighed().isEmpty() ? null : joined.threshold())
                            .setWeighed(weighed(joined.weighed(), joined.storyId())));
        } else if (assignment instanceof Assignment.Replaced replaced) {
            return replaced(replaced, Objects.requireNonNull(member));
        } else if (assignment instanceof Assignment.Merged merged) {
            return merged(merged);
        } else if (assignment instanceof Assignment.Split split) {
            return split(split);
        } else if (assignment instanceof Assignment.Divided divided) {
            return divided(divided);
        }
        return ofStory(assignment);
    }

    private List<Decided.Happened> ofStory(Assignment assignment) {
        if (assignment instanceof Assignment.Reprinted copy) {
            String reason = "a copy of " + copy.originalId() + " on " + copy.site();
            return one(
                    new StoryChange.Reprinted(copy.site()),
                    event(StoryEventType.REPRINTED, copy.storyId(), copy.articleId(), reason));
        } else if (assignment instanceof Assignment.Withdrawn gone) {
            String reason = "the article was taken back, or is in another language now"
                    + (gone.storyEmpty() ? ", and no other is left" : "");
            return one(
                    new StoryChange.Removed(gone.articleId(), gone.resting()),
                    event(StoryEventType.WITHDRAWN, gone.storyId(), gone.articleId(), reason));
        } else if (assignment instanceof Assignment.CopyWithdrawn gone) {
            String reason = "no copy any more: taken back, or an article in its own right";
            return one(
                    new StoryChange.CopyRemoved(gone.site(), gone.resting()),
                    event(StoryEventType.WITHDRAWN, gone.storyId(), gone.articleId(), reason));
        } else if (assignment instanceof Assignment.Rested rested) {
            return one(
                    new StoryChange.Rested(),
                    event(StoryEventType.CLOSED, rested.storyId(), null, "rests: " + rested.reason()));
        } else if (assignment instanceof Assignment.Reopened reopened) {
            return one(
                    null,
                    event(StoryEventType.REOPENED, reopened.storyId(), reopened.articleId(), reopened.reason())
                            .setScore(reopened.score())
                            .setThreshold(reopened.threshold()));
        } else if (assignment instanceof Assignment.Closed closed) {
            return one(
                    new StoryChange.Closed(),
                    event(StoryEventType.CLOSED, closed.storyId(), null, "for good: " + closed.reason()));
        }
        return List.of();
    }

    private static List<Decided.Happened> placed(@Nullable StoryMember member, StoryEvent.Builder event) {
        return one(new StoryChange.Added(Objects.requireNonNull(member)), event);
    }

    private List<Decided.Happened> replaced(Assignment.Replaced replaced, StoryMember member) {
        boolean version = replaced.formerId().equals(replaced.articleId());
        String reason = version
                ? "a new version"
                : "in place of " + replaced.formerId() + ", which is an excerpt or a copy of it";
        Optional<Weighed> fit = replaced.weighed().stream().findFirst();
        return one(
                new StoryChange.Replaced(replaced.formerId(), member),
                event(StoryEventType.UPDATED, replaced.storyId(), replaced.articleId(), reason)
                        .setScore(fit.map(Weighed::score).orElse(null))
                        .setThreshold(
                                fit.map(story -> finite(story.threshold())).orElse(null))
                        .setWeighed(weighed(replaced.weighed(), replaced.storyId())));
    }

    /** An event on each of the two stories, the lost one first. */
    private List<Decided.Happened> merged(Assignment.Merged merged) {
        String articleId = merged.member().articleId();
        StoryEvent.Builder lost = event(StoryEventType.MERGED, merged.fromStoryId(), articleId, merged.reason())
                .setOtherStoryId(merged.storyId())
                .setScore(merged.score())
                .setThreshold(merged.threshold());
        StoryEvent.Builder grown = event(
                        StoryEventType.MERGED, merged.storyId(), articleId, "took in a story of one article")
                .setOtherStoryId(merged.fromStoryId())
                .setScore(merged.score())
                .setThreshold(merged.threshold());
        return List.of(
                new Decided.Happened(new StoryChange.MergedAway(), lost.build()),
                new Decided.Happened(new StoryChange.TookIn(merged.fromStoryId(), merged.member()), grown.build()));
    }

    private List<Decided.Happened> split(Assignment.Split split) {
        return one(
                new StoryChange.Removed(split.articleId(), split.resting()),
                event(StoryEventType.SPLIT, split.storyId(), split.articleId(), split.reason())
                        .setOtherStoryId(split.intoStoryId())
                        .setScore(split.score()));
    }

    /** Two events for each article that left: on the story it left, then on the one it is in now. */
    private List<Decided.Happened> divided(Assignment.Divided divided) {
        var told = new ArrayList<Decided.Happened>();
        int leaving = divided.members().size();
        for (StoryMember member : divided.members()) {
            told.addAll(one(
                    new StoryChange.Removed(member.articleId(), false),
                    event(StoryEventType.SPLIT, divided.storyId(), member.articleId(), divided.reason())
                            .setOtherStoryId(divided.intoStoryId())
                            .setScore(divided.score())
                            .setThreshold(divided.threshold())));
            StoryEventType type = told.size() == 1 ? StoryEventType.OPENED : StoryEventType.JOINED;
            String joint = "one of " + leaving + " articles that left a story together";
            told.addAll(placed(
                    member,
                    event(type, divided.intoStoryId(), member.articleId(), joint)
                            .setOtherStoryId(divided.storyId())));
        }
        return told;
    }

    /** Null where no score would do. */
    private static @Nullable Double finite(double threshold) {
        return Double.isFinite(threshold) ? threshold : null;
    }

    /** The most alike, and the one that decided it. */
    private static List<WeighedStory> weighed(List<Weighed> stories, String deciding) {
        return IntStream.range(0, stories.size())
                .filter(i -> i < MOST_WEIGHED || stories.get(i).storyId().equals(deciding))
                .mapToObj(stories::get)
                .map(story -> WeighedStory.newBuilder()
                        .setStoryId(story.storyId())
                        .setArticles(story.articles())
                        .setLikeness(story.likeness())
                        .setScore(story.score())
                        .setThreshold(finite(story.threshold()))
                        .setReason(story.reason())
                        .build())
                .toList();
    }

    private static List<Decided.Happened> one(@Nullable StoryChange change, StoryEvent.Builder event) {
        return List.of(new Decided.Happened(change, event.build()));
    }

    private StoryEvent.Builder event(StoryEventType type, String storyId, @Nullable String articleId, String reason) {
        return StoryEvent.newBuilder()
                .setStoryId(storyId)
                .setType(type)
                .setAt(Instant.ofEpochMilli(atMs))
                .setArticleId(articleId)
                .setLanguage(language)
                .setReason(reason);
    }
}
