package newsloom.runtime.streams;

import java.time.Duration;
import java.util.Objects;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.TaskId;
import org.apache.kafka.streams.processor.api.ProcessingContext;
import org.jspecify.annotations.Nullable;

/**
 * How often a stream thread commits: after 50 ms of work, or after twice as much work as the last commit took, whichever is longer, but after a second of work at the latest. While brokers are quick a record waits for
 * no more than the first; with brokers that are slow, as under a backlog, a fixed short interval would leave nearly all of a thread's time to commits. The last bound keeps transactions short whatever commits take:
 * much work makes a long commit, which would ask for more work, until a transaction outlasts its time-out. A thread without records for a quarter of a second commits once a second, since what is no record moves its
 * positions, too: each tick gives Kafka Streams something to commit, and without that an idle service would keep its brokers busy.
 *
 * <p>Kafka Streams has one fixed interval, so that is long here, and tasks ask for commits themselves: each task ticks, and the first one to find that it is time asks for all tasks of its thread. How long the commit
 * took is seen when the task that asked ticks again, which it does not before the commit is over. A thread that ticks commits nothing meanwhile, so the time between two ticks is work; but when it is long it is Kafka's
 * own commit, and not counted: or, with commits of a second, the one would follow the other and nothing be done between them. One for each thread.
 */
public final class CommitPace {

    /** Name of the shortest interval among the settings of the service, in milliseconds; what users set as Kafka's own. */
    static final String SHORTEST_MS = "newsloom.shortest.commit.interval.ms";

    private static final Duration LONGEST = Duration.ofSeconds(1);

    /** A tick costs next to nothing, and half of it is what a commit comes late. */
    private static final Duration TICK = Duration.ofMillis(10);

    /** What counts of the time between two ticks. */
    private static final Duration MOST_BETWEEN_TICKS = Duration.ofMillis(100);

    /** A task that has left the thread meanwhile does not tick again. */
    private static final Duration NO_LONGER_HERE = Duration.ofSeconds(10);

    /** After so long without a record a thread has nothing to do. */
    private static final Duration IDLE = Duration.ofMillis(250);

    private static final ThreadLocal<CommitPace> OF_THREAD = ThreadLocal.withInitial(CommitPace::new);

    private @Nullable TaskId asked;
    private long askedNanos;
    private long lastTickNanos;
    private long lastRecordNanos;
    private long workedNanos;
    private long tookNanos;

    CommitPace() {}

    /** Lets a task keep the pace of the thread that works on it; for one processor of each part of a topology, and no more: a second one of the same task would be taken for the end of the commit. */
    public static void keep(ProcessingContext context) {
        var shortest = Duration.ofMillis(
                (Long) Objects.requireNonNull(context.appConfigs().get(SHORTEST_MS)));
        TaskId task = context.taskId();
        context.schedule(TICK, PunctuationType.WALL_CLOCK_TIME, now -> {
            if (OF_THREAD.get().isTime(task, shortest, System.nanoTime())) {
                context.commit();
            }
        });
    }

    /** To be called by whoever takes a record or sends one of its own accord, on the thread that does. */
    public static void worked() {
        OF_THREAD.get().worked(System.nanoTime());
    }

    void worked(long nowNanos) {
        lastRecordNanos = nowNanos;
    }

    /** Whether this task is to ask for a commit now. */
    boolean isTime(TaskId task, Duration shortest, long nowNanos) {
        workedNanos += Math.min(nowNanos - lastTickNanos, MOST_BETWEEN_TICKS.toNanos());
        lastTickNanos = nowNanos;
        if (asked != null) {
            if (!asked.equals(task) && nowNanos - askedNanos < NO_LONGER_HERE.toNanos()) {
                return false;
            }
            tookNanos = Math.max(0, nowNanos - askedNanos - TICK.toNanos());
            workedNanos = 0;
            asked = null;
            return false;
        }
        boolean idle = nowNanos - lastRecordNanos > IDLE.toNanos();
        long enough =
                Math.max(shortest.toNanos(), idle ? LONGEST.toNanos() : Math.min(2 * tookNanos, LONGEST.toNanos()));
        if (workedNanos < enough) {
            return false;
        }
        asked = task;
        askedNanos = nowNanos;
        return true;
    }
}
