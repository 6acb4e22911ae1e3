package newsloom.runtime.streams;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.streams.processor.TaskId;
import org.junit.jupiter.api.Test;

class CommitPaceTest {

    private static final Duration SHORTEST = Duration.ofMillis(50);
    private static final TaskId ONE = new TaskId(0, 0);
    private static final TaskId OTHER = new TaskId(1, 0);

    private final CommitPace pace = new CommitPace();
    private long nowMs = 1_000_000;
    private boolean busy = true;

    private boolean tick(TaskId task) {
        long nowNanos = Duration.ofMillis(nowMs).toNanos();
        if (busy) {
            pace.worked(nowNanos);
        }
        return pace.isTime(task, SHORTEST, nowNanos);
    }

    /** A thread with two tasks that tick every ten milliseconds, and commits of that length; returns when commits began. */
    private List<Long> commits(int count, int commitMs) {
        var began = new ArrayList<Long>();
        while (began.size() < count) {
            nowMs += 10;
            boolean commit = tick(ONE);
            commit |= tick(OTHER);
            if (commit) {
                began.add(nowMs);
                nowMs += commitMs;
            }
        }
        return began;
    }

    private static List<Long> intervals(List<Long> times) {
        var intervals = new ArrayList<Long>();
        for (int n = 1; n < times.size(); n++) {
            intervals.add(times.get(n) - times.get(n - 1));
        }
        return intervals;
    }

    @Test
    void quickCommitsComeAfterTheShortestTimeOfWork() {
        assertThat(intervals(commits(10, 5))).allMatch(ms -> ms <= 5 + 50 + 20);
    }

    @Test
    void slowCommitsComeAfterTwiceAsMuchWorkAsTheyTake() {
        assertThat(intervals(commits(10, 400)).subList(1, 9)).allMatch(ms -> ms >= 1_200 && ms <= 1_230);
    }

    @Test
    void noCommitHoweverSlowAsksForMoreThanASecondOfWork() {
        assertThat(intervals(commits(10, 4_000))).allMatch(ms -> ms <= 4_000 + 1_000 + 20);
    }

    @Test
    void aCommitThatNobodyAskedForIsNoWork() {
        commits(3, 1_100);
        nowMs += 1_100;
        tick(ONE);
        tick(OTHER);
        nowMs += 1_100; // Kafka's own commit
        long over = nowMs;

        assertThat(commits(1, 1_100)).allMatch(began -> began - over >= 900);
    }

    @Test
    void aPaceThatWasSlowIsQuickAgain() {
        commits(5, 400);
        assertThat(intervals(commits(5, 5)).subList(2, 4)).allMatch(ms -> ms <= 75);
    }

    @Test
    void aTaskThatAskedAndLeftHoldsNobodyUp() {
        nowMs += 50;
        assertThat(tick(ONE)).isTrue();
        nowMs += 9_000;
        assertThat(tick(OTHER)).isFalse();
        nowMs += 1_000;
        assertThat(tick(OTHER)).isFalse();
        assertThat(commits(2, 5)).hasSize(2);
    }

    @Test
    void aThreadWithNothingToDoCommitsOnceASecondAndIsQuickAgainWhenARecordComes() {
        commits(3, 5);
        busy = false;
        commits(5, 5); // of the moment before it counts as idle
        assertThat(intervals(commits(5, 5))).allMatch(ms -> ms >= 1_000 && ms <= 1_030);

        busy = true;
        long came = nowMs;
        assertThat(commits(1, 5).get(0) - came).isLessThanOrEqualTo(75);
        assertThat(intervals(commits(10, 5))).allMatch(ms -> ms <= 5 + 50 + 20);
    }
}
