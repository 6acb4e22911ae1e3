package newsloom.app.deadletters;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import newsloom.runtime.streams.DeadLetter;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** One dead letter: the record as it was, and in its headers why it is here and where it came from. */
record Letter(ConsumerRecord<byte[], byte[]> record) {

    /** Where it lies among the dead letters. */
    Position position() {
        return new Position(record.partition(), record.offset());
    }

    Instant time() {
        return Instant.ofEpochMilli(record.timestamp());
    }

    /** Topic it was read from; empty where the headers do not say. */
    String topic() {
        return header(DeadLetter.TOPIC);
    }

    /**
     * Partition it was read from.
     *
     * @throws IllegalStateException where the headers do not say
     */
    int partition() {
        try {
            return Integer.parseInt(header(DeadLetter.PARTITION));
        } catch (NumberFormatException e) {
            throw new IllegalStateException("Dead letter " + position() + " does not say where it came from", e);
        }
    }

    /** Where it was read, for a person: {@code topic-partition@offset}; of an item that failed between two steps also where that came from. */
    String source() {
        String origin = header(DeadLetter.ORIGIN);
        String at = topic() + "-" + header(DeadLetter.PARTITION);
        return origin.isEmpty() ? at + "@" + header(DeadLetter.OFFSET) : at + " from input " + origin;
    }

    /** Which parts of it were too large to be kept whole, and how large they were; empty for a whole letter. */
    String cut() {
        return header(DeadLetter.CUT);
    }

    /** Class of what was thrown. */
    String exception() {
        return header(DeadLetter.EXCEPTION);
    }

    String message() {
        return header(DeadLetter.MESSAGE);
    }

    String key() {
        return record.key() == null ? "" : new String(record.key(), StandardCharsets.UTF_8);
    }

    /** Bytes of key, value and headers, about. */
    int size() {
        int headers = 0;
        for (var header : record.headers()) {
            headers += header.key().length() + (header.value() == null ? 0 : header.value().length);
        }
        return Math.max(0, record.serializedKeySize()) + Math.max(0, record.serializedValueSize()) + headers;
    }

    private String header(String name) {
        var header = record.headers().lastHeader(name);
        return header == null || header.value() == null ? "" : new String(header.value(), StandardCharsets.UTF_8);
    }
}
