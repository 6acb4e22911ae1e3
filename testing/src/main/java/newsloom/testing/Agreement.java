package newsloom.testing;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** How well a clustering agrees with labels, 0..1: F1 of B-cubed (Bagga and Baldwin 1998) and over pairs of articles. */
public record Agreement(double bCubed, double pairwise) {

    /**
     * Compares label by label.
     *
     * @param truth label of each article
     * @param found story of each article, in the same order
     */
    public static Agreement of(List<String> truth, List<String> found) {
        var trueSizes = new HashMap<String, Integer>();
        var foundSizes = new HashMap<String, Integer>();
        var both = new HashMap<List<String>, Integer>();
        for (int i = 0; i < truth.size(); i++) {
            trueSizes.merge(truth.get(i), 1, Integer::sum);
            foundSizes.merge(found.get(i), 1, Integer::sum);
            both.merge(List.of(truth.get(i), found.get(i)), 1, Integer::sum);
        }
        double precision = 0;
        double recall = 0;
        for (Map.Entry<List<String>, Integer> cell : both.entrySet()) {
            double n = cell.getValue();
            recall += n * n / trueSizes.getOrDefault(cell.getKey().get(0), 1);
            precision += n * n / foundSizes.getOrDefault(cell.getKey().get(1), 1);
        }
        double shared = pairs(both);
        return new Agreement(
                f1(precision / truth.size(), recall / truth.size()),
                f1(shared / Math.max(1, pairs(foundSizes)), shared / Math.max(1, pairs(trueSizes))));
    }

    private static double pairs(Map<?, Integer> sizes) {
        return sizes.values().stream().mapToDouble(n -> n * (n - 1) / 2.0).sum();
    }

    /** The harmonic mean of the two; 0 when both are. */
    public static double f1(double precision, double recall) {
        return precision + recall == 0 ? 0 : 2 * precision * recall / (precision + recall);
    }
}
