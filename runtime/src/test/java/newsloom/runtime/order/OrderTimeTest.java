package newsloom.runtime.order;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.OptionalLong;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OrderTimeTest {

    @Test
    void travelsWithTheOtherHeaders() {
        var headers = new RecordHeaders();
        headers.add("traceparent", "00-1".getBytes(StandardCharsets.UTF_8));

        var first = OrderTime.with(headers, -5);
        var second = OrderTime.with(first, 1_788_000_000_123L);

        assertThat(OrderTime.of(first)).hasValue(-5);
        assertThat(OrderTime.of(second)).hasValue(1_788_000_000_123L);
        assertThat(second.toArray()).hasSize(2);
        assertThat(OrderTime.of(headers)).isEqualTo(OptionalLong.empty());
    }

    @Test
    void believesNoForeignBytes() {
        var headers = new RecordHeaders();
        headers.add(OrderTime.HEADER, "yesterday".getBytes(StandardCharsets.UTF_8));

        assertThat(OrderTime.of(headers)).isEmpty();
    }

    @ParameterizedTest(name = "{0} in a record of {1}")
    @CsvSource({
        "7, 9000000, 7",
        "9000000, 9000000, 9000000",
        "12600000, 9000000, 12600000",
        "12600001, 9000000, 9000000",
        "-1, 9000000, 0"
    })
    void believesWhatCanBe(long told, long arrival, long believed) {
        assertThat(OrderTime.believed(told, arrival)).isEqualTo(believed);
    }

    @Test
    void believesTheEarliestAndLatestOfAllTimes() {
        assertThat(OrderTime.believed(Long.MAX_VALUE, 5)).isEqualTo(5);
        assertThat(OrderTime.believed(Long.MIN_VALUE, 5)).isZero();
    }
}
