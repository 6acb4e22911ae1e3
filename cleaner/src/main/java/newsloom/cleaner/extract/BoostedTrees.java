package newsloom.cleaner.extract;

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
final class BoostedTrees {

    private static final int TREES_BETWEEN_CHECKS = 25;
    private static final double SURELY_DROPPED = -4;
    private static final double SURELY_KEPT = 5;
    /** In the place of a feature. */
    private static final int LEAF = (1 << 10) - 1;

    private static final int MAX_NODES = 1 << 22;

    private final double start;
    private final int[] roots;
    /**
     * Side by side, as they are read: from the lowest bit on the feature that a node asks for, its right child (the left one is the next node), and the bits of the highest
     * value that goes left; of a leaf the bits of what it adds.
     */
    private final long[] nodes;

    private BoostedTrees(double start, int[] roots, long[] nodes) {
        this.start = start;
        this.roots = roots;
        this.nodes = nodes;
    }

    private static long node(int feature, int right, float value) {
        return (long) Float.floatToRawIntBits(value) << 32 | (long) right << 10 | feature;
    }

    private static int feature(long node) {
        return (int) node & LEAF;
    }

    private static int right(long node) {
        return (int) node >>> 10;
    }

    private static float value(long node) {
        return Float.intBitsToFloat((int) (node >>> 32));
    }

    /**
     * Reads trees from their lines.
     *
     * @param names what the values of a row are called
     * @throws IllegalStateException when the trees ask for a feature that is none of these, or a line cannot be read
     */
    static BoostedTrees of(List<String> lines, List<String> names) {
        return new Reader(names).read(lines);
    }

    /** The probability that the row is main content, 0 to 1. */
    double score(FeatureRow row) {
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
        int at = root;
        long node = nodes[at];
        while (feature(node) != LEAF) {
            at = asked[feature(node)] <= value(node) ? at + 1 : right(node);
            node = nodes[at];
        }
        return value(node);
    }

    /**
     * How far each value of the row moved the sum over all trees, after A. Saabas (2014, "Interpreting random forests"): each answer on the way to a leaf counts by the difference that it
     * made to the mean of the leaves below. For people to read; costs as much as all leaves.
     */
    double[] pulls(FeatureRow row) {
        double[] pulls = new double[row.size()];
        for (int root : roots) {
            int at = root;
            while (feature(nodes[at]) != LEAF) {
                int feature = feature(nodes[at]);
                int next = row.value(feature) <= value(nodes[at]) ? at + 1 : right(nodes[at]);
                pulls[feature] += mean(next) - mean(at);
                at = next;
            }
        }
        return pulls;
    }

    private double mean(int at) {
        return feature(nodes[at]) == LEAF ? value(nodes[at]) : (mean(at + 1) + mean(right(nodes[at]))) / 2;
    }

    /** Gathers the nodes while the lines are read. */
    private static final class Reader {

        private final Map<String, Integer> positions = new HashMap<>();
        private final List<Integer> asked = new ArrayList<>();
        private final List<Integer> roots = new ArrayList<>();
        private double start;
        private int size;
        private long[] nodes = new long[1024];

        Reader(List<String> names) {
            names.forEach(name -> positions.put(name, positions.size()));
            if (names.size() >= LEAF) {
                throw new IllegalArgumentException("more features than a node can tell apart: " + names.size());
            }
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
            return new BoostedTrees(start, all, Arrays.copyOf(nodes, size));
        }

        private int position(String name) {
            Integer position = positions.get(name);
            if (position == null) {
                throw new IllegalStateException("the model asks for an unknown feature: " + name);
            }
            return position;
        }

        private void tree(String[] tokens) {
            roots.add(size);
            if (subtree(tokens, 0) != tokens.length) {
                throw new IllegalStateException("a tree has nodes left over");
            }
        }

        /** Reads the subtree that begins at this token; returns the token behind it. */
        private int subtree(String[] tokens, int at) {
            int node = add();
            String token = tokens[at];
            int less = token.indexOf('<');
            float value = Float.parseFloat(token.substring(less < 0 ? 1 : less + 1));
            if (less < 0) {
                nodes[node] = node(LEAF, 0, value);
                return at + 1;
            }
            int feature = asked.get(Integer.parseInt(token.substring(0, less)));
            int right = subtree(tokens, at + 1);
            nodes[node] = node(feature, size, value);
            return subtree(tokens, right);
        }

        private int add() {
            if (size == MAX_NODES) {
                throw new IllegalStateException("more nodes than a node can point to: " + MAX_NODES);
            }
            if (size == nodes.length) {
                nodes = Arrays.copyOf(nodes, size * 2);
            }
            return size++;
        }
    }
}
