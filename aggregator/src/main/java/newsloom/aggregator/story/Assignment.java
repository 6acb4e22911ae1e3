package newsloom.aggregator.story;

/** What became of an article. The story id is that of {@link StoryIds#text}. */
public sealed interface Assignment {
    String storyId();

    /**
     * A new story with this article as its founder.
     *
     * @param bestStoryId the nearest story that was not near enough, empty when there was none
     * @param score how near that was
     * @param threshold what it would have had to be
     * @param reason for people
     */
    record Opened(String storyId, String articleId, String bestStoryId, double score, double threshold, String reason)
            implements Assignment {}

    /** The article is now part of a story that was there. */
    record Joined(String storyId, String articleId, double score, double threshold, String reason)
            implements Assignment {}

    /** A new version of an article that the story holds already; or, with another {@code formerId}, its successor. */
    record Replaced(String storyId, String articleId, String formerId) implements Assignment {}

    /** A copy of an article of the story: counted, and nothing else. */
    record Reprinted(String storyId, String articleId, String originalId, String site) implements Assignment {}

    /**
     * The article is no more.
     *
     * @param storyEmpty whether that was its last article, so that the story is gone
     */
    record Withdrawn(String storyId, String articleId, boolean storyEmpty) implements Assignment {}

    /** An id that no story holds (any more): nothing was changed; {@link #storyId} is empty. */
    record Unknown(String articleId) implements Assignment {
        @Override
        public String storyId() {
            return "";
        }
    }
}
