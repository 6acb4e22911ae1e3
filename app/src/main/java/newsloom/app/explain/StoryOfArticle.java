package newsloom.app.explain;

import java.util.Comparator;
import java.util.Optional;
import newsloom.contract.Topics;
import newsloom.contract.v1.StoryEvent;
import newsloom.contract.v1.StoryEventType;

/**
 * Which story an article is in.
 *
 * @param storyId the story, or the last one it was in
 * @param as what it is there, as the middle of a sentence: "an article of it"
 */
record StoryOfArticle(String storyId, String as) {

    /** Of an article or a copy; empty where neither a story nor an event names it. Reads the topics of stories and events whole. */
    static Optional<StoryOfArticle> of(String articleId, PublicTopics topics) {
        return topics.lastWhere(
                        Topics.STORIES,
                        story -> story.getArticles().stream()
                                .anyMatch(article -> article.getId().equals(articleId)))
                .map(story -> new StoryOfArticle(story.getId(), "an article of it"))
                .or(() -> topics.allWhere(Topics.STORY_EVENTS, event -> articleId.equals(event.getArticleId())).stream()
                        .max(Comparator.comparing(StoryEvent::getAt).thenComparing(StoryOfArticle::isPlacement))
                        .map(StoryOfArticle::told));
    }

    /** Of the events of one moment the one that says where it is now. */
    private static boolean isPlacement(StoryEvent event) {
        return event.getType() != StoryEventType.WITHDRAWN && event.getType() != StoryEventType.SPLIT;
    }

    private static StoryOfArticle told(StoryEvent event) {
        String there = event.getStoryId();
        return switch (event.getType()) {
            case WITHDRAWN -> new StoryOfArticle(there, "an article that was taken back from it");
            case REPRINTED -> new StoryOfArticle(there, "a copy of an article of it");
            case SPLIT ->
                new StoryOfArticle(
                        event.getOtherStoryId() == null ? there : event.getOtherStoryId(), "an article of it");
            default -> new StoryOfArticle(there, "an article of it");
        };
    }
}
