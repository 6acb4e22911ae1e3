package newsloom.cleaner.extract;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Logistic regression over sparse rows with weights, by stochastic gradient descent with a step for each feature (AdaGrad; Duchi and others 2011). */
final class LogisticRegression {

    private static final int EPOCHS = 40;
    private static final double STEP = 0.1;
    private static final double SHRINK = 2e-6;

    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Row(int[] numbers, double[] values, boolean positive, double weight) {}

    private final List<String> names;
    private final List<Row> rows = new ArrayList<>();
    private final double[] weights;
    private double bias;

    LogisticRegression(List<String> names) {
        this.names = names;
        this.weights = new double[names.size()];
    }

    void add(FeatureRow row, boolean positive, double weight) {
        int[] numbers = IntStream.range(0, row.size()).map(row::number).toArray();
        double[] values = IntStream.range(0, row.size()).mapToDouble(row::value).toArray();
        rows.add(new Row(numbers, values, positive, weight));
    }

    void fit(Random random) {
        double[] squares = new double[weights.length];
        double biasSquares = 0;
        double mean = rows.stream().mapToDouble(Row::weight).average().orElse(1);
        for (int epoch = 0; epoch < EPOCHS; epoch++) {
            Collections.shuffle(rows, random);
            for (Row row : rows) {
                double gradient = (probability(row) - (row.positive() ? 1 : 0)) * row.weight() / mean;
                biasSquares += gradient * gradient;
                bias -= STEP * gradient / Math.sqrt(biasSquares + 1e-8);
                for (int i = 0; i < row.numbers().length; i++) {
                    int number = row.numbers()[i];
                    double slope = gradient * row.values()[i] + SHRINK * weights[number];
                    squares[number] += slope * slope;
                    weights[number] -= STEP * slope / Math.sqrt(squares[number] + 1e-8);
                }
            }
        }
        System.err.printf(Locale.ROOT, "%d rows, loss %.4f%n", rows.size(), loss(mean));
    }

    private double probability(Row row) {
        double sum = bias;
        for (int i = 0; i < row.numbers().length; i++) {
            sum += weights[row.numbers()[i]] * row.values()[i];
        }
        return 1 / (1 + Math.exp(-sum));
    }

    private double loss(double mean) {
        return rows.stream()
                .mapToDouble(row -> -row.weight()
                        / mean
                        * Math.log(Math.max(1e-12, row.positive() ? probability(row) : 1 - probability(row))))
                .average()
                .orElse(0);
    }

    /** One line a feature, name and weight; features that weigh nothing are left out. */
    String lines() {
        return IntStream.range(0, weights.length)
                .filter(i -> Math.abs(weights[i]) >= 0.005)
                .mapToObj(i -> String.format(Locale.ROOT, "%s %.3f", names.get(i), weights[i]))
                .collect(Collectors.joining("\n", String.format(Locale.ROOT, "BIAS %.3f%n", bias), "\n"));
    }
}
