package newsloom.aggregator;

import java.time.Duration;
import newsloom.aggregator.story.compare.StorySettings;
import newsloom.runtime.order.ReorderSettings;

/**
 * What the aggregator can be told.
 *
 * @param story figures of the decision
 * @param reorder how long records are held back to be put in order
 */
public record AggregatorSettings(StorySettings story, ReorderSettings reorder) {

    /** What the quality figures were measured with, for a stream that never ends: the cleaner sends it in order. */
    public static AggregatorSettings defaults() {
        return new AggregatorSettings(
                StorySettings.DEFAULT, ReorderSettings.live().merging());
    }

    /** The same for articles that come by so much out of their order; none for those that one task sends in order. */
    public AggregatorSettings withWindow(Duration window) {
        ReorderSettings live = ReorderSettings.live();
        return withReorder(window.isZero() ? live.merging() : live.withWindow(window));
    }

    /** The same with another way to order. */
    public AggregatorSettings withReorder(ReorderSettings other) {
        return new AggregatorSettings(story, other);
    }
}
