package newsloom.runtime.streams;

import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import newsloom.runtime.order.Cut;
import newsloom.runtime.order.InputPartitions;
import newsloom.runtime.order.RestSignal;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Watches whether a consumer group has read and committed everything that is in its topics, and so whether its input rests. One look costs three requests, as long as the group has committed everywhere. Thread-safe.
 *
 * <p>Since offsets and results are committed together, a partition that is read to its end has all its results in the topics after it. A look notes first what can be seen of
 * each partition, and then counts as unread what cannot be seen yet, too: records of one transaction become visible in their partitions at different moments, but none before all
 * have been written. So a partition in which a look finds nothing unread has nothing left that belongs with, or before, anything that could be seen when the look began.
 */
public final class InputWatch implements RestSignal, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(InputWatch.class);

    /** What one look saw. Time and cut are from before it, so that only what came earlier can be in it. */
    private record Look(long startedNanos, boolean inputEnded, Cut cut, Set<Integer> unread) {}

    private final Admin admin;
    private final String group;
    private final InputPartitions input;
    private final Set<TopicPartition> inputPartitions;
    private final Duration quiet;
    private final Duration every;
    private final BooleanSupplier inputEnded;
    private final CountDownLatch closed = new CountDownLatch(1);
    private volatile @Nullable Look last;

    /**
     * @param admin used, not closed
     * @param quiet how long a partition must have been silent
     * @param every how long after one look the next one begins
     * @param inputEnded whether whoever writes the input topics has finished; always true where that cannot be known
     */
    public InputWatch(
            Admin admin,
            String group,
            InputPartitions input,
            Duration quiet,
            Duration every,
            BooleanSupplier inputEnded) {
        this.admin = admin;
        this.group = group;
        this.input = input;
        this.inputPartitions = input.topics().stream()
                .flatMap(topic -> IntStream.range(0, input.partitions())
                        .mapToObj(partition -> new TopicPartition(topic, partition)))
                .collect(Collectors.toUnmodifiableSet());
        this.quiet = quiet;
        this.every = every;
        this.inputEnded = inputEnded;
    }

    /** Begins to look. */
    public void start() {
        var thread = new Thread(this::lookUntilClosed, "input-watch-" + group);
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public Optional<Cut> rest(int number, long lastRecordNanos) {
        Look look = last;
        return look != null
                        && look.inputEnded
                        && look.startedNanos - lastRecordNanos > quiet.toNanos()
                        && !look.unread.contains(number)
                ? Optional.of(look.cut)
                : Optional.empty();
    }

    /**
     * Whether the group has read and committed everything in all of these topics at this moment.
     *
     * @throws ExecutionException if the cluster cannot be asked
     */
    public boolean allRead(Collection<String> topics) throws ExecutionException, InterruptedException {
        return unread(partitions(topics)).isEmpty();
    }

    private void lookUntilClosed() {
        try {
            do {
                look();
            } while (!closed.await(every.toMillis(), TimeUnit.MILLISECONDS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void look() throws InterruptedException {
        try {
            long started = System.nanoTime();
            boolean ended = inputEnded.getAsBoolean();
            Cut visible = visible();
            last = new Look(
                    started,
                    ended,
                    visible,
                    unread(inputPartitions).stream().map(this::number).collect(Collectors.toSet()));
        } catch (ExecutionException e) {
            if (closed.getCount() == 0) {
                return; // the last look was cut off
            }
            LOG.warn("cannot see how far group {} has read; will look again", group, e);
        }
    }

    /** What readers of committed records can see now. */
    private Cut visible() throws ExecutionException, InterruptedException {
        var ends = new long[input.count()];
        offsets(inputPartitions, OffsetSpec.latest(), IsolationLevel.READ_COMMITTED)
                .forEach((partition, end) -> ends[number(partition)] = end);
        return Cut.of(ends);
    }

    private int number(TopicPartition partition) {
        return input.number(partition.topic(), partition.partition());
    }

    private Set<TopicPartition> unread(Set<TopicPartition> partitions) throws ExecutionException, InterruptedException {
        Map<TopicPartition, OffsetAndMetadata> committed = new HashMap<>(admin.listConsumerGroupOffsets(group)
                .partitionsToOffsetAndMetadata()
                .get());
        committed.values().removeIf(Objects::isNull);
        var notCommitted = new HashSet<>(partitions);
        notCommitted.removeAll(committed.keySet());
        Map<TopicPartition, Long> begin = offsets(notCommitted, OffsetSpec.earliest(), IsolationLevel.READ_UNCOMMITTED);
        Map<TopicPartition, Long> latest = offsets(partitions, OffsetSpec.latest(), IsolationLevel.READ_UNCOMMITTED);
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

    private Map<TopicPartition, Long> offsets(Set<TopicPartition> partitions, OffsetSpec spec, IsolationLevel isolation)
            throws ExecutionException, InterruptedException {
        if (partitions.isEmpty()) {
            return Map.of();
        }
        var wanted = new HashMap<TopicPartition, OffsetSpec>();
        partitions.forEach(partition -> wanted.put(partition, spec));
        var offsets = new HashMap<TopicPartition, Long>();
        admin.listOffsets(wanted, new ListOffsetsOptions(isolation))
                .all()
                .get()
                .forEach((partition, found) -> offsets.put(partition, found.offset()));
        return offsets;
    }

    @Override
    public void close() {
        closed.countDown();
    }
}
