package newsloom.aggregator.story.compare;

import java.time.Duration;
import newsloom.aggregator.story.decide.StorySplitter;

/**
 * The figures of the decision that are no part of the fitted model.
 *
 * @param threshold what the model's score has to reach; higher makes smaller stories
 * @param sameNames how much less than that has to do where no story is reached, times {@link Comparison#sameNames}
 * @param undatedPhrases how much of {@link Comparison#phrases} there must be, beside the score, where a date is unknown
 * @param maxGap dated articles further apart are never of one story
 * @param maxSpan no dated article is further than that from the first or the last one of its story
 * @param rest stories untouched for so long, in stream time, rest: cut down to a signature, still to be found
 * @param mergeExtra how much more it has to be for a story of one article to become part of another story
 * @param splitLikeness a new version that does not fit its story and is less alike than this to the rest of it leaves it
 * @param splitBelow a story falls apart when its two camps fit each other by less than this, see {@link StorySplitter}
 * @param retention stories and articles untouched for so long, in stream time, are forgotten
 * @param aliases how long the id of a story that was merged leads to where it went
 * @param maxArticles of more articles and copies than that the places are not remembered; those noted first go first
 * @param maxStories more stories than that are not kept; those that rest go first, then the longest untouched
 */
public record StorySettings(
        double threshold,
        double sameNames,
        double undatedPhrases,
        Duration maxGap,
        Duration maxSpan,
        Duration rest,
        double mergeExtra,
        double splitLikeness,
        double splitBelow,
        Duration retention,
        Duration aliases,
        int maxArticles,
        int maxStories) {
    /** What the quality figures were measured with. */
    public static final StorySettings DEFAULT = new StorySettings(
            0,
            0.5,
            1.75,
            Duration.ofDays(60),
            Duration.ofDays(90),
            Duration.ofDays(14),
            1,
            0.1,
            0,
            Duration.ofDays(60),
            Duration.ofDays(90),
            2_000_000,
            50_000);
}
