package newsloom.app.records;

import java.nio.charset.StandardCharsets;
import java.util.function.BiConsumer;
import newsloom.contract.Topic;
import newsloom.contract.serde.AvroSerde;
import newsloom.contract.serde.SchemaRegistry;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.errors.SerializationException;
import org.jspecify.annotations.Nullable;

/** The values of a public topic, which anyone may write to: a record that holds none is counted and left out. One thread at a time. */
public final class TopicValues<V extends SpecificRecord> {
    private final AvroSerde<V> serde;
    private long unreadable;

    public TopicValues(Topic<V> topic, SchemaRegistry registry) {
        this.serde = topic.serde(registry);
    }

    /**
     * Hands over key and value of a record; null for a tombstone.
     *
     * @throws newsloom.contract.serde.RegistryUnavailableException if the registry does not answer
     */
    public void read(ConsumerRecord<byte[], byte[]> record, BiConsumer<String, @Nullable V> reader) {
        V value;
        try {
            value = serde.deserialize(record.topic(), record.value());
        } catch (SerializationException e) {
            unreadable++;
            return;
        }
        reader.accept(record.key() == null ? "" : new String(record.key(), StandardCharsets.UTF_8), value);
    }

    /** How many records were left out. */
    public long unreadable() {
        return unreadable;
    }
}
