package newsloom.aggregator.story;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import newsloom.aggregator.story.compare.JoinModel;
import newsloom.aggregator.story.compare.JoinModel.Tree;
import newsloom.aggregator.story.compare.Trait;

/**
 * Fits a {@link JoinModel}: gradient boosting with second-order leaf values (Chen and Guestrin 2016, "XGBoost", sections 2 and 3.2)
 * over traits cut into quantiles, every trait used in its {@link Trait#direction} only. The loss is that of a choice: of all
 * stories offered to an article, or none, one is right, and the chance of each grows with the exponential of its score.
 * Same rows and seed, same model.
 */
public final class BoostedTrees {
    private static final int BINS = 48;
    private static final double SHRINKAGE = 0.05;
    private static final double LAMBDA = 4;
    private static final double TRAITS_A_TREE = 0.5;
    private static final double CHOICES_A_TREE = 0.7;
    private static final double FIRST_SCORE = -1;

    /**
     * The stories offered to one article.
     *
     * @param right which of them, -1 for none; the last of {@code traits} when only its own two ways are known
     * @param weight how much the choice counts
     */
    public record Choice(List<float[]> traits, int right, double weight) {}

    private final int trees;
    private final int depth;
    private final double leastWeight;
    private final Random random;
    private final int[] directions =
            Arrays.stream(Trait.values()).mapToInt(Trait::direction).toArray();
    private final int traitCount = directions.length;
    private final float[][] bounds = new float[traitCount][];
    private byte[][] bins = {};
    private double[] gradient = {};
    private double[] curvature = {};
    private boolean[] offered = {};

    public BoostedTrees(int trees, int depth, double leastWeight, long seed) {
        this.trees = trees;
        this.depth = depth;
        this.leastWeight = leastWeight;
        this.random = new Random(seed);
    }

    /** The trees that fit the choices; {@code leaning} is added to every score in the end, towards joining. */
    public JoinModel fit(List<Choice> choices, double leaning) {
        List<float[]> rows = choices.stream().flatMap(c -> c.traits().stream()).toList();
        cut(rows);
        gradient = new double[rows.size()];
        curvature = new double[rows.size()];
        double[] scores = new double[rows.size()];
        Arrays.fill(scores, FIRST_SCORE);
        var grown = new ArrayList<Tree>();
        for (int t = 0; t < trees; t++) {
            int[] chosen = slope(choices, scores);
            offered = new boolean[traitCount];
            for (int i = 0; i < traitCount; i++) {
                offered[i] = random.nextDouble() < TRAITS_A_TREE;
            }
            var nodes = new ArrayList<double[]>();
            grow(chosen, depth, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY, nodes);
            Tree tree = tree(nodes);
            grown.add(tree);
            for (int r = 0; r < scores.length; r++) {
                scores[r] += tree.from(0, rows.get(r));
            }
        }
        return new JoinModel(FIRST_SCORE + leaning, grown);
    }

    private void cut(List<float[]> rows) {
        bins = new byte[traitCount][rows.size()];
        for (int t = 0; t < traitCount; t++) {
            float[] values = new float[rows.size()];
            for (int r = 0; r < values.length; r++) {
                values[r] = rows.get(r)[t];
            }
            float[] sorted = values.clone();
            Arrays.sort(sorted);
            float[] found = new float[BINS - 1];
            int n = 0;
            for (int b = 1; b < BINS; b++) {
                float bound = sorted[(int) ((long) b * (sorted.length - 1) / BINS)];
                if (bound > sorted[0] && (n == 0 || bound > found[n - 1])) {
                    found[n++] = bound;
                }
            }
            bounds[t] = Arrays.copyOf(found, n);
            for (int r = 0; r < values.length; r++) {
                int at = Arrays.binarySearch(bounds[t], values[r]);
                bins[t][r] = (byte) (at >= 0 ? at + 1 : -at - 1);
            }
        }
    }

