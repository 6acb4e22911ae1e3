package newsloom.app.run;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import newsloom.aggregator.AggregatorService;
import newsloom.aggregator.AggregatorSettings;
import newsloom.cleaner.CleanerService;
import newsloom.cleaner.CleanerSettings;
import newsloom.runtime.order.ReorderSettings;
import newsloom.runtime.streams.OrderedService;
import newsloom.runtime.streams.ServiceFailedException;
import newsloom.runtime.streams.StreamsSettings;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.errors.InvalidStateStoreException;

/** Cleaner and aggregator in this process, one after the other in the data flow. Thread-safe. */
public final class Pipeline implements AutoCloseable {
    /** The same name at every start: the group gives a restarted process its old place at once. */
    private static final String INSTANCE = "local";

    /** Nobody else waits for these transactions, which may be long on a machine that does everything at once, and larger ones cost less. */
    private static final Map<String, String> PATIENT = Map.of(
            "producer." + ProducerConfig.TRANSACTION_TIMEOUT_CONFIG,
            "60000",
            StreamsConfig.COMMIT_INTERVAL_MS_CONFIG,
            "100");

    /** What waits for seconds does not belong in the shared pool. */
    static final Executor OWN_THREAD = task -> new Thread(task, "newsloom-run").start();

    private final OrderedService cleaner;
    private final OrderedService aggregator;
    private volatile boolean inputEnded;

    /** Prepares both; nothing runs before {@link #start}. {@code reorder} is the aggregator's. */
    public Pipeline(
            LocalCluster cluster, CleanerSettings cleaning, ReorderSettings reorder, Map<String, String> overrides)
            throws InterruptedException {
        this.cleaner = CleanerService.create(
                settings(CleanerService.APPLICATION_ID, cluster, overrides), cleaning, () -> inputEnded);
        this.aggregator = AggregatorService.create(
                settings(AggregatorService.APPLICATION_ID, cluster, overrides),
                AggregatorSettings.defaults().withReorder(reorder),
                this::cleanerIsIdle);
    }

    private static StreamsSettings settings(String id, LocalCluster cluster, Map<String, String> overrides) {
        var all = new HashMap<>(PATIENT);
        all.putAll(overrides);
        return StreamsSettings.of(id, cluster.bootstrapServers(), cluster.registryUrl(), cluster.stateFolder())
                .withInstanceId(INSTANCE)
                .withOverrides(all);
    }

    /** Starts both side by side; the result completes when both run. */
    public CompletableFuture<Void> start() {
        return CompletableFuture.allOf(starting(cleaner), starting(aggregator));
    }

    private static CompletableFuture<Void> starting(OrderedService service) {
        return CompletableFuture.runAsync(
                () -> {
                    try {
                        service.start();
                    } catch (InterruptedException e) {
                        throw new CompletionException(e);
                    }
                },
                OWN_THREAD);
    }

    /** Nothing more will be sent to the topic of pages. */
    public void inputEnded() {
        inputEnded = true;
    }

    /**
     * Whether everything that was sent has passed through both.
     *
     * @throws newsloom.runtime.streams.ServiceFailedException when one of them has stopped
     */
    public boolean idle() throws InterruptedException {
        return aggregator.idle();
    }

    /** @throws newsloom.runtime.streams.ServiceFailedException when one of them has stopped */
    void check() {
        check(cleaner);
        check(aggregator);
    }

    private static void check(OrderedService service) {
        var failure = service.streams().failure();
        if (failure != null) {
            throw new ServiceFailedException("the service stopped", failure);
        }
    }

    private boolean cleanerIsIdle() {
        try {
            return cleaner.idle();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** What the cleaner has done with the pages since the data began; empty while its tasks are moving. */
    Optional<Map<String, Long>> pageCounts() {
        try {
            return Optional.of(cleaner.counts());
        } catch (InvalidStateStoreException e) {
            return Optional.empty();
        }
    }

    @Override
    public void close() {
        aggregator.close(); // it asks the cleaner
        cleaner.close();
    }
}
