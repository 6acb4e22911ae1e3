package newsloom.runtime.streams;

import java.time.Duration;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.function.Consumer;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.KafkaStreams.State;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler.StreamThreadExceptionResponse;
import org.jspecify.annotations.Nullable;

/** Life of one Kafka Streams client: start until it runs, fail with the cause, stop within a deadline. Thread-safe. */
public final class StreamsService implements AutoCloseable {

    private static final Duration CLOSE_DEADLINE = Duration.ofSeconds(30);

    private final KafkaStreams streams;
    private final CompletableFuture<Void> running = new CompletableFuture<>();
    private final CompletableFuture<Void> ended = new CompletableFuture<>();
    private volatile @Nullable Throwable failure;

    public StreamsService(Topology topology, Properties properties) {
        this.streams = new KafkaStreams(topology, properties);
        streams.setUncaughtExceptionHandler(error -> {
            failure = error;
            return StreamThreadExceptionResponse.SHUTDOWN_CLIENT;
        });
        streams.setStateListener((now, before) -> changed(now));
    }

    /** Before the start: who is told every ten seconds how far the restoring of stores has come, when it takes long. */
    public void onRestoring(Consumer<String> tell) {
        streams.setGlobalStateRestoreListener(new RestoreProgress(tell, System::nanoTime));
    }

    /**
     * Starts and waits until every task runs, state restored, however long that takes: a start that is given up begins to restore from nothing again.
     *
     * @throws ServiceFailedException if it fails on the way
     */
    public void start() throws InterruptedException {
        streams.start();
        try {
            running.get();
        } catch (ExecutionException e) {
            throw new ServiceFailedException("the service stopped while it started", e.getCause());
        }
    }

    /**
     * Waits until the service has ended.
     *
     * @throws ServiceFailedException if a failure ended it
     */
    public void awaitEnd() throws InterruptedException {
        try {
            ended.get();
        } catch (ExecutionException e) {
            throw new ServiceFailedException("the service stopped", e.getCause());
        }
    }

    /** What it does now. */
    public State state() {
        return streams.state();
    }

    /** Why it stopped; null as long as it did not fail. */
    public @Nullable Throwable failure() {
        return failure;
    }

    /** The client, for metrics and queries. */
    public KafkaStreams streams() {
        return streams;
    }

    @Override
    public void close() {
        streams.close(CLOSE_DEADLINE);
    }

    /** How many partitions a topic has; the topics of one service must agree. */
    public static int partitionsOf(Admin admin, List<String> topics) throws InterruptedException {
        try {
            var counts = admin.describeTopics(topics).allTopicNames().get().values().stream()
                    .map(topic -> topic.partitions().size())
                    .distinct()
                    .toList();
            if (counts.size() != 1) {
                throw new ServiceFailedException("the topics " + topics + " differ in partitions: " + counts, null);
            }
            return counts.get(0);
        } catch (ExecutionException e) {
            throw new ServiceFailedException(
                    "cannot see the topics " + topics + " (make them with `newsloom topics create`)", e.getCause());
        }
    }

    private void changed(State now) {
        switch (now) {
            case RUNNING -> running.complete(null);
            case ERROR, NOT_RUNNING -> end();
            default -> {}
        }
    }

    private void end() {
        Throwable cause = failure;
        if (cause == null) {
            running.completeExceptionally(new IllegalStateException("closed before it ran"));
            ended.complete(null);
        } else {
            running.completeExceptionally(cause);
            ended.completeExceptionally(cause);
        }
    }
}
