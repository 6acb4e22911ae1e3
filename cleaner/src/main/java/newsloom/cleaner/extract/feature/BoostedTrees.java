package newsloom.cleaner.extract.feature;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Gradient-boosted decision trees (J. Friedman, 2001, "Greedy function approximation: a gradient boosting machine"), evaluated in plain arrays. They are trained outside of
 * the program, see {@code cleaner/training}, and stand in a text resource:
 *
 * <pre>
 * feature words            the features that are asked for, numbered from 0
 * start -1.5               what every sum begins with
 * tree 0&lt;6.5 =-0.2 =0.3    nodes in preorder: go left when feature 0 is at most 6.5; leaves
 * </pre>
 *
 * Immutable and thread-safe. A row costs some 10 comparisons a tree; the sum is not carried on when it is beyond doubt.
 */
public final class BoostedTrees {

    private static final int TREES_BETWEEN_CHECKS = 25;
    private static final double SURELY_DROPPED = -4;
    private static final double SURELY_KEPT = 5;
    private static final int LEAF = -1;

    private final double start;
    private final int[] roots;
    /** For each node the feature that it asks for, or {@link #LEAF}. */
    private final int[] features;
    /** For each node the highest value that goes left; for a leaf, what it adds. */
    private final float[] values;
    /** For each node its right child; the left one is the next node. */
    private final int[] rights;

    private BoostedTrees(double start, int[] roots, int[] features, float[] values, int[] rights) {
        this.start = start;
        this.roots = roots;
        this.features = features;
        this.values = values;
        this.rights = rights;
    }

    /**
     * Reads trees from their lines.
     *
     * @param names what the values of a row are called
     * @throws IllegalStateException when the trees ask for a feature that is none of these, or a line cannot be read
     */
    public static BoostedTrees of(List<String> lines, List<String> names) {
        return new Reader(names).read(lines);
    }

    /** The probability that the row is main content, 0 to 1. */
    public double score(FeatureRow row) {
        float[] asked = row.values();
        double sum = start;
        for (int tree = 0; tree < roots.length; tree++) {
            if (tree > 0 && tree % TREES_BETWEEN_CHECKS == 0 && (sum < SURELY_DROPPED || sum > SURELY_KEPT)) {
                break;
            }
            sum += leaf(roots[tree], asked);
        }
        return 1 / (1 + Math.exp(-sum));
    }

    private float leaf(int root, float[] asked) {
        int node = root;
        int feature = features[node];
        while (feature != LEAF) {
            node = asked[feature] <= values[node] ? node + 1 : rights[node];
            feature = features[node];
        }
        return values[node];
    }

    /**
     * How far each value of the row moved the sum over all trees, after A. Saabas (2014, "Interpreting random forests"): each answer on the way to a leaf counts by the difference that it
     * made to the mean of the leaves below. For people to read; costs as much as all leaves.
     */
    public double[] pulls(FeatureRow row) {
        double[] pulls = new double[row.size()];
        for (int root : roots) {
            int node = root;
            while (features[node] != LEAF) {
                int next = row.value(features[node]) <= values[node] ? node + 1 : rights[node];
                pulls[features[node]] += mean(next) - mean(node);
                node = next;
            }
        }
        return pulls;
    }

    private double mean(int node) {
        return features[node] == LEAF ? values[node] : (mean(node + 1) + mean(rights[node])) / 2;
    }

    /** Gathers the nodes while the lines are read. */
    private static final class Reader {

        private final Map<String, Integer> positions = new HashMap<>();
        private final List<Integer> asked = new ArrayList<>();
        private final List<Integer> roots = new ArrayList<>();
        private double start;
        private int size;
        private int[] features = new int[1024];
        private float[] values = new float[1024];
        private int[] rights = new int[1024];

        Reader(List<String> names) {
            names.forEach(name -> positions.put(name, positions.size()));
        }

        BoostedTrees read(List<String> lines) {
            for (String line : lines) {
                int space = line.indexOf(' ');
                String rest = line.substring(space + 1);
                switch (line.substring(0, space)) {
                    case "feature" -> asked.add(position(rest));
                    case "start" -> start = Double.parseDouble(rest);
                    case "tree" -> tree(rest.split(" "));
                    default -> throw new IllegalStateException("no line of a model: " + line);
                }
            }
            int[] all = roots.stream().mapToInt(Integer::intValue).toArray();
            return new BoostedTrees(
                    start,
                    all,
                    Arrays.copyOf(features, size),
                    Arrays.copyOf(values, size),
                    Arrays.copyOf(rights, size));
        }

        private int position(String name) {
            Integer position = positions.get(name);
            if (position == null) {
                throw new IllegalStateException("the model asks for an unknown feature: " + name);
            }
            return position;
        }

        private void tree(String[] nodes) {
            roots.add(size);
            if (subtree(nodes, 0) != nodes.length) {
                throw new IllegalStateException("a tree has nodes left over");
            }
        }

        /** Reads the subtree that begins at this token; returns the token behind it. */
        private int subtree(String[] nodes, int at) {
            int node = add();
            String token = nodes[at];
            int less = token.indexOf('<');
            values[node] = Float.parseFloat(token.substring(less < 0 ? 1 : less + 1));
            if (less < 0) {
                features[node] = LEAF;
                return at + 1;
            }
            features[node] = asked.get(Integer.parseInt(token.substring(0, less)));
            int right = subtree(nodes, at + 1);
            rights[node] = size;
            return subtree(nodes, right);
        }

        private int add() {
            if (size == features.length) {
                features = Arrays.copyOf(features, size * 2);
                values = Arrays.copyOf(values, size * 2);
                rights = Arrays.copyOf(rights, size * 2);
            }
            return size++;
        }
    }
}
