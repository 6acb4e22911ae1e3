package newsloom.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import newsloom.contract.Topics;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class BrokerIT {
    private static final Instant NOON = Instant.parse("2026-09-07T12:00:00Z");

    private final Broker broker = Broker.withNewsTopics(2);

    @AfterEach
    void close() {
        broker.close();
    }

    @Test
    void readsBackWhatWasProducedEvenAfterARestart() {
        var page = Pages.article("https://harbour.example/a", NOON, "A quay is mended", "The quay is mended.");
        broker.produce(Topics.PAGES, "harbour.example/a", page);
        assertThat(broker.awaitRecords(Topics.PAGES, 1, Duration.ofSeconds(10))
                        .get(0)
                        .value())
                .isEqualTo(page);

        broker.restart();

        assertThat(broker.lastValues(Topics.PAGES)).isEqualTo(Map.of("harbour.example/a", page));
    }

    @Test
    void doesNotReadWhatWasNeverCommitted() throws Exception {
        var settings = Map.<String, Object>of("bootstrap.servers", broker.bootstrapServers(), "transactional.id", "t");
        try (var producer = new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer())) {
            producer.initTransactions();
            send(producer, "kept");
            producer.commitTransaction();
            send(producer, "aborted");
            producer.abortTransaction();
        }
        assertThat(broker.readRaw(Topics.DEAD_LETTERS))
                .extracting(record -> new String(record.value(), StandardCharsets.UTF_8))
                .isEqualTo(List.of("kept"));
    }

    @Test
    void saysWhatItWaitedForInVain() {
        assertThatThrownBy(() -> broker.awaitRecords(Topics.STORIES, 1, Duration.ofMillis(1)))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("1 records in news.stories.v1");
    }

    private static void send(KafkaProducer<byte[], byte[]> producer, String value) throws Exception {
        producer.beginTransaction();
        producer.send(new ProducerRecord<>(Topics.DEAD_LETTERS, value.getBytes(StandardCharsets.UTF_8)))
                .get();
    }
}
