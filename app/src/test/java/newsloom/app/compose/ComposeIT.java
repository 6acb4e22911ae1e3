package newsloom.app.compose;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import newsloom.app.CommandResult;
import newsloom.app.SamplePages;
import newsloom.contract.Topics;
import newsloom.testing.Await;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The compose file itself: up, pages in, stories out, everything healthy. */
@Tag("docker")
class ComposeIT {
    private static final Duration DEADLINE = Duration.ofMinutes(3);

    @TempDir
    private static Path folder;

    private static Compose compose;

    @BeforeAll
    static void up() throws Exception {
        Docker.require("apache/kafka:4.3.1", "eclipse-temurin:17-jre");
        var pages = Files.createDirectory(folder.resolve("pages"));
        SamplePages.writeTo(pages);
        for (var path : List.of(folder, pages)) { // the container's user is not this one
            Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rwxr-xr-x"));
        }
        compose = Compose.of(pages);
        compose.run("up", "--build", "--wait");
    }

    @AfterAll
    static void down() throws Exception {
        if (compose != null) {
            compose.run("down", "--volumes", "--timeout", "5");
        }
    }

    @Test
    void turnsPagesIntoStories() throws Exception {
        compose.run("run", "--rm", "send");

        var stories = Await.until(
                DEADLINE, "the story of two articles", this::stories, lines -> lines.contains("\"articleCount\":2"));

        assertThat(stories).contains("Varnby");
        assertThat(compose.run("ps", "--services", "--filter", "status=running"))
                .contains("broker", "registry", "cleaner", "aggregator", "ingest");
    }

    @Test
    void takesPagesOverHttp() throws Exception {
        var page = "{\"url\": \"https://varnby-post.example/push\", \"text\": \"The fair opens on Friday.\"}";
        var request = HttpRequest.newBuilder(compose.pushedPages())
                .header("Content-Type", "application/json")
                .header("Authorization", "Bearer " + Compose.PUSH_TOKEN)
                .POST(HttpRequest.BodyPublishers.ofString(page))
                .build();

        var response = HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());

        assertThat(response.statusCode()).as(response.body()).isEqualTo(202);
        Await.until(
                DEADLINE,
                "the page's outcome",
                () -> records(Topics.REJECTS.name(), 1),
                lines -> lines.contains("varnby-post.example/push"));
    }

    /** The first records of the stories' topic, read from this machine. */
    private String stories() {
        return records(Topics.STORIES.name(), 3);
    }

    private String records(String topic, int count) {
        return CommandResult.of(
                        "tail",
                        topic,
                        "--json",
                        "--from-beginning",
                        "-n",
                        Integer.toString(count),
                        "--bootstrap-servers",
                        compose.bootstrapServers(),
                        "--schema-registry",
                        compose.registryUrl())
                .out();
    }
}
