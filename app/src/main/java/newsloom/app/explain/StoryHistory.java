package newsloom.app.explain;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import newsloom.contract.Topics;
import newsloom.contract.v1.Story;
import newsloom.contract.v1.StoryEvent;
import newsloom.contract.v1.StoryEventType;
import org.jspecify.annotations.Nullable;

/**
 * What the topics say about a story.
 *
 * @param askedFor the id that was asked for
 * @param id the story it is, or became part of
 * @param story the story as it is now; null when it was emptied, or is kept no more
 * @param events what happened to it, and before that to stories that became part of it, oldest first; those that are still kept
 */
record StoryHistory(String askedFor, String id, @Nullable Story story, List<StoryEvent> events) {

    StoryHistory {
        events = List.copyOf(events);
    }

    /** The history of a story, or of the one that took it in; empty when neither a record nor an event tells of it. */
    static Optional<StoryHistory> of(String askedFor, PublicTopics topics) {
        String id = askedFor;
        Set<String> seen = new HashSet<>();
        while (seen.add(id)) {
            Story story = topics.last(Topics.STORIES, id).map(Found::value).orElse(null);
            List<StoryEvent> events = topics.all(Topics.STORY_EVENTS, id);
            Optional<String> into = story != null ? Optional.empty() : mergedInto(id, events, topics);
            if (into.isEmpty()) {
                return story == null && events.isEmpty()
                        ? Optional.empty()
                        : Optional.of(new StoryHistory(askedFor, id, story, withMerged(story, events, topics)));
            }
            id = into.get();
        }
        return Optional.empty();
    }

    boolean wasMerged() {
        return !askedFor.equals(id);
    }

    /** The event tells for 30 days, the story that took it in for as long as it is there. */
    private static Optional<String> mergedInto(String id, List<StoryEvent> events, PublicTopics topics) {
        Optional<String> told = events.stream()
                .filter(event -> event.getType() == StoryEventType.MERGED && event.getOtherStoryId() != null)
                .reduce((earlier, later) -> later)
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
