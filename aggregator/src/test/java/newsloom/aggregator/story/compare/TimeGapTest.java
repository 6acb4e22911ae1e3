package newsloom.aggregator.story.compare;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class TimeGapTest {
    @Test
    void equalTimesAreNearAndNoMore() {
        assertThat(minutes("2026-11-18T10:17:23Z", "2026-11-18T10:17:23Z")).isEqualTo(5);
        assertThat(minutes("2026-11-18T10:17:23Z", "2026-11-18T10:52:23Z")).isEqualTo(35);
    }

    @Test
    void aStrokeOfTheHourIsThatHour() {
        assertThat(minutes("2026-11-18T10:00:00Z", "2026-11-18T10:00:00Z")).isEqualTo(30);
        assertThat(minutes("2026-11-18T10:00:00Z", "2026-11-18T12:00:00Z")).isEqualTo(120);
    }

    @Test
    void aDayHasNoHour() {
        assertThat(minutes("2026-11-18T00:00:00Z", "2026-11-18T00:00:00Z")).isEqualTo(8 * 60);
        assertThat(minutes("2026-11-18T00:00:00Z", "2026-11-18T09:00:00Z")).isEqualTo(8 * 60);
        assertThat(minutes("2026-11-19T13:00:00Z", "2026-11-18T00:00:00Z")).isEqualTo(25 * 60);
        assertThat(minutes("2026-11-18T00:00:00Z", "2026-11-20T00:00:00Z")).isEqualTo(48 * 60);
    }

    private static long minutes(String a, String b) {
        return Duration.ofMillis(TimeGap.of(
                        Instant.parse(a).toEpochMilli(), Instant.parse(b).toEpochMilli()))
                .toMinutes();
    }
}
