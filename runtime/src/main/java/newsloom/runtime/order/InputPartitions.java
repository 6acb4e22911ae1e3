package newsloom.runtime.order;

import java.util.List;

/**
 * The partitions of a service's input, numbered through: those of the first topic, then those of the second.
 *
 * @param topics equally partitioned
 * @param partitions how many each has
 */
public record InputPartitions(List<String> topics, int partitions) {

    public InputPartitions {
        topics = List.copyOf(topics);
    }

    /** The number of one of them. */
    public int number(String topic, int partition) {
        return topics.indexOf(topic) * partitions + partition;
    }

    /** How many there are. */
    public int count() {
        return topics.size() * partitions;
    }
}
