package newsloom.runtime.streams;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeader;
import org.apache.kafka.common.header.internals.RecordHeaders;

/** The headers that say why a record is among the dead letters, named as Kafka Streams names its own (KIP-1034). */
public final class DeadLetter {

    /** Class of the exception. */
    public static final String EXCEPTION = "__streams.errors.exception";

    /** Message of the exception. */
    public static final String MESSAGE = "__streams.errors.message";

    /** Its stack trace. */
    public static final String STACK_TRACE = "__streams.errors.stacktrace";

    /** Topic the record was read from. */
    public static final String TOPIC = "__streams.errors.topic";

    /** Partition the record was read from. */
    public static final String PARTITION = "__streams.errors.partition";

    /** Offset the record was read at. */
    public static final String OFFSET = "__streams.errors.offset";

    /** Where the record lay among the dead letters, in the headers of one that was sent back; what is made of it does not have it. */
    public static final String REPLAYED = "newsloom.replayed";

    /** Of an item that failed between two steps: number of the input partition and offset of the record that it was made from. */
    public static final String ORIGIN = "newsloom.origin";

    /** In the headers of a letter of which only the beginning is kept: how many bytes there were of each part that was cut. It cannot be replayed. */
    public static final String CUT = "newsloom.cut";

    private static final int MAX_REASON_BYTES = 4_000;
    private static final int MAX_STACK_TRACE_BYTES = 32 << 10;

    private DeadLetter() {}

    /** The record's own headers and the reason behind them. */
    public static Headers headers(Headers original, Throwable error, String topic, int partition, long offset) {
        var headers = new RecordHeaders(original.toArray());
        var trace = new StringWriter();
        error.printStackTrace(new PrintWriter(trace));
        add(headers, EXCEPTION, error.getClass().getName());
        add(headers, MESSAGE, String.valueOf(error.getMessage()));
        add(headers, STACK_TRACE, trace.toString());
        add(headers, TOPIC, topic);
        add(headers, PARTITION, Integer.toString(partition));
        add(headers, OFFSET, Long.toString(offset));
        return headers;
    }

    private static void add(Headers headers, String name, String value) {
        headers.add(bounded(new RecordHeader(name, value.getBytes(StandardCharsets.UTF_8))));
    }

    /** A header that says why, with the beginning of its value: exceptions quote what they trip over. */
    static Header bounded(Header header) {
        int max = header.key().equals(STACK_TRACE) ? MAX_STACK_TRACE_BYTES : MAX_REASON_BYTES;
        return header.value() == null || header.value().length <= max
                ? header
                : new RecordHeader(header.key(), Arrays.copyOf(header.value(), max));
    }
}
