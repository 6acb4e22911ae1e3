package newsloom.aggregator.story.compare;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/**
 * Trees that say how much speaks for an article and a story being one: a sum of small regression trees over {@link Trait}s, fitted
 * by gradient boosting (Friedman 2001, "Greedy Function Approximation"). Above 0 they belong together. Immutable; a
 * score costs some hundred comparisons.
 *
 * <p>File: lines beginning with # are for people; {@code traits} and the names of all traits in order; {@code bias} and a number;
 * then a tree a line, its nodes before their branches: {@code 3<0.214} (go left when trait 3 is below) or the value of a leaf. Bounds
 * are values that a trait had, and are read as {@code float}: the {@code double} nearest to the same digits is another number, so that
 * a story of two articles would be on the wrong side of a bound of ln 2.
 */
public final class JoinModel {
    private static final String SHIPPED = "join.model";

    /** A node is a trait and a bound, or a leaf with its value; the left branch follows at once, the right one starts at {@code right}. */
    public record Tree(int[] trait, double[] value, int[] right) {
        public static final int LEAF = -1;

        /** The value of the leaf that the traits lead to from a root. */
        public double from(int root, float[] traits) {
            int at = root;
            while (trait[at] != LEAF) {
                at = traits[trait[at]] < value[at] ? at + 1 : right[at];
            }
            return value[at];
        }
    }

    private final double bias;
    private final List<Tree> trees;
    /** The nodes of all trees in one piece, tree after tree. */
    private final Tree nodes;

    private final int[] roots;

    public JoinModel(double bias, List<Tree> trees) {
        this.bias = bias;
        this.trees = List.copyOf(trees);
        this.roots = new int[trees.size()];
        int size = trees.stream().mapToInt(tree -> tree.trait().length).sum();
        this.nodes = new Tree(new int[size], new double[size], new int[size]);
        int root = 0;
        for (int i = 0; i < roots.length; i++) {
            roots[i] = root;
            root = copy(trees.get(i), root, nodes);
        }
    }

    /** Answers where the next one starts. */
    private static int copy(Tree tree, int root, Tree into) {
        int length = tree.trait().length;
        System.arraycopy(tree.trait(), 0, into.trait(), root, length);
        System.arraycopy(tree.value(), 0, into.value(), root, length);
        for (int i = 0; i < length; i++) {
            into.right()[root + i] = root + tree.right()[i];
        }
        return root + length;
    }

    /** The model in the jar. */
    public static JoinModel shipped() {
        try (var in = Objects.requireNonNull(JoinModel.class.getResourceAsStream(SHIPPED), SHIPPED)) {
            return read(new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8)));
        } catch (IOException e) {
            throw new UncheckedIOException(SHIPPED, e);
        }
    }

    /** How much speaks for it that the article belongs to the story; above 0 more than against it. */
    public double score(Comparison comparison) {
        return score(comparison.traits());
    }

    /** The same for traits by their {@link Trait#index}. */
    public double score(float[] traits) {
        double sum = bias;
        for (int root : roots) {
            sum += nodes.from(root, traits);
        }
        return sum;
    }

    /**
     * The model of a file.
     *
     * @throws IOException when it is no model of these traits
     */
    static JoinModel read(BufferedReader in) throws IOException {
        double bias = 0;
        var trees = new ArrayList<Tree>();
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            if (line.startsWith("traits ")) {
                if (!line.equals(traits())) {
                    throw new IOException("a model of other traits: " + line);
                }
            } else if (line.startsWith("bias ")) {
                bias = Double.parseDouble(line.substring(5));
            } else if (!line.startsWith("#") && !line.isBlank()) {
                trees.add(tree(line.split(" ", -1)));
            }
        }
        return new JoinModel(bias, trees);
    }

    private static Tree tree(String[] nodes) throws IOException {
        var tree = new Tree(new int[nodes.length], new double[nodes.length], new int[nodes.length]);
        try {
            int end = fill(nodes, 0, tree);
            if (end != nodes.length) {
                throw new IOException("a tree with nodes left over: " + String.join(" ", nodes));
            }
        } catch (NumberFormatException | IndexOutOfBoundsException e) {
            throw new IOException("no tree: " + String.join(" ", nodes), e);
        }
        return tree;
    }

    /** Fills in the branch that starts at the node; answers where the next one starts. */
    private static int fill(String[] nodes, int at, Tree tree) {
        int sign = nodes[at].indexOf('<');
        tree.trait()[at] = sign < 0 ? Tree.LEAF : Integer.parseInt(nodes[at].substring(0, sign));
        tree.value()[at] = Float.parseFloat(nodes[at].substring(sign + 1));
        if (sign < 0) {
            return at + 1;
        }
        tree.right()[at] = fill(nodes, at + 1, tree);
        return fill(nodes, tree.right()[at], tree);
    }

    private static String traits() {
        return "traits "
                + String.join(
                        " ", Arrays.stream(Trait.values()).map(Trait::name).toList());
    }

    /** As {@link #read} takes it, without remarks. */
    public String text() {
        var text = new StringBuilder(traits()).append("\nbias ").append(bias).append('\n');
        for (Tree tree : trees) {
            for (int i = 0; i < tree.trait().length; i++) {
                text.append(i == 0 ? "" : " ")
                        .append(tree.trait()[i] == Tree.LEAF ? "" : tree.trait()[i] + "<")
                        .append((float) tree.value()[i]);
            }
            text.append('\n');
        }
        return text.toString();
    }
}
