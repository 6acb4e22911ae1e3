package newsloom.runtime.order;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import newsloom.runtime.order.Sequenced.Item;
import newsloom.runtime.order.Sequenced.Origin;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.state.Stores;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A model of what brokers and services do to the order: transactions whose records become visible in each partition at another moment, sources that read at their own pace, looks of
 * two processes that are old when they are used. Whatever the schedule, what comes out is in order.
 */
class StaggeredInputTest {

    private static final int SOURCES = 4;
    private static final int PROCESSES = 2;
    private static final int RECORDS = 400;

    private Random random = new Random(0);
    private final long[] written = new long[SOURCES];
    private final long[] visible = new long[SOURCES];
    private final long[] read = new long[SOURCES];
    private final List<List<Long>> times = Stream.generate(() -> (List<Long>) new ArrayList<Long>())
            .limit(SOURCES)
            .toList();
    private final List<Deque<Long>> markers = Stream.generate(() -> (Deque<Long>) new ArrayDeque<Long>())
            .limit(SOURCES)
            .toList();

    private final Cut[] begun = new Cut[PROCESSES];
    private final Cut[] seen = new Cut[PROCESSES];
    private final boolean[][] rests = new boolean[PROCESSES][SOURCES];
    private final long[] lookedAt = new long[PROCESSES];
    private final long[] beganAt = new long[PROCESSES];
    private final Backlog backlog = new Backlog();
    private final SourceMarks[] marks = new SourceMarks[SOURCES];
    private final List<Long> out = new ArrayList<>();
    private final List<Long> late = new ArrayList<>();
    private long now = 1;
    private long nextTime = 1000;

    private final ReorderBuffer buffer = new ReorderBuffer(
            Stores.inMemoryKeyValueStore("waiting").get(),
            new ReorderSettings(Duration.ZERO, Duration.ZERO, Duration.ofMillis(200), 100_000),
            new ReorderBuffer.Release() {
                @Override
                public void inOrder(Item item) {
                    out.add(item.time());
                }

                @Override
                public void late(Item item) {
                    late.add(item.time());
                }
            },
            () -> 0);

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20})
    void keepsTheOrderWhateverTheSchedule(long seed) {
        random = new Random(seed);
        Arrays.setAll(
                marks, source -> new SourceMarks(source, SOURCES, this::rest, backlog, 0, mark -> buffer.mark(mark)));

        while (out.size() + late.size() < RECORDS) {
            now++;
            step(random.nextInt(10));
            backlog.set("task", buffer.waiting());
        }

        assertThat(late).isEmpty();
        assertThat(out).isSorted();
    }

    private void step(int what) {
        int source = random.nextInt(SOURCES);
        int process = random.nextInt(PROCESSES);
        switch (what) {
            case 0 -> transaction();
            case 1, 2 -> marker(source);
            case 3, 4, 5 -> read(source);
            case 6 -> beginLook(process);
            case 7 -> endLook(process);
            default -> marks[source].tick(0);
        }
    }

    /** Written as a whole; a partition that still waits for the end of the one before takes nothing. */
    private void transaction() {
        if (markers.stream().anyMatch(pending -> !pending.isEmpty()) || random.nextInt(3) > 0) {
            return;
        }
        for (int n = random.nextInt(12); n > 0 && nextTime < 1000 + RECORDS; n--) {
            int source = random.nextInt(SOURCES);
            times.get(source).add(nextTime++);
            written[source]++;
        }
        for (int source = 0; source < SOURCES; source++) {
            markers.get(source).add(written[source]);
        }
    }

    private void marker(int source) {
        Long end = markers.get(source).poll();
        visible[source] = end == null ? visible[source] : end;
    }

    private void read(int source) {
        if (read[source] < visible[source]) {
            long offset = read[source]++;
            long time = times.get(source).get((int) offset);
            var origin = new Origin(source, offset, 0);
            buffer.add(new Item(source, SOURCES, time, "k", origin, new RecordHeaders(), new byte[0]));
            marks[source].sent(time, now);
        }
    }

    private void beginLook(int process) {
        begun[process] = Cut.of(visible);
        beganAt[process] = now;
    }

    private void endLook(int process) {
        if (begun[process] != null) {
            seen[process] = begun[process];
            lookedAt[process] = beganAt[process];
            begun[process] = null;
            for (int source = 0; source < SOURCES; source++) {
                rests[process][source] = read[source] == written[source];
            }
        }
    }

    private Optional<Cut> rest(int source, long lastRecord) {
        int process = source % PROCESSES;
        boolean rested = seen[process] != null && rests[process][source] && lookedAt[process] > lastRecord;
        return rested ? Optional.of(seen[process]) : Optional.empty();
    }
}
