package newsloom.runtime.streams;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import newsloom.contract.Topics;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeader;
import org.jspecify.annotations.Nullable;

/**
 * Makes a dead letter fit its topic. Brokers measure what is compressed, so what somebody sends can be far larger than any topic's limit once it is unpacked, and a letter that its topic refuses would stop the service.
 * What is cut says so in the header {@link DeadLetter#CUT}; such a letter can be looked at and not be replayed. Stateless.
 */
final class LetterLimits {

    static final int KEY_BYTES = 64 << 10;
    static final int HEADER_BYTES = 256 << 10;

    /** Room for the headers that say why, and for what Kafka puts around a record. */
    private static final int MARGIN_BYTES = 128 << 10;

    private static final Set<String> REASONS = Set.of(
            DeadLetter.EXCEPTION,
            DeadLetter.MESSAGE,
            DeadLetter.STACK_TRACE,
            DeadLetter.TOPIC,
            DeadLetter.PARTITION,
            DeadLetter.OFFSET);

    private LetterLimits() {}

    static List<ProducerRecord<byte[], byte[]>> fit(List<ProducerRecord<byte[], byte[]>> letters) {
        return letters.stream().map(LetterLimits::fit).toList();
    }

    private static ProducerRecord<byte[], byte[]> fit(ProducerRecord<byte[], byte[]> letter) {
        var cut = new ArrayList<String>();
        List<Header> headers = headers(letter, cut);
        byte[] key = beginning("key", letter.key(), KEY_BYTES, cut);
        int room = Topics.MAX_DEAD_LETTER_BYTES - MARGIN_BYTES - HEADER_BYTES - KEY_BYTES;
        byte[] value = beginning("value", letter.value(), room, cut);
        if (!cut.isEmpty()) {
            headers.add(new RecordHeader(DeadLetter.CUT, String.join(", ", cut).getBytes(StandardCharsets.UTF_8)));
        }
        return new ProducerRecord<>(letter.topic(), letter.partition(), letter.timestamp(), key, value, headers);
    }

    /** Those that say why, in the bounds of {@link DeadLetter}, and as many of the others as there is room for, in their order; among the others are those that only bear the same names. */
    private static List<Header> headers(ProducerRecord<byte[], byte[]> letter, List<String> cut) {
        var kept = new ArrayList<Header>();
        long bytes = 0;
        for (Header header : letter.headers()) {
            if (REASONS.contains(header.key()) && header.equals(letter.headers().lastHeader(header.key()))) {
                kept.add(DeadLetter.bounded(header));
                continue;
            }
            long size = 3L * header.key().length() + (header.value() == null ? 0 : header.value().length);
            bytes += size;
            if (bytes <= HEADER_BYTES) {
                kept.add(header);
            }
        }
        if (bytes > HEADER_BYTES) {
            cut.add("headers " + bytes);
        }
        return kept;
    }

    private static byte @Nullable [] beginning(String part, byte @Nullable [] bytes, int max, List<String> cut) {
        if (bytes == null || bytes.length <= max) {
            return bytes;
        }
        cut.add(part + " " + bytes.length);
        return Arrays.copyOf(bytes, max);
    }
}
