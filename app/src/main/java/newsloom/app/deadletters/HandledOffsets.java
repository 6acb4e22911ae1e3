package newsloom.app.deadletters;

import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.jspecify.annotations.Nullable;

/**
 * Which dead letters of a partition have been replayed or dropped: all below an offset, and ranges above it. Kept as the committed offset of a consumer group,
 * the ranges as its metadata ({@code 17-20,25-25}, or {@link PackedRanges} where that is too long), so that Kafka's own tools show how many letters are open as the lag of that group. Not thread-safe.
 */
final class HandledOffsets {
    /** What a broker takes as metadata of an offset, {@code offset.metadata.max.bytes}. */
    private static final int MAX_METADATA_BYTES = 4096;

    private final TreeMap<Long, Long> ranges = new TreeMap<>(); // first → last, apart from each other

    private long base;

    private HandledOffsets(long base) {
        this.base = base;
    }

    /**
     * From what is committed.
     *
     * @param begin first offset that is still there
     * @throws IllegalStateException when the metadata is not ours
     */
    static HandledOffsets of(@Nullable OffsetAndMetadata committed, long begin) {
        var handled = new HandledOffsets(committed == null ? begin : Math.max(begin, committed.offset()));
        if (committed != null && !committed.metadata().isEmpty()) {
            handled.read(committed.metadata());
        }
        handled.settle();
        return handled;
    }

    private void read(String metadata) {
        try {
            if (PackedRanges.isPacked(metadata)) {
                ranges.putAll(PackedRanges.unpack(metadata));
            } else {
                for (var range : metadata.split(",", -1)) {
                    addRange(range);
                }
            }
        } catch (NumberFormatException | IndexOutOfBoundsException | IOException e) {
            throw new IllegalStateException(
                    "The offsets of the dead letters' group are not of this command: " + metadata, e);
        }
    }

    private void addRange(String range) {
        int dash = range.indexOf('-');
        ranges.put(Long.parseLong(range, 0, dash, 10), Long.parseLong(range, dash + 1, range.length(), 10));
    }

    boolean contains(long offset) {
        var range = ranges.floorEntry(offset);
        return offset < base || (range != null && offset <= range.getValue());
    }

    /** Notes one more. */
    void add(long offset) {
        if (contains(offset)) {
            return;
        }
        var below = ranges.floorEntry(offset);
        long first = below != null && below.getValue() == offset - 1 ? below.getKey() : offset;
        Long last = ranges.remove(offset + 1);
        ranges.put(first, last == null ? offset : last);
        settle();
    }

    /** Notes that there is no letter from {@code first} up to {@code end}, which is left out: marks of transactions. */
    void addGap(long first, long end) {
        for (long offset = first; offset < end; offset++) {
            add(offset);
        }
    }

    private void settle() {
        for (Map.Entry<Long, Long> first = ranges.firstEntry();
                first != null && first.getKey() <= base;
                first = ranges.firstEntry()) {
            base = Math.max(base, first.getValue() + 1);
            ranges.pollFirstEntry();
        }
    }

    /**
     * As it is committed.
     *
     * @throws IllegalStateException when there are too many gaps
     */
    OffsetAndMetadata committed() {
        var metadata = ranges.entrySet().stream()
                .map(range -> range.getKey() + "-" + range.getValue())
                .collect(Collectors.joining(","));
        if (metadata.length() > MAX_METADATA_BYTES) {
            metadata = PackedRanges.pack(ranges);
        }
        if (metadata.length() > MAX_METADATA_BYTES) {
            throw new IllegalStateException("Too many open dead letters lie between those that are done with:"
                    + " replay or drop the oldest first (newsloom dlq ls)");
        }
        return new OffsetAndMetadata(base, metadata);
    }
}
