package newsloom.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NewsloomTest {
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @TempDir
    private Path folder;

    @Test
    void tellsAllMistakesAtOnce() throws IOException {
        var config = Files.writeString(folder.resolve("newsloom.properties"), "bootstrap-server=typo:9092\n");

        int code = newsloom(
                Map.of("NEWSLOOM_THREADS", "many"),
                "cleaner",
                "--config",
                config.toString(),
                "--health-port",
                "70000",
                "--set",
                "linger.ms=5");

        assertThat(code).isEqualTo(ExitCodes.USAGE);
        assertThat(err.toString())
                .contains("Unknown setting in the settings file: 'bootstrap-server'")
                .contains("'70000' is no whole number of 0 to 65535")
                .contains("'many' is no whole number of 1 to 64")
                .contains("'linger.ms' begins with none of");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " "})
    void explainAsksForAnId(String id) {
        assertThat(newsloom(Map.of(), "explain", "story", id)).isEqualTo(ExitCodes.USAGE);
        assertThat(err.toString()).contains("Missing required parameter: 'ID'");
    }

    @Test
    void refusesSettingsThatWouldBreakWhatIsPromised() throws IOException {
        var config = Files.writeString(
                folder.resolve("newsloom.properties"),
                "kafka.isolation.level=read_uncommitted\nstreams.main.consumer.auto.offset.reset=latest\nproducer.linger.ms=5\n");

        int code = newsloom(
                Map.of("NEWSLOOM_STREAMS_PROCESSING_GUARANTEE", "at_least_once"),
                "cleaner",
                "--config",
                config.toString(),
                "--set",
                "streams.producer.acks=1",
                "--set",
                "producer.enable.idempotence=false",
                "--set",
                "producer.transactional.id=mine",
                "--set",
                "streams.state.dir=/tmp/state",
                "--set",
                "streams.production.exception.handler=mine.Handler",
                "--set",
                "streams.topic.cleanup.policy=delete",
                "--set",
                "producer.max.request.size=1000000");

        assertThat(code).isEqualTo(ExitCodes.USAGE);
        assertThat(err.toString())
                .contains("'kafka.isolation.level' must be read_committed")
                .contains("'streams.main.consumer.auto.offset.reset' must be earliest")
                .contains("'streams.processing.guarantee' must be exactly_once_v2")
                .contains("'streams.producer.acks' must be all")
                .contains("'producer.enable.idempotence' must be true")
                .contains("'producer.transactional.id' cannot be given")
                .contains("'streams.state.dir' cannot be given: use --state")
                .contains("'streams.production.exception.handler' cannot be given")
                .contains("'streams.topic.cleanup.policy' cannot be given")
                .contains("'producer.max.request.size' must be 9437184 or more")
                .doesNotContain("linger.ms");
    }

    @Test
    void refusesASettingsFileThatIsNotThere() {
        assertThat(newsloom(Map.of(), "topics", "check", "--config", "no-such-file"))
                .isEqualTo(ExitCodes.USAGE);
        assertThat(err.toString()).contains("no-such-file cannot be read");
    }

    @Test
    void refusesASourceThatIsNotThere() {
        assertThat(newsloom(Map.of(), "run", "no-such-folder", "--until-idle")).isEqualTo(ExitCodes.USAGE);
        assertThat(err.toString()).contains("There is no file or folder no-such-folder");
    }

    @Test
    void countsPagesWithoutABrokerAndTellsMachines() throws IOException {
        Files.writeString(folder.resolve("a.jsonl"), "rubbish\n{\"url\":\"https://a.example/\",\"text\":\"x\"}\n");
        int code = newsloom(Map.of(), "ingest", folder + "/*.jsonl", "--dry-run", "--json", "--strict");
        assertThat(code).isEqualTo(3);
        assertThat(out.toString())
                .contains("\"event\":\"summary\",\"dry_run\":true")
                .contains("\"pages\":1")
                .contains("\"losses\":{\"bad-json\":1}");
    }

    @Test
    void refusesWhatIngestCannotDo() throws IOException {
        assertThat(newsloom(Map.of(), "ingest", folder + "/*.none")).isEqualTo(ExitCodes.USAGE);
        assertThat(newsloom(Map.of(), "ingest", "-", "--watch")).isEqualTo(ExitCodes.USAGE);
        assertThat(newsloom(Map.of(), "ingest", folder.toString(), "--json-shape", "odd"))
                .isEqualTo(ExitCodes.USAGE);
        assertThat(newsloom(Map.of(), "ingest", "--push", "0.0.0.0:8090")).isEqualTo(ExitCodes.USAGE);
        assertThat(newsloom(Map.of(), "ingest", "--push", "port")).isEqualTo(ExitCodes.USAGE);
        assertThat(err.toString()).contains("needs --push-token").contains("'port' is no whole number");
        assertThat(err.toString()).contains("There is no file or folder").contains("'odd' is none of own, scrapy");
    }

    @Test
    void writesNoOutputThatNeverEnds() {
        assertThat(newsloom(Map.of(), "run", "--output", folder.toString())).isEqualTo(ExitCodes.USAGE);
        assertThat(err.toString()).contains("--until-idle");
    }

    @Test
    void saysThatNoBrokerAnswers() {
        int code = newsloom(
                Map.of(),
                "topics",
                "check",
                "-b",
                "127.0.0.1:1",
                "--set",
                "kafka.default.api.timeout.ms=1000",
                "--set",
                "kafka.request.timeout.ms=500");
        assertThat(code).isEqualTo(ExitCodes.FAILED);
        assertThat(err.toString()).contains("The brokers do not answer");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "run",
                "ingest",
                "cleaner",
                "aggregator",
                "registry",
                "topics",
                "tail",
                "kafka",
                "extract",
                "dedupe",
                "cluster"
            })
    void helpsWithEveryCommandAndShowsAnExample(String command) {
        assertThat(newsloom(Map.of(), command, "--help")).isEqualTo(ExitCodes.OK);
        assertThat(out.toString()).contains("Usage: newsloom " + command).containsPattern("Examples?:\\s+newsloom ");
    }

    @Test
    void namesItsVersion() {
        assertThat(newsloom(Map.of(), "--version")).isEqualTo(ExitCodes.OK);
        assertThat(out.toString()).contains("newsloom").contains("Kafka 4.3.1");
    }

    @Test
    void listsKafkasTools() {
        assertThat(newsloom(Map.of(), "kafka")).isEqualTo(ExitCodes.OK);
        assertThat(out.toString()).contains("consumer-groups").contains("topics");
        assertThat(newsloom(Map.of(), "kafka", "no-such-tool")).isEqualTo(ExitCodes.USAGE);
    }

    @Test
    void asksForACommand() {
        assertThat(newsloom(Map.of())).isEqualTo(ExitCodes.USAGE);
    }

    private int newsloom(Map<String, String> environment, String... arguments) {
        return Newsloom.execute(
                List.of(arguments), environment, new PrintWriter(out, true), new PrintWriter(err, true));
    }
}
