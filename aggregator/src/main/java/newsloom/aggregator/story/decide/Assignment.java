package newsloom.aggregator.story.decide;

import java.util.List;
import java.util.Locale;
import newsloom.aggregator.story.decide.Explanation.Weighed;
import newsloom.aggregator.story.state.StoryMember;
import org.jspecify.annotations.Nullable;

/** What became of an article, or of a story on the way. The story id is that of {@link StoryIds#text}. */
public sealed interface Assignment {
    String storyId();

    /** The stories that were weighed for it, most alike first; empty where none was. */
    default List<Weighed> weighed() {
        return List.of();
    }

    /** Why, for people; empty where that needs no words. */
    default String reason() {
        return "";
    }

    /** Whether it follows from what became of the article that was decided on, and so comes after that. */
    default boolean follows() {
        return this instanceof Merged || this instanceof Divided;
    }

    /**
     * A new story with this article as its founder.
     *
     * @param bestStoryId the nearest story that was not near enough, empty when there was none
     * @param score how near that was
     * @param threshold what it would have had to be
     * @param reason for people
     * @param weighed the stories it was compared with, most alike first
     */
    record Opened(
            String storyId,
            String articleId,
            String bestStoryId,
            double score,
            double threshold,
            String reason,
            List<Weighed> weighed)
            implements Assignment {
        public Opened {
            weighed = List.copyOf(weighed);
        }
    }

    /**
     * The article is now part of a story that was there.
     *
     * @param weighed the stories it was compared with, most alike first
     */
    record Joined(
            String storyId, String articleId, double score, double threshold, String reason, List<Weighed> weighed)
            implements Assignment {
        public Joined {
            weighed = List.copyOf(weighed);
        }
    }

    /**
     * A new version of an article that the story holds already; or, with another {@code formerId}, its successor.
     *
     * @param weighed how it fits the other articles there; empty where there is none, and for a successor
     */
    record Replaced(String storyId, String articleId, String formerId, List<Weighed> weighed) implements Assignment {
        public Replaced {
            weighed = List.copyOf(weighed);
        }
    }

    /** A copy of an article of the story: counted, and nothing else. */
    record Reprinted(String storyId, String articleId, String originalId, String site) implements Assignment {}

    /**
     * The article is no more.
     *
     * @param storyEmpty whether that was its last article, so that the story is gone
     * @param resting whether the story rests, as before
     */
    record Withdrawn(String storyId, String articleId, boolean storyEmpty, boolean resting) implements Assignment {}

    /** What was counted as a copy is none (any more): it was taken back, or is an article in its own right by now. */
    record CopyWithdrawn(String storyId, String articleId, String site, boolean resting) implements Assignment {}

    /**
     * A story of one article became part of another one that has grown towards it.
     *
     * @param storyId the story that took it in
     * @param fromStoryId the one that is no more
     * @param member its only article
     */
    record Merged(String storyId, String fromStoryId, StoryMember member, double score, double threshold)
            implements Assignment {
        @Override
        public String reason() {
            return "its only article fits a story that has grown towards it";
        }
    }

    /**
     * A new version of an article tells something else than the rest of its story, and left it.
     *
     * @param storyId the story that it left
     * @param intoStoryId where it is now
     * @param score how well it fitted
     * @param likeness to the articles that stay, 0..1
     * @param resting whether the story rests, as before
     */
    record Split(String storyId, String articleId, String intoStoryId, double score, double likeness, boolean resting)
            implements Assignment {
        @Override
        public String reason() {
            return String.format(
                    Locale.ROOT, "its new version tells something else: alike to the rest by %.2f only", likeness);
        }
    }

    /**
     * Some articles of a story tell another happening than the others, and are a story of their own now. Comes after the article that
     * showed it, which is one of both.
     *
     * @param storyId the story that they left
     * @param intoStoryId the new one
     * @param members those that left, in the order in which they had come
     * @param staying how many stay
     * @param score how well the two camps fit each other
     * @param threshold they would have had to fit by so much
     */
    record Divided(
            String storyId, String intoStoryId, List<StoryMember> members, int staying, double score, double threshold)
            implements Assignment {
        public Divided {
            members = List.copyOf(members);
        }

        @Override
        public String reason() {
            return members.size() + " articles tell another happening than the other " + staying;
        }
    }

    /** Nothing came for long: the story rests, until an article that fits wakes it. */
    record Rested(String storyId, String reason) implements Assignment {}

    /**
     * A story that rested goes on.
     *
     * @param score how well the article fits; null where that was not asked, as of a copy
     * @param threshold what was asked for, likewise
     */
    record Reopened(
            String storyId,
            String articleId,
            String reason,
            @Nullable Double score,
            @Nullable Double threshold) implements Assignment {}

    /** The story is forgotten and takes no more articles. */
    record Closed(String storyId, String reason) implements Assignment {}

    /** An id that no story holds (any more): nothing was changed; {@link #storyId} is empty. */
    record Unknown(String articleId) implements Assignment {
        @Override
        public String storyId() {
            return "";
        }
    }
}
