package newsloom.cleaner.extract.feature;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The features of one passage while they are gathered: values in a fixed order, each with its name. Whoever fills a row puts the same names in the same order for
 * every passage; a missing value is a number that says so. Reused from passage to passage.
 */
public final class FeatureRow {

    private final @Nullable List<String> names;
    private float[] values = new float[256];
    private int size;

    private FeatureRow(@Nullable List<String> names) {
        this.names = names;
    }

    /** A row that holds values only. */
    public static FeatureRow unnamed() {
        return new FeatureRow(null);
    }

    /** A row that can also say what its values are called. */
    public static FeatureRow named() {
        return new FeatureRow(new ArrayList<>());
    }

    void clear() {
        size = 0;
        if (names != null) {
            names.clear();
        }
    }

    void put(String name, double value) {
        if (size == values.length) {
            values = Arrays.copyOf(values, size * 2);
        }
        values[size++] = (float) value;
        if (names != null) {
            names.add(name);
        }
    }

    void put(String name, boolean holds) {
        put(name, holds ? 1 : 0);
    }

    /** Values that were put. */
    public int size() {
        return size;
    }

    /** The value of that index. */
    public float value(int i) {
        return values[i];
    }

    /** All values in order, not copied; may be longer than {@link #size}. */
    float[] values() {
        return values;
    }

    /** The name of a value; only of a row that keeps names. */
    public String name(int i) {
        return Objects.requireNonNull(names, "a row without names").get(i);
    }

    /** The names of the values, in order; empty for a row that keeps none. */
    List<String> names() {
        return names == null ? List.of() : List.copyOf(names);
    }
}
