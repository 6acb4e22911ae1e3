package newsloom.aggregator.story;

import java.time.Duration;

/**
 * The figures of the decision. Similarities are 0..1. An article joins when
 * {@code nearestWeight x nearest + (1 - nearestWeight) x centroid} reaches
 * {@code base + size x ln(articles) + gap x ln(1 + days) + rival x rivals - brief x brevity}.
 *
 * @param nameWeight share of the names in a similarity
 * @param openingWeight share of title and first sentences; all terms have the rest
 * @param nearestWeight share of the nearest member in the score, the centroid has the rest
 * @param base asked of any pair
 * @param sizeWeight asked more for each doubling-by-e of the story
 * @param gapWeight asked more as the days to the nearest similar member grow
 * @param rivalWeight asked more where other stories are near too
 * @param briefWeight asked less of an article of a title only
 * @param undatedExtra asked more when neither article is dated
 * @param evidence how much of {@link Marks#evidence} is strong
 * @param maxGap dated articles further apart are never of one story
 * @param retention stories and articles untouched for so long, in fetch time, are forgotten
 * @param maxStories more active stories than that are not kept; the longest untouched go
 */
public record StorySettings(
        double nameWeight,
        double openingWeight,
        double nearestWeight,
        double base,
        double sizeWeight,
        double gapWeight,
        double rivalWeight,
        double briefWeight,
        double undatedExtra,
        double evidence,
        Duration maxGap,
        Duration retention,
        int maxStories) {
    /** What the quality figures were measured with. */
    public static final StorySettings DEFAULT = new StorySettings(
            0.0366,
            0.2027,
            0.4069,
            0.1155,
            0.0124,
            0.0846,
            0.6702,
            0.0971,
            0.15,
            2.5,
            Duration.ofDays(60),
            Duration.ofDays(60),
            50_000);
}
