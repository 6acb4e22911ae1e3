package newsloom.cleaner.extract;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A weighted sum of features, turned into a probability by the logistic function. The weights stand in a text resource, one {@code name weight} a line; a
 * feature without a line weighs nothing. They were fitted by logistic regression on labelled pages (see {@code WeightFitting} in the tests).
 * Immutable.
 */
final class LinearScorer {

    private final double bias;
    private final double[] weights;

    LinearScorer(double bias, double[] weights) {
        this.bias = bias;
        this.weights = weights;
    }

    /** Reads the weights of the named features from a resource beside this class. */
    static LinearScorer load(String resource, List<String> features) {
        Map<String, Double> read = new HashMap<>();
        for (String line : ResourceLines.read(resource)) {
            int space = line.indexOf(' ');
            read.put(line.substring(0, space), Double.valueOf(line.substring(space + 1)));
        }
        double[] weights = features.stream()
                .mapToDouble(name -> read.getOrDefault(name, 0.0))
                .toArray();
        return new LinearScorer(read.getOrDefault("BIAS", 0.0), weights);
    }

    /** The probability that the row is main content, 0 to 1. */
    double score(FeatureRow row) {
        double sum = bias;
        for (int i = 0; i < row.size(); i++) {
            sum += weights[row.number(i)] * row.value(i);
        }
        return 1 / (1 + Math.exp(-sum));
    }
}
