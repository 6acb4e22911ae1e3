package newsloom.runtime.order;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.OptionalLong;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;

/**
 * The time at which the item stood in the order from which a record was made, as a header of the record: so the next service can take the records up in the order in which they
 * were decided. Topics have append times, and a record may tell of an older article.
 */
public final class OrderTime {

    /** Eight bytes, milliseconds since the epoch. */
    public static final String HEADER = "newsloom.order-time";

    /** So far may the clocks of those who fetch, of services and of brokers be apart. */
    private static final Duration CLOCKS_APART = Duration.ofHours(1);

    private OrderTime() {}

    /**
     * A time that somebody tells, as far as it can be: what lies over an hour behind the arrival of its record is the arrival, what lies before 1970 is 1970. One record of the year 9999 would make all that is kept old.
     *
     * @param arrivalMs when a broker stamped the record
     */
    public static long believed(long toldMs, long arrivalMs) {
        return Math.max(0, toldMs > arrivalMs + CLOCKS_APART.toMillis() ? arrivalMs : toldMs);
    }

    /** The headers and the time, which replaces an earlier one. */
    public static Headers with(Headers headers, long timeMs) {
        return new RecordHeaders(headers)
                .remove(HEADER)
                .add(HEADER, ByteBuffer.allocate(Long.BYTES).putLong(timeMs).array());
    }

    /** The time; empty where it is not there or not readable. */
    public static OptionalLong of(Headers headers) {
        Header header = headers.lastHeader(HEADER);
        byte[] value = header == null ? null : header.value();
        return value == null || value.length != Long.BYTES
                ? OptionalLong.empty()
                : OptionalLong.of(ByteBuffer.wrap(value).getLong());
    }
}
