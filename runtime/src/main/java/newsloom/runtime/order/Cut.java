package newsloom.runtime.order;

import java.util.Arrays;

/**
 * How far each partition of a service's input reached at one moment: a cut through it (Mattern, 1989, <i>Virtual Time and Global States of Distributed Systems</i>). Immutable.
 */
public final class Cut {

    /** Holds everything, whenever it comes. */
    public static final Cut ALL = new Cut();

    private final long[] ends;

    /** By partition; beyond its end everything is held. */
    private Cut(long... ends) {
        this.ends = ends;
    }

    /**
     * A cut at these ends.
     *
     * @param ends for each partition of the input, in the order of {@link InputPartitions}, the offset behind its last record
     */
    public static Cut of(long... ends) {
        return new Cut(ends.clone());
    }

    /** Whether a record of that origin was there; always true for a partition that the cut does not know: no later cut would tell more about it. */
    public boolean holds(int input, long offset) {
        return input >= ends.length || offset < ends[input];
    }

    /** What both hold. */
    public Cut and(Cut other) {
        if (other.ends.length > ends.length) {
            return other.and(this);
        }
        long[] both = ends.clone();
        for (int input = 0; input < other.ends.length; input++) {
            both[input] = Math.min(both[input], other.ends[input]);
        }
        return new Cut(both);
    }

    /** The ends; empty for {@link #ALL}. */
    long[] ends() {
        return ends.clone();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Cut cut && Arrays.equals(ends, cut.ends);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(ends);
    }

    @Override
    public String toString() {
        return ends.length == 0 ? "all" : Arrays.toString(ends);
    }
}
