package newsloom.runtime.streams;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import newsloom.contract.TopicCheck;
import newsloom.contract.Topics;
import newsloom.contract.serde.HttpRegistry;
import newsloom.contract.serde.SchemaRegistry;
import newsloom.runtime.order.Backlog;
import newsloom.runtime.order.InputPartitions;
import newsloom.runtime.order.ReorderSettings;
import newsloom.runtime.order.RestSignal;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.Topology;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A service whose topology puts records in order before it decides: the Kafka Streams client, the watch over its input, and the answer to whether it is done. Thread-safe.
 */
public final class OrderedService implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(OrderedService.class);

    /** Builds the topology of a service once its surroundings are known. */
    @FunctionalInterface
    public interface TopologyBuilder {

        /**
         * The topology.
         *
         * @param input partitions of the input topics
         */
        Topology build(
                StreamsConfig config, SchemaRegistry registry, InputPartitions input, RestSignal rest, Backlog backlog);
    }

    private final Admin admin;
    private final InputWatch watch;
    private final StreamsService streams;
    private final Backlog backlog = new Backlog();
    private final BooleanSupplier inputEnded;
    private final List<String> allTopics;
    private final List<String> countStores;

    /**
     * Prepares the service; it does nothing before {@link #start}.
     *
     * @param inputTopics public topics it reads, equally partitioned
     * @param outputTopics public topics it writes
     * @param steps names of its repartition topics
     * @param countStores stores that hold its counts
     * @param inputEnded whether whoever writes the input has finished; always true where that cannot be known
     * @throws ServiceFailedException if the topics are not there or too small, or the cluster or the state folder is not fit for the production that is asked for
     */
    public OrderedService(
            StreamsSettings settings,
            ReorderSettings reorder,
            List<String> inputTopics,
            List<String> outputTopics,
            List<String> steps,
            List<String> countStores,
            BooleanSupplier inputEnded,
            TopologyBuilder builder)
            throws InterruptedException {
        this.inputEnded = inputEnded;
        this.countStores = List.copyOf(countStores);
        this.allTopics = Stream.concat(
                        inputTopics.stream(),
                        steps.stream().map(step -> repartitionTopic(settings.applicationId(), step)))
                .toList();
        this.admin = Admin.create(AdminProperties.of(settings));
        if (settings.production() != null) {
            new ProductionCheck(admin, settings).demand();
        }
        demandRoom(admin, outputTopics);
        var input = new InputPartitions(inputTopics, StreamsService.partitionsOf(admin, inputTopics));
        this.watch = new InputWatch(
                admin, settings.applicationId(), input, reorder.quiet(), reorder.markEvery(), inputEnded);
        var properties = StreamsProperties.of(named(settings));
        Topology topology = builder.build(
                new StreamsConfig(properties), new HttpRegistry(settings.registryUrl()), input, watch, backlog);
        this.streams = new StreamsService(topology, properties);
    }

    /** The topic between two steps, as Kafka Streams names it. */
    public static String repartitionTopic(String applicationId, String step) {
        return applicationId + "-" + step + "-repartition";
    }

    /** What the topics it writes would refuse stops a service later, again and again. */
    private static void demandRoom(Admin admin, List<String> outputTopics) throws InterruptedException {
        var wanted = Topics.newTopics(1, (short) 1).stream()
                .filter(topic ->
                        outputTopics.contains(topic.name()) || topic.name().equals(Topics.DEAD_LETTERS))
                .toList();
        try {
            var obstacles = TopicCheck.obstacles(wanted, TopicCheck.existing(admin, wanted));
            if (!obstacles.isEmpty()) {
                throw new ServiceFailedException(
                        "the topics are not as they must be:\n  " + String.join("\n  ", obstacles), null);
            }
        } catch (ExecutionException e) {
            if (e.getCause() instanceof AuthorizationException) {
                LOG.warn("not allowed to see how the topics {} are set; going on unchecked", outputTopics);
                return;
            }
            throw new ServiceFailedException("cannot see the topics " + outputTopics, e.getCause());
        }
    }

    private static StreamsSettings named(StreamsSettings settings) {
        String instanceId = settings.instanceId();
        Path folder = settings.stateDir().resolve(settings.applicationId());
        return instanceId == null ? settings : settings.withInstanceId(MemberName.of(instanceId, folder));
    }

    /** Starts and waits until every task runs. */
    public void start() throws InterruptedException {
        watch.start();
        streams.start();
    }

    /** Waits until the service has ended, and throws what ended it. */
    public void awaitEnd() throws InterruptedException {
        streams.awaitEnd();
    }

    /**
     * Whether everything has passed through: the input has ended, nothing is held back, and all that was read has been committed.
     *
     * @throws ServiceFailedException if the service has failed, or the cluster cannot be asked
     */
    public boolean idle() throws InterruptedException {
        Throwable failure = streams.failure();
        if (failure != null) {
            throw new ServiceFailedException("the service stopped", failure);
        }
        if (!inputEnded.getAsBoolean() || streams.state() != KafkaStreams.State.RUNNING || backlog.total() > 0) {
            return false;
        }
        try {
            return watch.allRead(allTopics) && backlog.total() == 0;
        } catch (ExecutionException e) {
            throw new ServiceFailedException("cannot see how far the service has read", e.getCause());
        }
    }

    /** How many items the tasks of this process hold back until it is their turn. */
    public int waiting() {
        return backlog.total();
    }

    /** What the tasks of this process have counted since the state began, by outcome. */
    public Map<String, Long> counts() {
        return Tally.total(streams.streams(), countStores);
    }

    /** The Kafka Streams client and its life. */
    public StreamsService streams() {
        return streams;
    }

    @Override
    public void close() {
        watch.close();
        streams.close();
        admin.close();
    }
}
