package newsloom.app.deadletters;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.StreamSupport;
import newsloom.app.CommandResult;
import newsloom.app.ExitCodes;
import newsloom.contract.Topics;
import newsloom.runtime.streams.DeadLetter;
import newsloom.testing.Await;
import newsloom.testing.Broker;
import newsloom.testing.Pages;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DlqCommandIT {
    private static final Instant NOON = Instant.parse("2026-09-07T12:00:00Z");
    private static final int PARTITIONS = 2;

    private Broker broker;

    @BeforeEach
    void start() {
        broker = Broker.withNewsTopics(PARTITIONS);
    }

    @AfterEach
    void stop() {
        broker.close();
    }

    @Test
    void listsWhatIsOpenAndShowsItWhole() {
        letter(0, "harbour.example/a", "not avro", "SerializationException");
        letter(1, "harbour.example/b", "not avro either", "TimeoutException");

        var all = newsloom("dlq", "ls");
        var some = newsloom("dlq", "ls", "--exception", "timeout");
        var shown = newsloom("dlq", "show", "0:0");

        assertThat(all.out().lines()).hasSize(2);
        assertThat(all.err()).contains("2 dead letters open, 0 done with");
        assertThat(some.out().lines().toList()).hasSize(1).first().asString().contains("1:0", "harbour.example/b");
        assertThat(shown.out()).contains("\"position\" : \"0:0\"", "not avro", "SerializationException");
    }

    @Test
    void replaysEachOnceToWhereItCameFrom() {
        letter(0, "harbour.example/a", "a", "SerializationException");
        letter(1, "harbour.example/b", "b", "SerializationException");

        var first = newsloom("dlq", "replay", "--all");
        var second = newsloom("dlq", "replay", "--all");

        assertThat(first.err()).contains("replayed 2 dead letters");
        assertThat(second.err()).contains("replayed 0 dead letters");
        var pages = broker.readRaw(Topics.PAGES.name());
        assertThat(pages).hasSize(2).allSatisfy(page -> {
            assertThat(page.key()).endsWith(page.value());
            assertThat(StreamSupport.stream(page.headers().spliterator(), false).map(Header::key))
                    .containsExactly("traceparent", DeadLetter.REPLAYED);
        });
        assertThat(pages.get(1).partition()).isEqualTo(1);
        assertThat(newsloom("dlq", "ls").err()).contains("0 dead letters open, 2 done with");
        assertThat(newsloom("dlq", "ls", "--done").out()).contains("(done)");
    }

    @Test
    void dropsOnlyWhatIsMeant() {
        letter(0, "harbour.example/a", "a", "SerializationException");
        letter(0, "harbour.example/b", "b", "SerializationException");

        var tried = newsloom("dlq", "drop", "0:1", "--dry-run");
        var dropped = newsloom("dlq", "drop", "0:1");
        var again = newsloom("dlq", "drop", "0:1");
        var open = newsloom("dlq", "ls");

        assertThat(tried.err()).contains("would have dropped 1 dead letters");
        assertThat(dropped.code()).isEqualTo(ExitCodes.OK);
        assertThat(again.code()).isEqualTo(ExitCodes.FAILED);
        assertThat(again.err()).contains("no open dead letter at 0:1");
        assertThat(open.out().lines().toList()).singleElement().asString().contains("harbour.example/a");
        assertThat(broker.readRaw(Topics.PAGES.name())).isEmpty();
    }

    @Test
    void asksWhichWhenNothingIsSaid() {
        var result = newsloom("dlq", "replay");

        assertThat(result.code()).isEqualTo(ExitCodes.USAGE);
        assertThat(result.err()).contains("Which dead letters?");
    }

    /** The lag of the group is the number of open letters, also behind transactions' marks. */
    @Test
    void showsWhatIsOpenAsLag() throws Exception {
        for (var key : List.of("a", "b", "c")) {
            letter(0, "harbour.example/" + key, key, "SerializationException");
        }
        newsloom("dlq", "replay", "--key", "/a");
        newsloom("dlq", "drop", "--key", "/b");

        try (var admin = Admin.create(Map.of("bootstrap.servers", broker.bootstrapServers()))) {
            var offset = admin.listConsumerGroupOffsets(DeadLetterBox.GROUP)
                    .partitionsToOffsetAndMetadata()
                    .get()
                    .get(new TopicPartition(Topics.DEAD_LETTERS, 0));
            assertThat(offset.offset()).isEqualTo(2);
        }
    }

    @Test
    void whatWasCutIsNotReplayedAndStaysOpen() {
        var headers = headers(0, "SerializationException")
                .add(DeadLetter.CUT, "value 104857600".getBytes(StandardCharsets.UTF_8));
        broker.produceRaw(new ProducerRecord<>(Topics.DEAD_LETTERS, 0, new byte[] {1}, new byte[] {2}, headers));
        letter(0, "harbour.example/b", "b", "SerializationException");

        var replayed = newsloom("dlq", "replay", "--all");
        var open = newsloom("dlq", "ls");
        var dropped = newsloom("dlq", "drop", "0:0");

        assertThat(replayed.code()).isEqualTo(ExitCodes.FAILED);
        assertThat(replayed.err()).contains("replayed 1 dead letters", "not replayed: 0:0", "value 104857600 bytes");
        assertThat(open.err()).contains("1 dead letters open, 1 done with");
        assertThat(dropped.code()).isEqualTo(ExitCodes.OK);
    }

    /** It would not have come there, had the topic not been made smaller since. */
    @Test
    void whatItsTopicNoLongerTakesIsNamedAndTheOthersAreReplayed() throws Exception {
        limitPages(100_000);
        letter(0, "harbour.example/a", "a", "SerializationException");
        letter(0, "harbour.example/b", random(200_000), "SerializationException");
        letter(0, "harbour.example/c", "c", "SerializationException");

        var replayed = newsloom("dlq", "replay", "--all");
        var open = newsloom("dlq", "ls");
        limitPages(1_000_000);
        var again = newsloom("dlq", "replay", "0:1");

        assertThat(replayed.code()).isEqualTo(ExitCodes.FAILED);
        assertThat(replayed.err()).contains("replayed 2 dead letters", "not replayed: 0:1, ", "max.message.bytes");
        assertThat(open.err()).contains("1 dead letters open, 2 done with");
        assertThat(again.code()).isEqualTo(ExitCodes.OK);
        assertThat(broker.readRaw(Topics.PAGES.name())).hasSize(3);
    }

    private void limitPages(int bytes) throws Exception {
        var limit = new AlterConfigOp(
                new ConfigEntry(TopicConfig.MAX_MESSAGE_BYTES_CONFIG, Integer.toString(bytes)),
                AlterConfigOp.OpType.SET);
        var pages = new ConfigResource(ConfigResource.Type.TOPIC, Topics.PAGES.name());
        try (var admin = Admin.create(Map.of("bootstrap.servers", broker.bootstrapServers()))) {
            admin.incrementalAlterConfigs(Map.of(pages, List.of(limit))).all().get();
        }
    }

    /** Nothing packs it. */
    private static byte[] random(int count) {
        var bytes = new byte[count];
        new Random(1).nextBytes(bytes);
        return bytes;
    }

    @Test
    void aPageThatCanBeReadOnItsReplayIsTaken() {
        var page = Pages.article("https://harbour.example/a", NOON, "Quay mended", "It is.");
        broker.produce(Topics.PAGES, "harbour.example/a", page);
        var bytes = broker.readRaw(Topics.PAGES.name()).get(0).value();
        letter(0, "harbour.example/a", bytes, "TimeoutException");

        newsloom("dlq", "replay", "--exception", "TimeoutException");

        var pages = Await.until(
                Duration.ofSeconds(20), "both", () -> broker.read(Topics.PAGES), records -> records.size() == 2);
        assertThat(pages.get(0).value().toString())
                .isEqualTo(pages.get(1).value().toString());
    }

    private void letter(int partition, String key, String value, String exception) {
        letter(partition, key, value.getBytes(StandardCharsets.UTF_8), exception);
    }

    private void letter(int partition, String key, byte[] value, String exception) {
        broker.produceRaw(new ProducerRecord<>(
                Topics.DEAD_LETTERS,
                partition,
                key.getBytes(StandardCharsets.UTF_8),
                value,
                headers(partition, exception)));
    }

    private static Headers headers(int partition, String exception) {
        return new RecordHeaders()
                .add("traceparent", "00-1".getBytes(StandardCharsets.UTF_8))
                .add(DeadLetter.EXCEPTION, ("org.apache.kafka." + exception).getBytes(StandardCharsets.UTF_8))
                .add(DeadLetter.MESSAGE, "it failed".getBytes(StandardCharsets.UTF_8))
                .add(DeadLetter.TOPIC, Topics.PAGES.name().getBytes(StandardCharsets.UTF_8))
                .add(DeadLetter.PARTITION, Integer.toString(partition).getBytes(StandardCharsets.UTF_8))
                .add(DeadLetter.OFFSET, "5".getBytes(StandardCharsets.UTF_8));
    }

    private CommandResult newsloom(String... arguments) {
        return CommandResult.on(broker, arguments);
    }
}
