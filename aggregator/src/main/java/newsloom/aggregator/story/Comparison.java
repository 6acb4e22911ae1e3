package newsloom.aggregator.story;

import java.util.OptionalLong;
import newsloom.text.terms.TermTable;

/**
 * How an article stands to a story.
 *
 * @param nearest highest similarity to a member that is kept
 * @param centroid similarity to the sum of all members
 * @param gapMs time to the nearest of the similar dated members; empty when the article or all of those have no date
 * @param evidence highest {@link Marks#evidence} with a member, of pairs with at least one date unknown
 * @param series whether it is another issue of what a member is an issue of
 */
record Comparison(
        StoryState story, double nearest, double centroid, OptionalLong gapMs, double evidence, boolean series) {
    /** A member counts as similar from this share of the nearest one's similarity. */
    private static final double SIMILAR = 0.7;

    /**
     * Compares with every member kept, unless even a member as near as the sum of all allows could not make the score count:
     * similarities are never negative, so no member is nearer than the sum is long.
     */
    static Comparison of(Member article, StoryState story, TermTable table, StorySettings settings) {
        double centroid = article.views().similarity(story.sum(), settings);
        boolean far = story.dated() && article.dateKnown() && centroid * reach(story) < settings.base() / 2;
        double[] similarities = new double[story.members().size()];
        double nearest = 0;
        double evidence = 0;
        boolean series = false;
        for (int i = 0; i < similarities.length; i++) {
            Member member = story.members().get(i);
            similarities[i] =
                    far || story.articles() == 1 ? centroid : article.views().similarity(member.views(), settings);
            nearest = Math.max(nearest, similarities[i]);
            series |= Series.twoIssues(article, member);
            if (!article.dateKnown() || !member.dateKnown()) {
                evidence = Math.max(evidence, Marks.evidence(article.marks(), member.marks(), table));
            }
        }
        return new Comparison(
                story, nearest, centroid, gap(article, story, similarities, SIMILAR * nearest), evidence, series);
    }

    /** How much longer the sum is than a member. */
    private static double reach(StoryState story) {
        Views sum = story.sum();
        return Math.max(
                sum.terms().norm(), Math.max(sum.names().norm(), sum.opening().norm()));
    }

    private static OptionalLong gap(Member article, StoryState story, double[] similarities, double similar) {
        long least = Long.MAX_VALUE;
        for (int i = 0; i < similarities.length; i++) {
            Member member = story.members().get(i);
            if (article.dateKnown() && member.dateKnown() && similarities[i] >= similar) {
                least = Math.min(least, Math.abs(article.eventTimeMs() - member.eventTimeMs()));
            }
        }
        return least == Long.MAX_VALUE ? OptionalLong.empty() : OptionalLong.of(least);
    }

    double score(StorySettings settings) {
        return settings.nearestWeight() * nearest + (1 - settings.nearestWeight()) * centroid;
    }
}
