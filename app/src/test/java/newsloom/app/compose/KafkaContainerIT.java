package newsloom.app.compose;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import newsloom.app.CommandResult;
import newsloom.app.ExitCodes;
import newsloom.app.SamplePages;
import newsloom.local.LocalRegistry;
import newsloom.testing.Await;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testcontainers.kafka.KafkaContainer;

/** The services' commands against a broker of its own, in a container. */
@Tag("docker")
class KafkaContainerIT {

    private static final String IMAGE = "apache/kafka:4.3.1";

    @TempDir
    private Path folder;

    @BeforeAll
    static void engine() throws Exception {
        Docker.require(IMAGE);
    }

    @Test
    void topicsAndIngestWorkOnARealBroker() throws Exception {
        SamplePages.writeTo(folder);
        try (var kafka = new KafkaContainer(IMAGE)) {
            kafka.start();
            String servers = kafka.getBootstrapServers();
            try (var registry = LocalRegistry.start(Map.of("bootstrap.servers", servers), "127.0.0.1", 0)) {
                var environment =
                        Map.of("NEWSLOOM_BOOTSTRAP_SERVERS", servers, "NEWSLOOM_SCHEMA_REGISTRY", registry.url());

                assertThat(CommandResult.with(environment, "topics", "create").code())
                        .isEqualTo(ExitCodes.OK);
                assertThat(CommandResult.with(environment, "topics", "check").code())
                        .isEqualTo(ExitCodes.OK);
                var sent = CommandResult.with(environment, "ingest", folder.toString());
                assertThat(sent.code()).as(sent.err()).isEqualTo(ExitCodes.OK);
                var again = CommandResult.with(environment, "ingest", folder.toString());
                assertThat(again.err()).contains("0 pages sent");

                List<String> pages = Await.until(
                        Duration.ofSeconds(30),
                        "five pages",
                        () -> CommandResult.with(
                                        environment, "tail", "news.pages.v1", "--json", "--from-beginning", "-n", "5")
                                .out()
                                .lines()
                                .toList(),
                        lines -> lines.size() == 5);
                assertThat(pages).allMatch(line -> line.contains("\"key\""));
            }
        }
    }
}
