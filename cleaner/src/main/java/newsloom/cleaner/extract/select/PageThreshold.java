package newsloom.cleaner.extract.select;

import java.util.List;
import java.util.stream.IntStream;
import newsloom.cleaner.extract.page.Passage;

/**
 * From which probability on a passage is taken, chosen for each page by what the F1 of the text is then expected to be: half of the best that can be expected (Z. Lipton, C. Elkan and B.
 * Naryanaswamy, 2014, "Optimal Thresholding of Classifiers to Maximize F1 Measure"). A page that is clear is parted near one half, one that puzzles the trees lower, for losing all
 * of its text costs more than a teaser too much.
 */
final class PageThreshold {

    private static final double LOWEST = 0.2;
    private static final double HIGHEST = 0.5;

    private PageThreshold() {}

    /**
     * Passages below the lowest threshold need not be sorted: one raises the best only where that is too low to matter.
     *
     * @param scores the probability of each passage, by its index
     */
    static double of(List<? extends Passage> passages, double[] scores) {
        int[] byScore = IntStream.range(0, passages.size())
                .filter(i -> scores[i] > LOWEST)
                .boxed()
                .sorted((one, other) -> Double.compare(scores[other], scores[one]))
                .mapToInt(Integer::intValue)
                .toArray();
        double expected = 0; // characters of main content on the page
        for (Passage passage : passages) {
            expected += scores[passage.index()] * passage.shape().chars();
        }
        double best = 0;
        double right = 0;
        double taken = 0;
        for (int i : byScore) {
            int chars = passages.get(i).shape().chars();
            right += scores[i] * chars;
            taken += chars;
            best = Math.max(best, 2 * right / (taken + expected));
        }
        return Math.max(LOWEST, Math.min(HIGHEST, best / 2));
    }
}
