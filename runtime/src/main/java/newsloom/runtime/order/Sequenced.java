package newsloom.runtime.order;

import org.apache.kafka.common.header.Headers;

/** What travels to a deciding task: items, and marks that say how far a source has come. */
public sealed interface Sequenced {

    /** A mark of this time says that the source rests: everything it had has been sent. */
    long REST = Long.MAX_VALUE;

    /** The source it comes from, 0 to {@code sources - 1}: a partition of the topic before. */
    int source();

    /** How many sources there are. */
    int sources();

    /**
     * One record with its place in the order.
     *
     * @param time first part of the order, milliseconds since the epoch
     * @param key second part of the order
     * @param offset third part, tells apart what is equal otherwise; grows with every record of the source
     * @param headers headers of the record it was made from
     * @param payload what is decided on, not interpreted here
     */
    record Item(int source, int sources, long time, String key, long offset, Headers headers, byte[] payload)
            implements Sequenced {}

    /**
     * A promise: what this source sends from here on is later than {@code time}.
     *
     * @param time milliseconds since the epoch, or {@link #REST}
     */
    record Mark(int source, int sources, long time) implements Sequenced {

        /** Whether the source rests. */
        public boolean rests() {
            return time == REST;
        }
    }
}
