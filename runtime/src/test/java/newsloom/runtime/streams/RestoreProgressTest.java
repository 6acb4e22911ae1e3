package newsloom.runtime.streams;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

class RestoreProgressTest {
    private static final TopicPartition ONE = new TopicPartition("one-changelog", 0);
    private static final TopicPartition OTHER = new TopicPartition("other-changelog", 3);

    private final AtomicLong nanos = new AtomicLong(5);
    private final List<String> told = new ArrayList<>();
    private final RestoreProgress progress = new RestoreProgress(told::add, nanos::get);

    @Test
    void shortRestoringIsSilent() {
        progress.onRestoreStart(ONE, "one", 0, 100);
        pass(3);
        progress.onBatchRestored(ONE, "one", 99, 100);
        pass(3);
        progress.onRestoreEnd(ONE, "one", 100);

        assertThat(told).isEmpty();
    }

    @Test
    void longRestoringTellsWhatIsLeft() {
        progress.onRestoreStart(ONE, "one", 0, 2_000);
        progress.onRestoreStart(OTHER, "other", 500, 1_000);
        pass(11);
        progress.onBatchRestored(ONE, "one", 999, 900);
        pass(5);
        progress.onBatchRestored(ONE, "one", 1_999, 900);
        progress.onRestoreEnd(ONE, "one", 1_800);
        pass(5);
        progress.onBatchRestored(OTHER, "other", 599, 100);

        assertThat(told)
                .containsExactly(
                        "restoring the state: up to 1,500 records of 2 stores are left",
                        "restoring the state: up to 400 records of 1 stores are left");
    }

    @Test
    void saysWhenItIsOver() {
        progress.onRestoreStart(ONE, "one", 0, 2_000);
        pass(12);
        progress.onBatchRestored(ONE, "one", 999, 1_000);
        pass(2);
        progress.onRestoreSuspended(ONE, "one", 1_000);

        assertThat(told).last().isEqualTo("the state is restored, after 14 s");
    }

    @Test
    void theNextRestoringBeginsAnew() {
        saysWhenItIsOver();
        told.clear();

        progress.onRestoreStart(OTHER, "other", 0, 10);
        pass(2);
        progress.onRestoreEnd(OTHER, "other", 10);

        assertThat(told).isEmpty();
    }

    private void pass(int seconds) {
        nanos.addAndGet(Duration.ofSeconds(seconds).toNanos());
    }
}
