package newsloom.app.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConfigurationTest {
    @TempDir
    private Path folder;

    @Test
    void prefersTheEnvironmentToTheFile() throws IOException {
        var file = file("bootstrap-servers=file:1\nschema-registry=http://file\n");
        var configuration =
                Configuration.load(List.of("tail", "--config=" + file), Map.of("NEWSLOOM_BOOTSTRAP_SERVERS", "env:1"));

        assertThat(configuration.valueOf("--bootstrap-servers")).contains("env:1");
        assertThat(configuration.valueOf("--schema-registry")).contains("http://file");
        assertThat(configuration.valueOf("--threads")).isEmpty();
    }

    @Test
    void findsTheFileInTheEnvironment() throws IOException {
        var configuration = Configuration.load(
                List.of("tail"), Map.of("NEWSLOOM_CONFIG", file("threads=3").toString()));
        assertThat(configuration.valueOf("--threads")).contains("3");
    }

    @Test
    void takesDotsForDashes() throws IOException {
        var configuration = Configuration.load(
                List.of("--config", file("bootstrap.servers=dots:1").toString()), Map.of());
        assertThat(configuration.valueOf("--bootstrap-servers")).contains("dots:1");
    }

    @Test
    void handsKafkasSettingsOnTheLaterWinning() throws IOException {
        var file = file(
                "kafka.security.protocol=SSL\nkafka.a=file\nproducer.linger.ms=5\nstreams.num.standby.replicas=1\n");
        var configuration = Configuration.load(
                List.of("--config", file.toString()), Map.of("NEWSLOOM_KAFKA_A", "env", "NEWSLOOM_STREAMS_B", "env"));
        var passed = new PassThrough(configuration, Map.of("streams.b", "flag"));

        assertThat(passed.forClients()).isEqualTo(Map.of("security.protocol", "SSL", "a", "env"));
        assertThat(passed.forProducers()).isEqualTo(Map.of("security.protocol", "SSL", "a", "env", "linger.ms", "5"));
        assertThat(passed.forStreams())
                .isEqualTo(Map.of(
                        "security.protocol", "SSL",
                        "a", "env",
                        "producer.linger.ms", "5",
                        "num.standby.replicas", "1",
                        "b", "flag"));
    }

    private Path file(String content) throws IOException {
        return Files.writeString(folder.resolve("newsloom.properties"), content);
    }
}
