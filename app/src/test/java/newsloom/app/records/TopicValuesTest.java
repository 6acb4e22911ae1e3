package newsloom.app.records;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import newsloom.contract.Topics;
import newsloom.contract.serde.InMemoryRegistry;
import newsloom.contract.v1.Reject;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class TopicValuesTest {
    private final InMemoryRegistry registry = new InMemoryRegistry();

    private static ConsumerRecord<byte[], byte[]> record(String key, byte @Nullable [] value) {
        return new ConsumerRecord<>(Topics.REJECTS.name(), 0, 0, key.getBytes(StandardCharsets.UTF_8), value);
    }

    @Test
    void leavesOutAndCountsWhatIsNoValueOfTheTopic() {
        var values = new TopicValues<>(Topics.REJECTS, registry);
        var reject = Reject.newBuilder()
                .setUrl("https://harbourpost.example/")
                .setSite("harbourpost.example")
                .setFetchTime(Instant.EPOCH)
                .build();
        byte[] good = Topics.REJECTS.serde(registry).serialize(Topics.REJECTS.name(), reject);
        Map<String, @Nullable Reject> read = new LinkedHashMap<>();

        values.read(record("a", good), read::put);
        values.read(record("b", new byte[] {1, 2, 3}), read::put);
        values.read(record("c", new byte[] {0, 0, 0, 0, 99, 1}), read::put);
        values.read(record("d", null), read::put);

        assertThat(read).containsOnlyKeys("a", "d").containsEntry("a", reject).containsEntry("d", null);
        assertThat(values.unreadable()).isEqualTo(2);
    }
}
