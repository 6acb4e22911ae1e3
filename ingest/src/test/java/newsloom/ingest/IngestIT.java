package newsloom.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import newsloom.contract.Topics;
import newsloom.contract.v1.Page;
import newsloom.ingest.position.Position;
import newsloom.ingest.position.PositionLog;
import newsloom.testing.Broker;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Exactly once into a real broker, whatever ends a run. */
class IngestIT {
    private Broker broker;

    @TempDir
    private Path folder;

    @BeforeEach
    void startBroker() {
        broker = Broker.withNewsTopics(3);
    }

    @AfterEach
    void stopBroker() {
        broker.close();
    }

    @Test
    void sendsEveryPageOnceAndGoesOnInAFileThatGrew() throws Exception {
        var mixed = new MixedSources(folder).files(50).lines("a", 0, 60).warc("b", 40);
        var first = run(7);
        assertThat(first.pagesSent()).isEqualTo(150);
        assertThat(run(1000).pagesSent()).isZero();
        broker.restart();
        mixed.lines("a", 60, 65);
        var grown = run(1000);
        assertThat(grown.pagesSent()).isEqualTo(5);
        assertThat(grown.sentBefore()).isEqualTo(150);
        assertThat(sentUrls()).containsExactlyInAnyOrderElementsOf(mixed.urls());
    }

    /** {@code -Dnewsloom.kills=200} for more of them: as many runs over the same input, each with some kills, each on a new broker. */
    @Test
    void givesTheTopicOfAnUndisturbedRunWhereverTheProcessIsKilled() throws Exception {
        var mixed = new MixedSources(folder)
                .files(1500)
                .lines("killed-a", 0, 2500)
                .warc("killed-b", 2500)
                .zip("killed-c", 1500);
        run(1000);
        var undisturbed = sentRecords();
        assertThat(sentUrls()).containsExactlyInAnyOrderElementsOf(mixed.urls());
        int wanted = Integer.getInteger("newsloom.kills", 20);
        var random = new Random(42);
        for (int kills = 0; kills < wanted; ) {
            broker.close();
            broker = Broker.withNewsTopics(3);
            int before = kills;
            while (kills < wanted && killedAfter(Duration.ofMillis(random.nextInt(1500)))) {
                kills++;
            }
            int sentByKilled = broker.readRaw(Topics.PAGES.name()).size();
            var last = run(1000);
            assertThat(last.pagesSent() + last.sentBefore()).isEqualTo(8000);
            assertThat(last.sentBefore()).isEqualTo(sentByKilled);
            assertThat(kills).as("kills of a run").isGreaterThan(before);
            assertThat(sentRecords()).isEqualTo(undisturbed);
        }
    }

    /** Keys and values of all pages, in the order of their partitions. */
    private List<List<ByteBuffer>> sentRecords() {
        return broker.readRaw(Topics.PAGES.name()).stream()
                .sorted(Comparator.comparingInt(ConsumerRecord<byte[], byte[]>::partition)
                        .thenComparingLong(ConsumerRecord::offset))
                .map(record -> List.of(ByteBuffer.wrap(record.key()), ByteBuffer.wrap(record.value())))
                .toList();
    }

    @Test
    void seesItsPositionBehindAnOpenTransactionOfAnotherRun() throws Exception {
        var mixed = new MixedSources(folder).lines("a", 0, 3);
        run(10);
        Map<String, Object> other = Map.of(
                "bootstrap.servers",
                broker.bootstrapServers(),
                "transactional.id",
                "other",
                "transaction.timeout.ms",
                2000);
        try (var producer = new KafkaProducer<>(other, new ByteArraySerializer(), new ByteArraySerializer())) {
            producer.initTransactions();
            producer.beginTransaction();
            producer.send(PositionLog.record("other", Position.unknown())).get();
            mixed.lines("a", 3, 5);
            assertThat(run(10).pagesSent()).isEqualTo(2);
            assertThat(run(10).pagesSent()).isZero();
        }
        assertThat(sentUrls()).containsExactlyInAnyOrderElementsOf(mixed.urls());
    }

    @Test
    void takesPagesUpToTheLimitAndCutsLongerOnes() throws Exception {
        byte[] noise = new byte[Topics.MAX_BODY_BYTES + 1000]; // does not compress
        new Random(5).nextBytes(noise);
        Files.writeString(
                folder.resolve("large.jsonl"),
                "{\"url\":\"https://large.example/\",\"html_base64\":\""
                        + Base64.getEncoder().encodeToString(noise) + "\"}\n");
        var summary = run(10);
        assertThat(summary.remarks()).containsEntry("cut", 1L);
        Page page = broker.read(Topics.PAGES).get(0).value();
        assertThat(page.getBody().remaining()).isEqualTo(Topics.MAX_BODY_BYTES);
        assertThat(page.getTruncated()).isTrue();
    }

    private IngestSummary run(int batchPages) throws IOException, InterruptedException {
        return new Ingest(
                        settings(broker.bootstrapServers(), broker.registryUrl(), folder, batchPages),
                        broker.registry(),
                        Clock.systemUTC(),
                        ProgressListener.SILENT,
                        InputStream.nullInputStream())
                .run();
    }

    static IngestSettings settings(String bootstrapServers, String registryUrl, Path folder, int batchPages) {
        return IngestSettings.of(List.of(folder.toString()), bootstrapServers, registryUrl)
                .batches(batchPages, 1 << 20, Duration.ofMillis(200));
    }

    /** Starts a process that sends, and kills it so long after its start; false when it came to its end before. */
    private boolean killedAfter(Duration time) throws IOException, InterruptedException {
        var process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        IngestProcess.class.getName(),
                        broker.bootstrapServers(),
                        broker.registryUrl(),
                        folder.toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        try (var lines = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            assertThat(lines.readLine()).isEqualTo("begins");
            return !process.waitFor(time.toMillis(), TimeUnit.MILLISECONDS);
        } finally {
            process.destroyForcibly().waitFor();
        }
    }

    private List<String> sentUrls() {
        return broker.read(Topics.PAGES).stream()
                .map(record -> record.value().getUrl())
                .toList();
    }
}
