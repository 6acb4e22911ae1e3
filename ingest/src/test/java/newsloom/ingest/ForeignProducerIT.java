package newsloom.ingest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import newsloom.contract.Topics;
import newsloom.testing.Broker;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The contract of {@code news.pages.v1} as docs/contract.md tells it, met by a client that shares no code with ours. Needs Debian's
 * packages {@code python3-confluent-kafka} and {@code python3-avro}; {@code -Dnewsloom.python} names another Python that has them.
 */
class ForeignProducerIT {
    private static final String PYTHON = System.getProperty("newsloom.python", "/usr/bin/python3");

    @TempDir
    private Path folder;

    @Test
    void readsWhatPythonProduces() throws Exception {
        assumeTrue(
                runs(List.of(PYTHON, "-c", "import confluent_kafka, avro.io")),
                "SKIPPED, no foreign client: apt-get install python3-confluent-kafka python3-avro");
        Path script = resource("produce.py");
        Path schema = Path.of(System.getProperty("newsloom.root"), "contract/src/main/avro/2-page.avsc");
        try (var broker = Broker.withNewsTopics(3)) {
            var command = List.of(
                    PYTHON,
                    script.toString(),
                    broker.bootstrapServers(),
                    broker.registryUrl(),
                    schema.toString(),
                    "50");
            assertThat(runs(command)).isTrue();
            var pages = broker.read(Topics.PAGES);
            assertThat(pages)
                    .hasSize(50)
                    .extracting(record -> record.value().getUrl())
                    .doesNotHaveDuplicates();
            var page = pages.stream()
                    .filter(record -> record.key().equals("https://harbourpost.example/7"))
                    .findFirst()
                    .orElseThrow()
                    .value();
            assertThat(page.getFetchTime()).isEqualTo("2026-03-01T08:00:07Z");
            assertThat(page.getHeaders()).containsEntry("server", "example");
            assertThat(text(page.getBody())).isEqualTo("<p>Größe 7 ");
            assertThat(pages)
                    .extracting(record -> record.value().getBody().remaining())
                    .contains(3_000_013);
        }
    }

    private static boolean runs(List<String> command) throws InterruptedException {
        try {
            Process process = new ProcessBuilder(command).inheritIO().start();
            return process.waitFor(120, TimeUnit.SECONDS) && process.exitValue() == 0;
        } catch (IOException e) { // no such program
            return false;
        }
    }

    private Path resource(String name) throws IOException {
        try (var in = ForeignProducerIT.class.getResourceAsStream("/foreign/" + name)) {
            return Files.write(folder.resolve(name), Objects.requireNonNull(in).readAllBytes());
        }
    }

    private static String text(ByteBuffer body) {
        return UTF_8.decode(body.duplicate()).toString();
    }
}
