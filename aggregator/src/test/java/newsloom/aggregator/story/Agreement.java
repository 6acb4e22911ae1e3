package newsloom.aggregator.story;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** How well a clustering agrees with labels: B-cubed (Bagga and Baldwin 1998) and over pairs of articles. */
record Agreement(double precision, double recall, double pairPrecision, double pairRecall) {
    /** @param truth label of each article */
    static Agreement of(List<String> truth, List<String> found) {
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
                precision / truth.size(),
                recall / truth.size(),
                shared / Math.max(1, pairs(foundSizes)),
                shared / Math.max(1, pairs(trueSizes)));
    }

    private static double pairs(Map<?, Integer> sizes) {
        return sizes.values().stream().mapToDouble(n -> n * (n - 1) / 2.0).sum();
    }

    double bCubed() {
        return mean(precision, recall);
    }

    double pairwise() {
        return mean(pairPrecision, pairRecall);
    }

    static double mean(double p, double r) {
        return p + r == 0 ? 0 : 2 * p * r / (p + r);
    }
}
