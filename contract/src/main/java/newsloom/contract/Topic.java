package newsloom.contract;

import java.util.Map;
import newsloom.contract.serde.AvroSerde;
import newsloom.contract.serde.SchemaRegistry;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.config.TopicConfig;

/**
 * A public topic: its name, what its records hold and how the broker keeps them. Keys are always strings.
 *
 * @param name topic name; the major version of the contract is part of it
 * @param valueType class of the values
 * @param config broker settings that must hold, as {@link TopicConfig} names them
 */
public record Topic<V extends SpecificRecord>(String name, Class<V> valueType, Map<String, String> config) {

    public Topic {
        config = Map.copyOf(config);
    }

    /** The serde of the values; thread-safe, one for each registry is enough. */
    public AvroSerde<V> serde(SchemaRegistry registry) {
        return new AvroSerde<>(valueType, registry);
    }

    /** True where only the last value of a key counts and a null value is a tombstone. */
    public boolean compacted() {
        return config.getOrDefault(TopicConfig.CLEANUP_POLICY_CONFIG, "").contains(TopicConfig.CLEANUP_POLICY_COMPACT);
    }

    /** What to hand to an admin client in order to create it. */
    public NewTopic newTopic(int partitions, short replicationFactor) {
        return new NewTopic(name, partitions, replicationFactor).configs(config);
    }
}
