package newsloom.aggregator.story.decide;

import java.util.function.Consumer;
import newsloom.aggregator.story.compare.StorySettings;
import newsloom.aggregator.story.decide.Assignment.Rested;
import newsloom.aggregator.story.state.Losses;
import newsloom.aggregator.story.state.Member;
import newsloom.aggregator.story.state.StoryIndex;
import newsloom.aggregator.story.state.StoryState;
import org.jspecify.annotations.Nullable;

/**
 * When stories rest. In the stream's time where nothing came for long; and for an article that tells of a time so long after the story's last, be the story told
 * in one go out of an archive: so it finds the same as if both had come when they were published.
 */
final class StoryRest {
    private final StorySettings settings;

    StoryRest(StorySettings settings) {
        this.settings = settings;
    }

    /** The story as the article finds it: the same, or cut down. One too far away for any article is left as it is. */
    StoryState foundBy(Member article, StoryState story) {
        if (story.resting() || !article.dateKnown() || !story.dated()) {
            return story;
        }
        long after = article.eventTimeMs() - story.lastEventMs();
        boolean rests =
                after > settings.rest().toMillis() && after <= settings.maxGap().toMillis();
        return rests ? story.laidToRest() : story;
    }

    /** Keeps that a story rests, and says so. */
    static void lay(StoryState story, String reason, StoryIndex index, Consumer<Assignment> told) {
        StoryState resting = story.laidToRest();
        index.putStory(resting);
        int cut = story.members().size() - resting.members().size();
        index.putTotals(index.totals().losing(Losses.ofMembers(cut)));
        told.accept(new Rested(StoryIds.text(story.id()), reason));
    }

    /** Keeps that a story rests which an article that is to join it has found so. */
    static void layFound(StoryState found, StoryIndex index, Consumer<Assignment> told) {
        @Nullable StoryState kept = found.resting() ? index.story(found.id()) : null;
        if (kept != null && !kept.resting()) {
            lay(kept, "its next article is long after its last", index, told);
        }
    }
}
