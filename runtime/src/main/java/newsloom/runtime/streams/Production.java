package newsloom.runtime.streams;

import static org.apache.kafka.common.config.TopicConfig.MIN_IN_SYNC_REPLICAS_CONFIG;
import static org.apache.kafka.streams.StreamsConfig.NUM_STANDBY_REPLICAS_CONFIG;
import static org.apache.kafka.streams.StreamsConfig.RACK_AWARE_ASSIGNMENT_TAGS_CONFIG;
import static org.apache.kafka.streams.StreamsConfig.REPLICATION_FACTOR_CONFIG;
import static org.apache.kafka.streams.StreamsConfig.clientTagPrefix;
import static org.apache.kafka.streams.StreamsConfig.mainConsumerPrefix;
import static org.apache.kafka.streams.StreamsConfig.producerPrefix;
import static org.apache.kafka.streams.StreamsConfig.topicPrefix;

import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.jspecify.annotations.Nullable;

/**
 * What a service asks for where a machine may be lost and nothing with it: three copies of every internal topic, two of which have each record before it counts, and a warm copy of the stores on another
 * instance. {@link ProductionCheck} says what is in the way of that.
 *
 * @param rack where this instance stands: the warm copy is kept on another rack, and followers on this one are read from; null where nobody told
 */
public record Production(@Nullable String rack) {

    static final int COPIES = 3;
    static final int COPIES_IN_SYNC = 2;
    private static final String RACK = "rack";

    /** Kafka Streams' own settings for that. */
    Map<String, Object> properties() {
        Map<String, Object> properties = new HashMap<>(Map.of(
                REPLICATION_FACTOR_CONFIG,
                COPIES,
                topicPrefix(MIN_IN_SYNC_REPLICAS_CONFIG),
                Integer.toString(COPIES_IN_SYNC),
                producerPrefix(ProducerConfig.ACKS_CONFIG),
                "all",
                NUM_STANDBY_REPLICAS_CONFIG,
                1));
        if (rack != null) {
            properties.put(clientTagPrefix(RACK), rack);
            properties.put(RACK_AWARE_ASSIGNMENT_TAGS_CONFIG, RACK);
            properties.put(mainConsumerPrefix(ConsumerConfig.CLIENT_RACK_CONFIG), rack);
        }
        return properties;
    }
}
