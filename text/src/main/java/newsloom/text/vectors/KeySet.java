package newsloom.text.vectors;

import java.util.Arrays;
import java.util.stream.IntStream;

/** A set of hashed things: ascending keys, each once. Immutable. */
public final class KeySet {
    public static final KeySet EMPTY = new KeySet(new int[0]);

    private final int[] keys;

    private KeySet(int[] keys) {
        this.keys = keys;
    }

    /** The set of these keys, which may come in any order and repeat; costs a look at each where they ascend. */
    public static KeySet of(int... keys) {
        if (keys.length == 0) {
            return EMPTY;
        }
        return new KeySet(
                ascends(keys)
                        ? keys.clone()
                        : IntStream.of(keys).sorted().distinct().toArray());
    }

    private static boolean ascends(int[] keys) {
        for (int i = 1; i < keys.length; i++) {
            if (keys[i - 1] >= keys[i]) {
                return false;
            }
        }
        return true;
    }

    public int size() {
        return keys.length;
    }

    public boolean isEmpty() {
        return keys.length == 0;
    }

    /** The i-th smallest. */
    public int key(int i) {
        return keys[i];
    }

    public boolean contains(int key) {
        return Arrays.binarySearch(keys, key) >= 0;
    }

    public IntStream stream() {
        return IntStream.of(keys);
    }

    /** How many keys both have. */
    public int shared(KeySet other) {
        int count = 0;
        for (int i = 0, j = 0; i < keys.length && j < other.keys.length; ) {
            if (keys[i] == other.keys[j]) {
                count++;
                i++;
                j++;
            } else if (keys[i] < other.keys[j]) {
                i++;
            } else {
                j++;
            }
        }
        return count;
    }

    /** Shared over all, 0..1; 0 when both are empty. */
    public double jaccard(KeySet other) {
        int shared = shared(other);
        int all = keys.length + other.keys.length - shared;
        return all == 0 ? 0 : (double) shared / all;
    }

    @Override
    public boolean equals(Object o) {
        return o instanceof KeySet s && Arrays.equals(keys, s.keys);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(keys);
    }

    @Override
    public String toString() {
        return "KeySet" + Arrays.toString(keys);
    }
}
