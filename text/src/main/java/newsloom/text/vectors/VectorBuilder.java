package newsloom.text.vectors;

import java.util.Arrays;

/** Collects weights by key; not thread-safe. */
public final class VectorBuilder {
    /** Key above, position below, so that sorting brings equal keys together in the order they came. */
    private long[] order = new long[64];

    private float[] added = new float[64];
    private int size;

    /** Adds to what the key has so far. */
    public void add(int key, float weight) {
        if (size == added.length) {
            order = Arrays.copyOf(order, 2 * size);
            added = Arrays.copyOf(added, 2 * size);
        }
        order[size] = (long) key << 32 | size;
        added[size++] = weight;
    }

    /** What was collected, in O(n log n); weights of zero or below are left out. */
    public SparseVector build() {
        long[] sorted = Arrays.copyOf(order, size);
        Arrays.sort(sorted);
        int[] keys = new int[size];
        float[] weights = new float[size];
        int n = 0;
        for (int i = 0; i < size; ) {
            int key = (int) (sorted[i] >> 32);
            float sum = 0;
            for (; i < size && (int) (sorted[i] >> 32) == key; i++) {
                sum += added[(int) sorted[i]];
            }
            if (sum > 0) {
                keys[n] = key;
                weights[n++] = sum;
            }
        }
        return SparseVector.of(Arrays.copyOf(keys, n), Arrays.copyOf(weights, n));
    }
}
