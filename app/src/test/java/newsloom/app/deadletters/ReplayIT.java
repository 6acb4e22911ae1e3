package newsloom.app.deadletters;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.StreamSupport;
import newsloom.app.CommandResult;
import newsloom.cleaner.CleanerService;
import newsloom.cleaner.CleanerSettings;
import newsloom.contract.Topics;
import newsloom.contract.v1.Page;
import newsloom.runtime.order.OrderTime;
import newsloom.runtime.streams.DeadLetter;
import newsloom.runtime.streams.StreamsSettings;
import newsloom.testing.Await;
import newsloom.testing.Broker;
import newsloom.testing.Pages;
import org.apache.avro.Schema;
import org.apache.avro.SchemaBuilder;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A record from the first reading that fails, through the dead letters, to the article that its replay gives. */
class ReplayIT {
    private static final Instant NOON = Instant.parse("2026-09-07T12:00:00Z");
    private static final Duration DEADLINE = Duration.ofSeconds(60);
    private static final String URL = "https://harbourpost.example/quay";

    /** Nobody has registered it yet when the page comes. */
    private static final int LATER_ID = 40;

    @TempDir
    private Path state;

    @Test
    void aReplayedPageLeavesNoTraceInItsArticle() throws Exception {
        try (var broker = Broker.withNewsTopics(1);
                var cleaner = CleanerService.create(
                        StreamsSettings.of("replayed", broker.bootstrapServers(), broker.registryUrl(), state),
                        CleanerSettings.defaults(),
                        () -> true)) {
            cleaner.start();
            byte[] bytes = pageOfASchemaToCome(broker);
            var told = new RecordHeaders().add("traceparent", "00-7".getBytes(StandardCharsets.UTF_8));
            broker.produceRaw(new ProducerRecord<byte[], byte[]>(Topics.PAGES.name(), 0, new byte[] {1}, bytes, told));

            var letter = awaitLetters(broker, 1).get(0);
            assertThat(letter.value()).isEqualTo(bytes);
            assertThat(text(letter.headers(), "traceparent")).isEqualTo("00-7");
            assertThat(text(letter.headers(), DeadLetter.TOPIC)).isEqualTo(Topics.PAGES.name());
            assertThat(text(letter.headers(), DeadLetter.PARTITION)).isEqualTo("0");
            assertThat(text(letter.headers(), DeadLetter.OFFSET)).isEqualTo("0");
            assertThat(text(letter.headers(), DeadLetter.EXCEPTION)).endsWith("Exception");

            register(broker);
            assertThat(CommandResult.on(broker, "dlq", "replay", "--all").err()).contains("replayed 1 dead letters");

            var article = broker.awaitRecords(Topics.ARTICLES, 1, DEADLINE).get(0);
            assertThat(article.value().getUrl()).isEqualTo(URL);
            assertThat(StreamSupport.stream(article.headers().spliterator(), false)
                            .map(Header::key))
                    .containsExactlyInAnyOrder("traceparent", OrderTime.HEADER);
            assertThat(broker.readRaw(Topics.DEAD_LETTERS)).hasSize(1);
            assertThat(CommandResult.on(broker, "dlq", "ls").err()).contains("0 dead letters open, 1 done with");
        }
    }

    /** Brokers measure what is packed: unpacked it is larger than the topic takes. */
    @Test
    void whatFitOnlyPackedIsReplayed() throws Exception {
        try (var broker = Broker.withNewsTopics(1);
                var cleaner = CleanerService.create(
                        StreamsSettings.of("packed", broker.bootstrapServers(), broker.registryUrl(), state),
                        CleanerSettings.defaults(),
                        () -> true)) {
            cleaner.start();
            byte[] bytes = base64(Topics.MAX_PAGE_RECORD_BYTES + 200_000);
            producePacked(broker, new ProducerRecord<>(Topics.PAGES.name(), 0, new byte[] {1}, bytes));

            awaitLetters(broker, 1);
            assertThat(CommandResult.on(broker, "dlq", "replay", "--all").err()).contains("replayed 1 dead letters");

            assertThat(awaitLetters(broker, 2))
                    .allSatisfy(letter -> assertThat(letter.value()).isEqualTo(bytes));
            assertThat(CommandResult.on(broker, "dlq", "ls").err()).contains("1 dead letters open, 1 done with");
        }
    }

    private static List<ConsumerRecord<byte[], byte[]>> awaitLetters(Broker broker, int count) {
        return Await.until(
                DEADLINE,
                count + " dead letters",
                () -> broker.readRaw(Topics.DEAD_LETTERS),
                letters -> letters.size() == count);
    }

    /** Packs to three quarters, and is no page. */
    private static byte[] base64(int count) {
        byte[] random = new byte[count / 4 * 3];
        new Random(1).nextBytes(random);
        return Base64.getEncoder().encode(random);
    }

    private static void producePacked(Broker broker, ProducerRecord<byte[], byte[]> record) throws Exception {
        Map<String, Object> settings = Map.of(
                "bootstrap.servers",
                broker.bootstrapServers(),
                "compression.type",
                "zstd",
                "max.request.size",
                2 * Topics.MAX_PAGE_RECORD_BYTES);
        try (var producer = new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer())) {
            producer.send(record).get();
        }
    }

    private static byte[] pageOfASchemaToCome(Broker broker) {
        Page page = Pages.article(
                URL,
                NOON,
                "The quay is mended",
                "After two winters the masons of Harlowe Bay have laid the last stone of the old quay, and on Sunday the ferries will land there again.",
                "The town had put off the work three times, because nobody could say how deep the piles of the first builders went into the mud.",
                "Divers found them at eleven metres, sound as on the day they were driven, and so the repair cost half of what had been feared.");
        byte[] bytes = Topics.PAGES.serde(broker.registry()).serialize(Topics.PAGES.name(), page);
        ByteBuffer.wrap(bytes).putInt(1, LATER_ID);
        return bytes;
    }

    /** Other schemas take the ids in between. */
    private static void register(Broker broker) {
        var registry = broker.registry();
        int id = 0;
        for (int filler = 0; id < LATER_ID - 1; filler++) {
            Schema schema = SchemaBuilder.record("Filler" + filler).fields().endRecord();
            id = registry.idOf("filler-" + filler, schema);
        }
        Schema later = new Schema.Parser()
                .parse(Page.getClassSchema().toString().replaceFirst("\"doc\":\"", "\"doc\":\"Later: "));
        assertThat(registry.idOf("pages-to-come", later)).isEqualTo(LATER_ID);
    }

    private static String text(Headers headers, String name) {
        Header header = headers.lastHeader(name);
        return header == null ? "" : new String(header.value(), StandardCharsets.UTF_8);
    }
}