    /** Gradient and curvature of every row; answers the rows of the choices that this tree learns from. */
    private int[] slope(List<Choice> choices, double[] scores) {
        int[] chosen = new int[scores.length];
        int n = 0;
        int row = 0;
        for (Choice choice : choices) {
            int end = row + choice.traits().size();
            boolean take = random.nextDouble() < CHOICES_A_TREE;
            double most = 0;
            for (int r = row; r < end; r++) {
                most = Math.max(most, scores[r]);
            }
            double sum = Math.exp(-most);
            for (int r = row; r < end; r++) {
                sum += Math.exp(scores[r] - most);
            }
            for (int r = row; r < end; r++) {
                double p = Math.exp(scores[r] - most) / sum;
                gradient[r] = choice.weight() * (p - (r - row == choice.right() ? 1 : 0));
                curvature[r] = choice.weight() * Math.max(1e-6, p * (1 - p));
                if (take) {
                    chosen[n++] = r;
                }
            }
            row = end;
        }
        return Arrays.copyOf(chosen, n);
    }

    /** Nodes are {trait or -1, bound or value, bin}. */
    private void grow(int[] rows, int levels, double low, double high, List<double[]> nodes) {
        double g = 0;
        double h = 0;
        for (int row : rows) {
            g += gradient[row];
            h += curvature[row];
        }
        double[] split = levels == 0 ? null : split(rows, g, h, low, high);
        if (split == null) {
            nodes.add(new double[] {Tree.LEAF, SHRINKAGE * leaf(g, h, low, high)});
            return;
        }
        int trait = (int) split[0];
        nodes.add(new double[] {trait, bounds[trait][(int) split[1] - 1]});
        byte[] bin = bins[trait];
        int[] left = Arrays.stream(rows).filter(r -> bin[r] < split[1]).toArray();
        int[] right = Arrays.stream(rows).filter(r -> bin[r] >= split[1]).toArray();
        double middle = (split[2] + split[3]) / 2;
        int direction = directions[trait];
        grow(left, levels - 1, direction < 0 ? middle : low, direction > 0 ? middle : high, nodes);
        grow(right, levels - 1, direction > 0 ? middle : low, direction < 0 ? middle : high, nodes);
    }

    private static double leaf(double g, double h, double low, double high) {
        return Math.max(low, Math.min(high, -g / (h + LAMBDA)));
    }

    private static double gain(double g, double h, double value) {
        return -(g * value + (h + LAMBDA) * value * value / 2);
    }

    /** {trait, first bin of the right side, value left, value right}, null when nothing is won. */
    private double @org.jspecify.annotations.Nullable [] split(
            int[] rows, double g, double h, double low, double high) {
        double[] best = null;
        double most = gain(g, h, leaf(g, h, low, high)) + 1e-3;
        double[] gs = new double[BINS];
        double[] hs = new double[BINS];
        for (int t = 0; t < traitCount; t++) {
            if (!offered[t]) {
                continue;
            }
            Arrays.fill(gs, 0);
            Arrays.fill(hs, 0);
            for (int row : rows) {
                gs[bins[t][row]] += gradient[row];
                hs[bins[t][row]] += curvature[row];
            }
            int direction = directions[t];
            double gl = 0;
            double hl = 0;
            for (int b = 1; b <= bounds[t].length; b++) {
                gl += gs[b - 1];
                hl += hs[b - 1];
                double left = leaf(gl, hl, low, high);
                double right = leaf(g - gl, h - hl, low, high);
                double won = gain(gl, hl, left) + gain(g - gl, h - hl, right);
                if (hl >= leastWeight && h - hl >= leastWeight && won > most && direction * (right - left) >= 0) {
                    most = won;
                    best = new double[] {t, b, left, right};
                }
            }
        }
        return best;
    }

    private static Tree tree(List<double[]> nodes) {
        var tree = new Tree(new int[nodes.size()], new double[nodes.size()], new int[nodes.size()]);
        link(nodes, 0, tree);
        return tree;
    }

    private static int link(List<double[]> nodes, int at, Tree tree) {
        tree.trait()[at] = (int) nodes.get(at)[0];
        tree.value()[at] = (float) nodes.get(at)[1];
        if (tree.trait()[at] == Tree.LEAF) {
            return at + 1;
        }
        tree.right()[at] = link(nodes, at + 1, tree);
        return link(nodes, tree.right()[at], tree);
    }
}
