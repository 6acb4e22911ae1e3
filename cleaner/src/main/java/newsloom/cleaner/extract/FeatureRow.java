package newsloom.cleaner.extract;

import java.util.Arrays;

/** One block's features while they are gathered: numbers of those that are set, and their values. Reused from block to block. */
final class FeatureRow {

    private int[] numbers = new int[128];
    private double[] values = new double[128];
    private int size;

    void clear() {
        size = 0;
    }

    void set(int number, double value) {
        if (value == 0) {
            return;
        }
        if (size == numbers.length) {
            numbers = Arrays.copyOf(numbers, size * 2);
            values = Arrays.copyOf(values, size * 2);
        }
        numbers[size] = number;
        values[size++] = value;
    }

    void set(int number, boolean holds) {
        set(number, holds ? 1 : 0);
    }

    int size() {
        return size;
    }

    int number(int i) {
        return numbers[i];
    }

    double value(int i) {
        return values[i];
    }
}
