package newsloom.app.compose;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import newsloom.app.CommandResult;
import newsloom.app.SamplePages;
import newsloom.contract.Topics;
import newsloom.testing.Await;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The compose file itself: up, pages in, stories out, everything healthy. */
@Tag("docker")
class ComposeIT {
    private static final Duration DEADLINE = Duration.ofMinutes(3);

    @TempDir
    private Path folder;

    private Compose compose;

    @BeforeEach
    void up() throws Exception {
        Docker.require("apache/kafka:4.3.1", "eclipse-temurin:17-jre");
        var pages = Files.createDirectory(folder.resolve("pages"));
        SamplePages.writeTo(pages);
        for (var path : List.of(folder, pages)) { // the container's user is not this one
            Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rwxr-xr-x"));
        }
        compose = Compose.of(pages);
        compose.run("up", "--build", "--wait");
    }

    @AfterEach
    void down() throws Exception {
        if (compose != null) {
            compose.run("down", "--volumes", "--timeout", "5");
        }
    }

    @Test
    void turnsPagesIntoStories() throws Exception {
        compose.run("run", "--rm", "ingest");

        var stories = Await.until(
                DEADLINE, "the story of two articles", this::stories, lines -> lines.contains("\"articleCount\":2"));

        assertThat(stories).contains("Varnby");
        assertThat(compose.run("ps", "--services", "--filter", "status=running"))
                .contains("broker", "registry", "cleaner", "aggregator");
    }

    /** The first records of the stories' topic, read from this machine. */
    private String stories() {
        return CommandResult.of(
                        "tail",
                        Topics.STORIES.name(),
                        "--json",
                        "--from-beginning",
                        "-n",
                        "3",
                        "--bootstrap-servers",
                        compose.bootstrapServers(),
                        "--schema-registry",
                        compose.registryUrl())
                .out();
    }
}
