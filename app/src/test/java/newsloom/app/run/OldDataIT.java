package newsloom.app.run;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import newsloom.app.CommandResult;
import newsloom.app.ExitCodes;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.utils.Utils;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** This build goes on from the data folders that earlier builds left, {@code src/test/old-data}: the first of the samples have passed through those, the rest are sent now. */
class OldDataIT {
    private static final Path ROOT = Path.of(System.getProperty("newsloom.root", ".."));
    private static final Path SAMPLES = ROOT.resolve("samples");
    private static final Path OLD_DATA = ROOT.resolve("app/src/test/old-data");
    private static final int PARTITIONS = 3;

    @TempDir
    private Path folder;

    static List<Path> oldData() throws IOException {
        try (Stream<Path> files = Files.list(OLD_DATA)) {
            return files.filter(file -> file.toString().endsWith(".tar.gz"))
                    .sorted()
                    .toList();
        }
    }

    @Test
    void thereIsOldData() throws IOException {
        assertThat(oldData()).isNotEmpty();
    }

    @ParameterizedTest
    @MethodSource("oldData")
    void goesOnWithTheStateAsItIs(Path old) throws Exception {
        assertThat(mistakes(unpack(old))).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("oldData")
    void goesOnWithTheStateFromTheChangelogs(Path old) throws Exception {
        Path data = unpack(old);
        Utils.delete(data.resolve("state").toFile());

        assertThat(mistakes(data)).isEmpty();
    }

    private List<String> mistakes(Path data) throws Exception {
        keepWhatIsOld(data);
        Path output = folder.resolve("out");
        var result = CommandResult.of(
                "run",
                laterSamples().toString(),
                "--until-idle",
                "--data",
                data.toString(),
                "--output",
                output.toString());
        assertThat(result.code()).as(result.err()).isEqualTo(ExitCodes.OK);
        return SampleAnswers.mistakes(SAMPLES, output);
    }

    /** The folder may be years old, and the broker would delete what is in it. */
    private static void keepWhatIsOld(Path data) throws InterruptedException, ExecutionException {
        try (var cluster = LocalCluster.start(data, 0, 0, PARTITIONS);
                var admin = Admin.create(cluster.client())) {
            var forever = List.of(new AlterConfigOp(
                    new ConfigEntry(TopicConfig.RETENTION_MS_CONFIG, "-1"), AlterConfigOp.OpType.SET));
            admin.incrementalAlterConfigs(admin.listTopics().names().get().stream()
                            .collect(Collectors.toMap(
                                    topic -> new ConfigResource(ConfigResource.Type.TOPIC, topic), topic -> forever)))
                    .all()
                    .get();
        }
    }

    private Path laterSamples() throws IOException {
        Instant border =
                Instant.parse(Files.readString(OLD_DATA.resolve("border")).strip());
        Path later = folder.resolve("samples");
        try (Stream<Path> files = Files.walk(SAMPLES)) {
            for (Path told : files.filter(file -> file.toString().endsWith(".html.json")
                            || file.toString().endsWith(".txt.json"))
                    .toList()) {
                if (!fetched(told).isBefore(border)) {
                    Path target = later.resolve(SAMPLES.relativize(told));
                    String page = target.getFileName().toString().replace(".json", "");
                    Files.createDirectories(target.getParent());
                    Files.copy(told, target);
                    Files.copy(told.resolveSibling(page), target.resolveSibling(page));
                }
            }
        }
        return later;
    }

    private static Instant fetched(Path told) throws IOException {
        return Instant.parse(
                new ObjectMapper().readTree(told.toFile()).get("fetched_at").asText());
    }

    private Path unpack(Path archive) throws IOException {
        try (var tar = new TarArchiveInputStream(new GZIPInputStream(Files.newInputStream(archive)))) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                Path target = folder.resolve(entry.getName());
                if (entry.isDirectory()) {
                    Files.createDirectories(target);
                } else {
                    Files.createDirectories(target.getParent());
                    Files.copy(tar, target, StandardCopyOption.REPLACE_EXISTING);
                }
            }
        }
        return folder.resolve("data");
    }
}
