package newsloom.cleaner;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import newsloom.cleaner.dedupe.Scattered;
import newsloom.cleaner.dedupe.ScatteredCodec;
import newsloom.cleaner.dedupe.Spread;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serializer;
import org.jspecify.annotations.Nullable;

/** What the tasks of the scattered decision tell each other, as bytes in topics, and which task gets it. Thread-safe. */
final class ScatteredSerde implements Serde<Scattered>, Serializer<Scattered>, Deserializer<Scattered> {

    /** The partition of the task that a message is for; there are as many partitions as tasks. */
    static Optional<Set<Integer>> receiver(
            String topic, @Nullable String key, @Nullable Scattered message, int partitions) {
        return message == null ? Optional.empty() : Optional.of(Set.of(message.receiver(new Spread(partitions))));
    }

    @Override
    public byte @Nullable [] serialize(String topic, @Nullable Scattered message) {
        return message == null ? null : ScatteredCodec.encode(message);
    }

    @Override
    public @Nullable Scattered deserialize(String topic, byte @Nullable [] bytes) {
        try {
            return bytes == null ? null : ScatteredCodec.decode(bytes);
        } catch (IllegalArgumentException e) {
            throw new SerializationException("no message of the scattered decision", e);
        }
    }

    @Override
    public void configure(Map<String, ?> configs, boolean isKey) {}

    @Override
    public void close() {}

    @Override
    public Serializer<Scattered> serializer() {
        return this;
    }

    @Override
    public Deserializer<Scattered> deserializer() {
        return this;
    }
}
