package newsloom.aggregator.story.compare;

import java.util.Comparator;
import java.util.List;
import java.util.OptionalLong;
import newsloom.aggregator.story.state.StoryState;

/**
 * How an article stands to a story: the {@link Trait}s and what the rules ask beside them. Made by {@link Comparer}.
 *
 * @param traits the values in the order of {@link Trait}; not to be changed
 * @param likeness mean of the likeness to the nearest member and to the centroid, 0..1
 * @param gapMs time to the nearest of the similar dated members; empty when the article or all of those have no date
 * @param spanMs time to the first or the last article of the story, whichever is further; 0 when the article or all of the story have no date
 * @param series whether the article is, without a doubt, another issue of what a member is an issue of
 */
public record Comparison(
        StoryState story, float[] traits, double likeness, OptionalLong gapMs, long spanMs, boolean series) {
    private static final int RIVALS = 5;
    /** So alike are others that have not been told yet: where a stream begins, having no rival says little. */
    private static final double UNTOLD = 0.05;

    /** More names than that make nothing surer. */
    private static final double MOST_NAMES = 4;

    private static final Comparator<Comparison> BEST_FIRST = Comparator.comparingDouble(Comparison::likeness)
            .reversed()
            .thenComparingLong(comparison -> comparison.story().id());

    /**
     * Best first, equally alike ones by id; each now knows its rivals. A story too far away in time is nobody's rival: what an archive
     * holds must not decide on what comes now.
     */
    public static List<Comparison> ranked(List<Comparison> unordered, StorySettings settings) {
        List<Comparison> ranked = unordered.stream().sorted(BEST_FIRST).toList();
        List<Comparison> near = ranked.stream()
                .filter(comparison -> !comparison.isApart(settings))
                .toList();
        ranked.forEach(comparison -> comparison.besideOthers(near));
        return ranked;
    }

    /** Highest {@link KeyedMarks#evidence} with a member. */
    public double phrases() {
        return Math.expm1(traits[Trait.PHRASES.index()]);
    }

    /** Sum of the {@link Rarity#weight} of names that the story has, too. */
    double storyNames() {
        return Math.expm1(traits[Trait.STORY_NAMES_SHARED.index()]);
    }

    /**
     * How surely the article and the nearest member begin with the same people and places, 0..4: the {@link Rarity#weight} of names that both
     * tell, times the smaller share of such among those of either opening.
     */
    public double sameNames() {
        double told = Math.expm1(traits[Trait.OPENING_NAMES_SHARED.index()]);
        double share =
                Math.min(traits[Trait.OPENING_NAMES_TOLD.index()], traits[Trait.NEAREST_OPENING_NAMES_TOLD.index()]);
        return Math.min(MOST_NAMES, told) * share;
    }

    /** Whether too much time lies between the article and the story, or the story would last too long with it. */
    public boolean isApart(StorySettings settings) {
        return outlasts(settings)
                || (gapMs.isPresent() && gapMs.getAsLong() > settings.maxGap().toMillis());
    }

    /** Whether the story would last too long with the article. */
    public boolean outlasts(StorySettings settings) {
        return spanMs > settings.maxSpan().toMillis();
    }

    /** @param near best first, with this one or without */
    private void besideOthers(List<Comparison> near) {
        double sum = 0;
        double best = UNTOLD;
        int rivals = 0;
        for (int i = 0; i < near.size() && rivals < RIVALS; i++) {
            Comparison other = near.get(i);
            if (other.story().id() != story.id()) {
                sum += other.likeness;
                best = Math.max(best, other.likeness);
                rivals++;
            }
        }
        sum += UNTOLD * (RIVALS - rivals);
        traits[Trait.AHEAD.index()] = (float) (likeness - best);
        traits[Trait.RIVALS.index()] = (float) (sum / RIVALS);
    }
}
