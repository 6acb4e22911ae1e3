package newsloom.aggregator.story;

import java.time.Duration;

/**
 * The figures of the decision that are no part of the fitted model.
 *
 * @param threshold what the model's score has to reach; higher makes smaller stories
 * @param evidence how much of {@link Marks#evidence} is strong enough to join where a date is unknown
 * @param maxGap dated articles further apart are never of one story
 * @param retention stories and articles untouched for so long, in fetch time, are forgotten
 * @param maxStories more active stories than that are not kept; the longest untouched go
 */
public record StorySettings(double threshold, double evidence, Duration maxGap, Duration retention, int maxStories) {
    /** What the quality figures were measured with. */
    public static final StorySettings DEFAULT =
            new StorySettings(0, 2.5, Duration.ofDays(60), Duration.ofDays(60), 50_000);
}
