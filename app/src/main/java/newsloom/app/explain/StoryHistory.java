package newsloom.app.explain;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import newsloom.contract.Topics;
import newsloom.contract.v1.Story;
import newsloom.contract.v1.StoryEvent;
import newsloom.contract.v1.StoryEventType;
import org.jspecify.annotations.Nullable;

/**
 * What the topics say about a story.
 *
 * @param askedFor the id that was asked for
 * @param because what that is to the story, where it is not the story's own
 * @param id the story it is, or became part of
 * @param story the story as it is now; null when it was emptied, or is kept no more
 * @param events what happened to it, and before that to stories that became part of it, oldest first; those that are still kept
 * @param headlines of articles and copies by id, with the site; of those that are still kept
 */
record StoryHistory(
        String askedFor,
        String because,
        String id,
        @Nullable Story story,
        List<StoryEvent> events,
        Map<String, String> headlines) {

    StoryHistory {
        events = List.copyOf(events);
        headlines = Map.copyOf(headlines);
    }

    /** The history of a story, of the one that took it in, or of the one that an article is in; empty when neither a record nor an event tells of it. */
    static Optional<StoryHistory> of(String askedFor, PublicTopics topics) {
        return of(askedFor, "which became part of it", askedFor, topics)
                .or(() -> StoryOfArticle.of(askedFor, topics)
                        .flatMap(place -> of(askedFor, place.as(), place.storyId(), topics)));
    }

    private static Optional<StoryHistory> of(String askedFor, String because, String from, PublicTopics topics) {
        String id = from;
        Set<String> seen = new HashSet<>();
        while (seen.add(id)) {
            Story story = topics.last(Topics.STORIES, id).map(Found::value).orElse(null);
            List<StoryEvent> events = topics.all(Topics.STORY_EVENTS, id);
            Optional<String> into = story != null ? Optional.empty() : mergedInto(id, events, topics);
            if (into.isEmpty()) {
                if (story == null && events.isEmpty()) {
                    return Optional.empty();
                }
                List<StoryEvent> all = withMerged(story, events, topics);
                return Optional.of(new StoryHistory(askedFor, because, id, story, all, headlines(story, all, topics)));
            }
            id = into.get();
        }
        return Optional.empty();
    }

    /** Of articles and copies: as the story lists them, and of those it does not list (any more) as their own topics do. */
    private static Map<String, String> headlines(@Nullable Story story, List<StoryEvent> events, PublicTopics topics) {
        var headlines = new HashMap<String, String>();
        if (story != null) {
            story.getArticles()
                    .forEach(
                            article -> headlines.put(article.getId(), headline(article.getTitle(), article.getSite())));
        }
        Set<String> others = events.stream()
                .map(StoryEvent::getArticleId)
                .filter(id -> id != null && !headlines.containsKey(id))
                .collect(Collectors.toSet());
        if (!others.isEmpty()) {
            topics.lastOf(Topics.DUPLICATES, others)
                    .forEach((id, copy) -> headlines.put(id, headline(copy.getTitle(), copy.getSite())));
            topics.lastOf(Topics.ARTICLES, others)
                    .forEach((id, article) -> headlines.put(id, headline(article.getTitle(), article.getSite())));
        }
        return headlines;
    }

    private static String headline(String title, String site) {
        return "\"" + title + "\" (" + site + ")";
    }

    boolean isAnothers() {
        return !askedFor.equals(id);
    }

    /** The event tells for 30 days, the story that took it in for as long as it is there. A story that took one in has such an event, too, but not as its last while it has no record. */
    private static Optional<String> mergedInto(String id, List<StoryEvent> events, PublicTopics topics) {
        Optional<String> told = events.stream()
                .reduce((earlier, later) -> later)
                .filter(last -> last.getType() == StoryEventType.MERGED)
                .map(StoryEvent::getOtherStoryId);
        return told.isPresent()
                ? told
                : topics.lastWhere(Topics.STORIES, story -> story.getMergedIds().contains(id))
                        .map(Story::getId);
    }

    private static List<StoryEvent> withMerged(@Nullable Story story, List<StoryEvent> events, PublicTopics topics) {
        var all = new ArrayList<>(events);
        if (story != null) {
            story.getMergedIds().forEach(other -> all.addAll(topics.all(Topics.STORY_EVENTS, other)));
        }
        all.sort(Comparator.comparing(StoryEvent::getAt));
        return all;
    }
}
