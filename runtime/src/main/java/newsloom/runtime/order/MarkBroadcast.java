package newsloom.runtime.order;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import newsloom.runtime.order.Sequenced.Mark;
import org.apache.kafka.common.utils.Utils;
import org.apache.kafka.streams.processor.StreamPartitioner;
import org.jspecify.annotations.Nullable;

/** Sends an item to the partition of its key; a mark, and an item under the key {@link #EVERYWHERE}, to every partition. Stateless. */
public final class MarkBroadcast implements StreamPartitioner<String, Sequenced> {

    /** Key of what concerns every task. */
    public static final String EVERYWHERE = "*";

    @Override
    public Optional<Set<Integer>> partitions(
            String topic, @Nullable String key, @Nullable Sequenced value, int partitions) {
        if (value instanceof Mark || key == null || key.equals(EVERYWHERE)) {
            return Optional.of(IntStream.range(0, partitions).boxed().collect(Collectors.toSet()));
        }
        byte[] bytes = key.getBytes(StandardCharsets.UTF_8);
        return Optional.of(Set.of(Utils.toPositive(Utils.murmur2(bytes)) % partitions));
    }
}
