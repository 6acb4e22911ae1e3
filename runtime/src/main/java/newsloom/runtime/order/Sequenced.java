package newsloom.runtime.order;

import org.apache.kafka.common.header.Headers;

/** What travels to a deciding task: items, and marks that say how far a source has come. */
public sealed interface Sequenced {

    /** The source it comes from, 0 to {@code sources - 1}: a partition of the topic before. */
    int source();

    /** How many sources there are. */
    int sources();

    /**
     * One record with its place in the order.
     *
     * @param time first part of the order, milliseconds since the epoch
     * @param key second part of the order
     * @param origin third part, tells apart what is equal otherwise
     * @param headers headers of the record it was made from
     * @param payload what is decided on, not interpreted here
     */
    record Item(int source, int sources, long time, String key, Origin origin, Headers headers, byte[] payload)
            implements Sequenced {}

    /**
     * Where the record entered the service from which an item was made, however many steps ago.
     *
     * @param input partition of the service's input, see {@link InputPartitions}
     * @param offset in that partition
     * @param part tells apart several items of one record
     */
    record Origin(int input, long offset, int part) {}

    /** A promise of what this source sends from here on. */
    record Mark(int source, int sources, Progress progress) implements Sequenced {}
}
