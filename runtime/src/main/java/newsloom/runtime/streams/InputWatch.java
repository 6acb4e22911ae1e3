package newsloom.runtime.streams;

import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import newsloom.runtime.order.RestSignal;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Watches whether a consumer group has read and committed everything that is in its topics, and so whether its input rests. One look costs three requests and is taken
 * every {@link #EVERY}. Thread-safe.
 *
 * <p>Since offsets and results are committed together, a partition that is read to its end has all its results in the topics after it.
 */
public final class InputWatch implements RestSignal, AutoCloseable {

    private static final Duration EVERY = Duration.ofMillis(200);
    private static final Logger LOG = LoggerFactory.getLogger(InputWatch.class);

    /** What one look saw. The time is from before it, so that only what came earlier can be in it. */
    private record Look(long startedNanos, boolean inputEnded, Set<TopicPartition> unread) {}

    private final Admin admin;
    private final String group;
    private final List<String> inputTopics;
    private final Duration quiet;
    private final BooleanSupplier inputEnded;
    private final CountDownLatch closed = new CountDownLatch(1);
    private volatile @Nullable Look last;

    /**
     * @param admin used, not closed
     * @param quiet how long a partition must have been silent
     * @param inputEnded whether whoever writes the input topics has finished; always true where that cannot be known
     */
    public InputWatch(Admin admin, String group, List<String> inputTopics, Duration quiet, BooleanSupplier inputEnded) {
        this.admin = admin;
        this.group = group;
        this.inputTopics = List.copyOf(inputTopics);
        this.quiet = quiet;
        this.inputEnded = inputEnded;
    }

    /** Begins to look. */
    public void start() {
        var thread = new Thread(this::lookUntilClosed, "input-watch-" + group);
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public boolean rests(int partition, long lastRecordNanos) {
        Look look = last;
        return look != null
                && look.inputEnded
                && look.startedNanos - lastRecordNanos > quiet.toNanos()
                && inputTopics.stream().noneMatch(topic -> look.unread.contains(new TopicPartition(topic, partition)));
    }

    /**
     * Whether the group has read and committed everything in all of these topics at this moment.
     *
     * @throws ExecutionException if the cluster cannot be asked
     */
    public boolean allRead(Collection<String> topics) throws ExecutionException, InterruptedException {
        return unread(topics).isEmpty();
    }

    private void lookUntilClosed() {
        try {
            do {
                look();
            } while (!closed.await(EVERY.toMillis(), TimeUnit.MILLISECONDS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void look() throws InterruptedException {
        try {
            long started = System.nanoTime();
            boolean ended = inputEnded.getAsBoolean();
            last = new Look(started, ended, unread(inputTopics));
        } catch (ExecutionException e) {
            if (closed.getCount() == 0) {
                return; // the last look was cut off
            }
            LOG.warn("cannot see how far group {} has read; will look again", group, e);
        }
    }

    private Set<TopicPartition> unread(Collection<String> topics) throws ExecutionException, InterruptedException {
        Map<TopicPartition, OffsetAndMetadata> committed = admin.listConsumerGroupOffsets(group)
                .partitionsToOffsetAndMetadata()
                .get();
        Set<TopicPartition> partitions = partitions(topics);
        Map<TopicPartition, Long> begin = offsets(partitions, OffsetSpec.earliest());
        Map<TopicPartition, Long> latest = offsets(partitions, OffsetSpec.latest());
        var unread = new HashSet<TopicPartition>();
        latest.forEach((partition, end) -> {
            OffsetAndMetadata offset = committed.get(partition);
            long read = offset == null ? begin.getOrDefault(partition, 0L) : offset.offset();
            if (read < end) {
                unread.add(partition);
            }
        });
        return unread;
    }

    private Set<TopicPartition> partitions(Collection<String> topics) throws ExecutionException, InterruptedException {
        return admin.describeTopics(topics).allTopicNames().get().values().stream()
                .flatMap(topic -> topic.partitions().stream()
                        .map(partition -> new TopicPartition(topic.name(), partition.partition())))
                .collect(Collectors.toSet());
    }

    private Map<TopicPartition, Long> offsets(Set<TopicPartition> partitions, OffsetSpec spec)
            throws ExecutionException, InterruptedException {
        var wanted = new HashMap<TopicPartition, OffsetSpec>();
        partitions.forEach(partition -> wanted.put(partition, spec));
        var offsets = new HashMap<TopicPartition, Long>();
        admin.listOffsets(wanted).all().get().forEach((partition, found) -> offsets.put(partition, found.offset()));
        return offsets;
    }

    @Override
    public void close() {
        closed.countDown();
    }
}
