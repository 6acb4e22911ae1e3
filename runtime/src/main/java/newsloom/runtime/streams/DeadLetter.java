package newsloom.runtime.streams;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import org.apache.kafka.common.header.Headers;
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
        headers.add(name, value.getBytes(StandardCharsets.UTF_8));
    }
}
