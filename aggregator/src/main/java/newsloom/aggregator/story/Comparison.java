package newsloom.aggregator.story;

import java.util.Comparator;
import java.util.List;
import java.util.OptionalLong;

/**
 * How an article stands to a story: the {@link Trait}s and what the rules ask beside them. Made by {@link Comparer}.
 *
 * @param traits the values in the order of {@link Trait}; not to be changed
 * @param likeness mean of the likeness to the nearest member and to the centroid, 0..1
 * @param gapMs time to the nearest of the similar dated members; empty when the article or all of those have no date
 * @param evidence highest {@link KeyedMarks#evidence} with a member
 * @param series whether the article is, without a doubt, another issue of what a member is an issue of
 */
record Comparison(
        StoryState story, float[] traits, double likeness, OptionalLong gapMs, double evidence, boolean series) {
    private static final int RIVALS = 5;
    private static final Comparator<Comparison> BEST_FIRST = Comparator.comparingDouble(Comparison::likeness)
            .reversed()
            .thenComparingLong(comparison -> comparison.story().id());

    /** Best first, equally alike ones by id; each now knows its rivals. */
    static List<Comparison> ranked(List<Comparison> unordered) {
        List<Comparison> ranked = unordered.stream().sorted(BEST_FIRST).toList();
        for (int i = 0; i < ranked.size(); i++) {
            ranked.get(i).besideOthers(ranked, i);
        }
        return ranked;
    }

    private void besideOthers(List<Comparison> ranked, int own) {
        double sum = 0;
        for (int i = 0, n = 0; i < ranked.size() && n < RIVALS; i++) {
            if (i != own) {
                sum += ranked.get(i).likeness;
                n++;
            }
        }
        int first = own == 0 ? 1 : 0;
        double other = ranked.size() > first ? ranked.get(first).likeness : 0;
        traits[Trait.AHEAD.index()] = (float) (likeness - other);
        traits[Trait.RIVALS.index()] = (float) (sum / RIVALS);
    }
}
