package newsloom.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import newsloom.contract.Topics;
import newsloom.contract.v1.Page;
import newsloom.testing.Broker;
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

    @Test
    void sendsEveryPageOnceWhenTheProcessIsKilledAgainAndAgain() throws Exception {
        var mixed =
                new MixedSources(folder).files(800).lines("killed-a", 0, 800).warc("killed-b", 800);
        var random = new Random(42);
        int kills = 0;
        while (kills < 8 && killedAfter(1 + random.nextInt(20))) {
            kills++;
        }
        var last = run(1000);
        assertThat(kills).isGreaterThan(2);
        assertThat(last.pagesSent() + last.sentBefore()).isEqualTo(2400);
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

    /** Starts a process that sends, and kills it at the so-manieth commit; false when it came to its end before. */
    private boolean killedAfter(int commits) throws IOException, InterruptedException {
        var process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        IngestProcess.class.getName(),
                        broker.bootstrapServers(),
                        broker.registryUrl(),
                        folder.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try (var lines = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            for (int seen = 0; seen < commits; seen++) {
                if (lines.readLine() == null) {
                    return false;
                }
            }
            return true;
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
