package newsloom.runtime.streams;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import newsloom.contract.Topics;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.internal.AbstractRecords;
import org.apache.kafka.common.record.internal.CompressionType;
import org.apache.kafka.common.record.internal.RecordBatch;
import org.junit.jupiter.api.Test;

class LetterLimitsTest {

    private static ProducerRecord<byte[], byte[]> fit(byte[] key, byte[] value, Headers original) {
        var error = new IllegalStateException("x".repeat(3 << 20));
        var headers = DeadLetter.headers(original, error, "news.pages.v1", 3, 17);
        return LetterLimits.fit(List.of(new ProducerRecord<>(Topics.DEAD_LETTERS, null, 5L, key, value, headers)))
                .get(0);
    }

    private static String header(ProducerRecord<byte[], byte[]> letter, String name) {
        Header header = letter.headers().lastHeader(name);
        return header == null ? "" : new String(header.value(), StandardCharsets.UTF_8);
    }

    @Test
    void whatFitsIsLeftAlone() {
        var headers = new RecordHeaders().add("traceparent", new byte[] {1});
        var letter = fit(new byte[] {2}, new byte[] {3, 4}, headers);

        assertThat(letter.key()).containsExactly(2);
        assertThat(letter.value()).containsExactly(3, 4);
        assertThat(letter.timestamp()).isEqualTo(5);
        assertThat(letter.headers().lastHeader("traceparent")).isNotNull();
        assertThat(letter.headers().lastHeader(DeadLetter.CUT)).isNull();
        assertThat(header(letter, DeadLetter.OFFSET)).isEqualTo("17");
    }

    @Test
    void theLargestLetterFitsItsTopicAndSaysWhatWasCut() {
        var headers = new RecordHeaders()
                .add("a", new byte[LetterLimits.HEADER_BYTES / 2])
                .add("b", new byte[3 << 20])
                .add("n".repeat(1 << 20), new byte[0]);
        var letter = fit(new byte[1 << 20], new byte[100 << 20], headers);

        int size = AbstractRecords.estimateSizeInBytesUpperBound(
                RecordBatch.CURRENT_MAGIC_VALUE,
                CompressionType.NONE,
                letter.key(),
                letter.value(),
                letter.headers().toArray());
        assertThat(size).isLessThan(Topics.MAX_DEAD_LETTER_BYTES);
        assertThat(header(letter, DeadLetter.CUT)).contains("headers ", "key 1048576", "value 104857600");
        assertThat(letter.headers().lastHeader("a")).isNotNull();
        assertThat(letter.headers().lastHeader("b")).isNull();
        assertThat(header(letter, DeadLetter.TOPIC)).isEqualTo("news.pages.v1");
        assertThat(header(letter, DeadLetter.MESSAGE)).hasSize(4_000);
    }

    @Test
    void headersThatOnlyBearTheNamesOfReasonsAreBoundedToo() {
        var headers = new RecordHeaders();
        for (int n = 0; n < 20; n++) {
            headers.add(DeadLetter.TOPIC, new byte[1 << 20]).add(DeadLetter.EXCEPTION, new byte[1 << 20]);
        }
        var letter = fit(new byte[] {1}, new byte[] {2}, headers);

        assertThat(letter.headers().toArray()).hasSizeLessThan(10);
        assertThat(header(letter, DeadLetter.TOPIC)).isEqualTo("news.pages.v1");
        assertThat(header(letter, DeadLetter.CUT)).startsWith("headers 4");
    }

    @Test
    void noReasonIsLongerThanItsBound() {
        var letter = new ProducerRecord<byte[], byte[]>(Topics.DEAD_LETTERS, new byte[] {1}, new byte[] {2});
        letter.headers().add(DeadLetter.TOPIC, new byte[20 << 20]);

        assertThat(LetterLimits.fit(List.of(letter))
                        .get(0)
                        .headers()
                        .lastHeader(DeadLetter.TOPIC)
                        .value())
                .hasSize(4_000);
    }

    @Test
    void aLetterWithoutKeyAndValueIsOne() {
        var letter = LetterLimits.fit(List.of(new ProducerRecord<byte[], byte[]>(Topics.DEAD_LETTERS, null, null)))
                .get(0);

        assertThat(letter.key()).isNull();
        assertThat(letter.value()).isNull();
    }
}
