package newsloom.ingest.push;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class KafkaProgressTest {
    private final AtomicLong now = new AtomicLong(1_000);
    private final KafkaProgress progress = new KafkaProgress(Duration.ofMillis(100), now::get);

    @Test
    void goesOnWhileNothingWaits() {
        assertThat(progress.goesOn()).isTrue();
        progress.sent();
        progress.ended(true);
        now.addAndGet(10_000);
        assertThat(progress.goesOn()).isTrue();
    }

    @Test
    void endsWhenNothingIsAcknowledgedWithinThePatience() {
        progress.sent();
        progress.sent();
        now.addAndGet(99);
        assertThat(progress.goesOn()).isTrue();
        progress.ended(true);
        now.addAndGet(99);
        assertThat(progress.goesOn()).isTrue();
        now.addAndGet(1);
        assertThat(progress.goesOn()).isFalse();
        progress.sent();
        assertThat(progress.goesOn()).isFalse();
    }

    @Test
    void isNotMadeByRecordsThatFail() {
        progress.sent();
        progress.sent();
        now.addAndGet(100);
        progress.ended(false);
        assertThat(progress.goesOn()).isFalse();
    }
}
