package newsloom.app.records;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import newsloom.contract.Topics;
import newsloom.contract.serde.InMemoryRegistry;
import newsloom.contract.v1.Page;
import newsloom.testing.Pages;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.junit.jupiter.api.Test;

class RecordJsonTest {
    private static final Instant NOON = Instant.parse("2026-09-07T12:00:00Z");
    private static final Page PAGE = Pages.html("https://harbour.example/a", NOON, "<p>é</p>");

    private final InMemoryRegistry registry = new InMemoryRegistry();
    private final RecordJson json = new RecordJson(registry);

    @Test
    void writesAvroWithIsoTimesAndBase64Bytes() {
        byte[] value = Topics.PAGES.serde(registry).serialize(Topics.PAGES.name(), PAGE);

        var object = json.of(record("key".getBytes(StandardCharsets.UTF_8), value));

        assertThat(object.get("key").asText()).isEqualTo("key");
        assertThat(object.get("timestamp").asText()).isEqualTo("2026-09-07T12:00:00Z");
        assertThat(object.at("/value/url").asText()).isEqualTo("https://harbour.example/a");
        assertThat(object.at("/value/fetchTime").asText()).isEqualTo("2026-09-07T12:00:00Z");
        assertThat(object.at("/value/finalUrl").isNull()).isTrue();
        assertThat(object.at("/value/body").asText()).isEqualTo("PHA+w6k8L3A+");
    }

    @Test
    void writesATombstoneAsNull() {
        assertThat(json.of(record(new byte[] {'k'}, null)).get("value").isNull())
                .isTrue();
    }

    @Test
    void writesOtherBytesAsTextOrBase64() {
        assertThat(json.of(record(null, "json failed to parse".getBytes(StandardCharsets.UTF_8)))
                        .get("value")
                        .asText())
                .isEqualTo("json failed to parse");
        assertThat(json.of(record(null, new byte[] {0, 0, 0, 0, 99, (byte) 0xff}))
                        .get("value")
                        .toString())
                .isEqualTo("{\"base64\":\"AAAAAGP/\"}");
        assertThat(json.of(record(null, new byte[] {0, 0, 'a'})).get("value").toString())
                .isEqualTo("{\"base64\":\"AABh\"}");
        assertThat(json.of(record(null, new byte[] {'a', '\n', '\t'}))
                        .get("value")
                        .asText())
                .isEqualTo("a\n\t");
    }

    @Test
    void keepsHeadersThatStandThereTwice() {
        var headers = new RecordHeaders();
        headers.add("a", new byte[] {'1'});
        headers.add("a", new byte[] {'2'});
        headers.add("b", null);
        var record = new ConsumerRecord<byte[], byte[]>(
                "t", 0, 0, 0, TimestampType.CREATE_TIME, 0, 0, null, null, headers, Optional.empty());

        assertThat(json.of(record).get("headers")).hasToString("{\"a\":[\"1\",\"2\"],\"b\":null}");
    }

    private static ConsumerRecord<byte[], byte[]> record(byte[] key, byte[] value) {
        return new ConsumerRecord<>(
                "t",
                0,
                0,
                NOON.toEpochMilli(),
                TimestampType.CREATE_TIME,
                0,
                0,
                key,
                value,
                new RecordHeaders(),
                Optional.empty());
    }
}
