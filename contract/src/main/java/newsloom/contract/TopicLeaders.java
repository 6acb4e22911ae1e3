package newsloom.contract;

import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.RetriableException;

/**
 * Waits for the partitions of new topics. A topic is created when the controller has noted it; its leaders take records a little later, and a producer that comes in between begins with refusals, which
 * arrive out of order when several batches are on their way.
 */
public final class TopicLeaders {

    private static final Duration DEADLINE = Duration.ofSeconds(60);
    private static final Duration PAUSE = Duration.ofMillis(50);

    private TopicLeaders() {}

    /**
     * Returns when every partition of these topics answers: usually at once.
     *
     * @throws ExecutionException if one does not within a minute, with the last answer as its cause
     */
    public static void await(Admin admin, Collection<String> topics) throws ExecutionException, InterruptedException {
        long end = System.nanoTime() + DEADLINE.toNanos();
        while (!answer(admin, topics, end)) {
            TimeUnit.NANOSECONDS.sleep(PAUSE.toNanos());
        }
    }

    private static boolean answer(Admin admin, Collection<String> topics, long end)
            throws ExecutionException, InterruptedException {
        try {
            var offsets = new HashMap<TopicPartition, OffsetSpec>();
            admin.describeTopics(topics)
                    .allTopicNames()
                    .get()
                    .forEach((name, topic) -> topic.partitions()
                            .forEach(partition ->
                                    offsets.put(new TopicPartition(name, partition.partition()), OffsetSpec.latest())));
            admin.listOffsets(offsets).all().get();
            return true;
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RetriableException && System.nanoTime() < end) {
                return false;
            }
            throw e;
        }
    }
}
