package newsloom.aggregator;

import newsloom.aggregator.story.StorySettings;
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

    /** The same with another way to order. */
    public AggregatorSettings withReorder(ReorderSettings other) {
        return new AggregatorSettings(story, other);
    }
}
