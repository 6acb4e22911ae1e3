package newsloom.app.deadletters;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;

/** Which dead letters of all partitions are done with. Not thread-safe. */
final class HandledLetters {
    private final Map<Integer, HandledOffsets> partitions = new HashMap<>();

    void put(int partition, HandledOffsets offsets) {
        partitions.put(partition, offsets);
    }

    boolean contains(Position position) {
        return of(position.partition()).contains(position.offset());
    }

    void add(Position position) {
        of(position.partition()).add(position.offset());
    }

    /** There is no letter from {@code first} up to {@code end}, which is left out. */
    void addGap(int partition, long first, long end) {
        of(partition).addGap(first, end);
    }

    OffsetAndMetadata committed(int partition) {
        return of(partition).committed();
    }

    private HandledOffsets of(int partition) {
        return Objects.requireNonNull(partitions.get(partition), "a partition that was not there");
    }
}
