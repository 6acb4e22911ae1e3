package newsloom.text.vectors;

import java.util.Arrays;
import java.util.function.IntToDoubleFunction;

/**
 * A sparse vector: keys in ascending order, each once, and a positive weight for each. Immutable; the arrays handed in are
 * owned by the vector from then on. All operations are linear in the number of keys, except where they say otherwise.
 */
public final class SparseVector {
    public static final SparseVector EMPTY = new SparseVector(new int[0], new float[0]);

    private final int[] keys;
    private final float[] weights;
    private final double norm;

    private SparseVector(int[] keys, float[] weights) {
        this.keys = keys;
        this.weights = weights;
        double sum = 0;
        for (float weight : weights) {
            sum += (double) weight * weight;
        }
        this.norm = Math.sqrt(sum);
    }

    /**
     * A vector of these entries.
     *
     * @param keys strictly ascending
     * @param weights as many as keys
     * @throws IllegalArgumentException when the keys do not ascend or the lengths differ
     */
    public static SparseVector of(int[] keys, float[] weights) {
        if (keys.length != weights.length) {
            throw new IllegalArgumentException(keys.length + " keys, " + weights.length + " weights");
        }
        for (int i = 1; i < keys.length; i++) {
            if (keys[i - 1] >= keys[i]) {
                throw new IllegalArgumentException("keys do not ascend at " + i);
            }
        }
        return keys.length == 0 ? EMPTY : new SparseVector(keys, weights);
    }

    public int size() {
        return keys.length;
    }

    public int key(int i) {
        return keys[i];
    }

    public float weight(int i) {
        return weights[i];
    }

    /** Whether one of the keys is this one; by binary search. */
    public boolean contains(int key) {
        return Arrays.binarySearch(keys, key) >= 0;
    }

    /** Euclidean length; 0 only for the empty vector. */
    public double norm() {
        return norm;
    }

    /** Cosine of the angle between both, 0..1; 0 when one is empty. */
    public double cosine(SparseVector other) {
        double product = norm * other.norm;
        return product == 0 ? 0 : Math.min(1, dot(other) / product);
    }

    /** Inner product, by a merge of the two ascending key lists. */
    public double dot(SparseVector other) {
        double sum = 0;
        int i = 0;
        int j = 0;
        while (i < keys.length && j < other.keys.length) {
            int a = keys[i];
            int b = other.keys[j];
            if (a == b) {
                sum += (double) weights[i++] * other.weights[j++];
            } else if (a < b) {
                i++;
            } else {
                j++;
            }
        }
        return sum;
    }

    /** This + {@code factor} x other; what falls to zero or below (a vector taken away again) is left out. */
    public SparseVector plus(SparseVector other, float factor) {
        int[] k = new int[keys.length + other.keys.length];
        float[] w = new float[k.length];
        int n = 0;
        int i = 0;
        int j = 0;
        while (i < keys.length || j < other.keys.length) {
            boolean left = j == other.keys.length || (i < keys.length && keys[i] <= other.keys[j]);
            boolean right = i == keys.length || (j < other.keys.length && other.keys[j] <= keys[i]);
            k[n] = left ? keys[i] : other.keys[j];
            float sum = (left ? weights[i++] : 0) + (right ? factor * other.weights[j++] : 0);
            if (sum > 1e-6f) {
                w[n++] = sum;
            }
        }
        return n == 0 ? EMPTY : new SparseVector(Arrays.copyOf(k, n), Arrays.copyOf(w, n));
    }

    /** The {@code max} heaviest entries, equal weights by smaller key; O(n log n) when something is cut. */
    public SparseVector heaviest(int max) {
        if (keys.length <= max) {
            return this;
        }
        float[] sorted = weights.clone();
        Arrays.sort(sorted);
        float least = sorted[keys.length - max];
        int equal = max;
        for (float weight : weights) {
            equal -= weight > least ? 1 : 0;
        }
        int[] k = new int[max];
        float[] w = new float[max];
        int n = 0;
        for (int i = 0; i < keys.length; i++) {
            if (weights[i] > least || (weights[i] == least && equal-- > 0)) {
                k[n] = keys[i];
                w[n++] = weights[i];
            }
        }
        return new SparseVector(k, w);
    }

    /** Each weight times what the factor says of its key; entries that fall to zero are left out. */
    public SparseVector times(IntToDoubleFunction factor) {
        int[] k = new int[keys.length];
        float[] w = new float[keys.length];
        int n = 0;
        for (int i = 0; i < keys.length; i++) {
            float weight = (float) (weights[i] * factor.applyAsDouble(keys[i]));
            if (weight > 0) {
                k[n] = keys[i];
                w[n++] = weight;
            }
        }
        return n == 0 ? EMPTY : new SparseVector(Arrays.copyOf(k, n), Arrays.copyOf(w, n));
    }

    /** The same direction with length 1, each weight rounded to 1/65535, so that it survives two bytes a weight. */
    public SparseVector unit() {
        float[] w = new float[weights.length];
        for (int i = 0; i < w.length; i++) {
            w[i] = Math.max(1, Math.round(weights[i] / norm * 65535)) / 65535f;
        }
        return new SparseVector(keys, w);
    }

    @Override
    public boolean equals(Object o) {
        return o instanceof SparseVector v && Arrays.equals(keys, v.keys) && Arrays.equals(weights, v.weights);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(keys) + Arrays.hashCode(weights);
    }

    @Override
    public String toString() {
        return "SparseVector[" + keys.length + " keys, norm " + norm + "]";
    }
}
