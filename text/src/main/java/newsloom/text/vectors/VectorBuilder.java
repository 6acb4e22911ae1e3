package newsloom.text.vectors;

import java.util.Map;
import java.util.TreeMap;

/** Collects weights by key; not thread-safe. */
public final class VectorBuilder {
    private final TreeMap<Integer, Float> weights = new TreeMap<>();

    /** Adds to what the key has so far. */
    public void add(int key, float weight) {
        weights.merge(key, weight, Float::sum);
    }

    public boolean isEmpty() {
        return weights.isEmpty();
    }

    /** What was collected; weights of zero or below are left out. */
    public SparseVector build() {
        weights.values().removeIf(weight -> weight <= 0);
        int[] keys = new int[weights.size()];
        float[] values = new float[keys.length];
        int i = 0;
        for (Map.Entry<Integer, Float> entry : weights.entrySet()) {
            keys[i] = entry.getKey();
            values[i++] = entry.getValue();
        }
        return SparseVector.of(keys, values);
    }
}
