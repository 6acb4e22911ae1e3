package newsloom.app.compose;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import newsloom.testing.FreePort;

/** One project of the repository's compose file, on ports of its own. */
final class Compose {
    private final Path root = Path.of(System.getProperty("newsloom.root", "..")).toAbsolutePath();
    static final String PUSH_TOKEN = "of-this-test";

    private final Path pages;
    private final int brokerPort;
    private final int registryPort;
    private final int pushPort;

    private Compose(Path pages, int brokerPort, int registryPort, int pushPort) {
        this.pages = pages;
        this.brokerPort = brokerPort;
        this.registryPort = registryPort;
        this.pushPort = pushPort;
    }

    static Compose of(Path pages) throws IOException {
        return new Compose(pages, FreePort.next(), FreePort.next(), FreePort.next());
    }

    String bootstrapServers() {
        return "localhost:" + brokerPort;
    }

    String registryUrl() {
        return "http://localhost:" + registryPort;
    }

    URI pushedPages() {
        return URI.create("http://localhost:" + pushPort + "/v1/pages");
    }

    /** Runs {@code docker compose} and returns what it printed; its failure is the test's. */
    String run(String... arguments) throws IOException, InterruptedException {
        var command = new ArrayList<>(List.of("docker", "compose", "--project-name", "newsloom-it-" + brokerPort));
        command.addAll(List.of(arguments));
        var builder = new ProcessBuilder(command).directory(root.toFile()).redirectErrorStream(true);
        builder.environment().put("NEWSLOOM_BROKER_PORT", Integer.toString(brokerPort));
        builder.environment().put("NEWSLOOM_REGISTRY_PORT", Integer.toString(registryPort));
        builder.environment().put("NEWSLOOM_PUSH_PORT", Integer.toString(pushPort));
        builder.environment().put("NEWSLOOM_PUSH_TOKEN", PUSH_TOKEN);
        builder.environment().put("NEWSLOOM_PAGES", pages.toString());
        var process = builder.start();
        var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor())
                .as(String.join(" ", command) + "\n" + output)
                .isZero();
        return output;
    }
}
