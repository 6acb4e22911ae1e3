package newsloom.app.compose;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import newsloom.testing.FreePort;

/** One project of the repository's compose file, on ports of its own. */
public final class Compose {
    static final String PUSH_TOKEN = "of-this-test";

    private final Path root = Path.of(System.getProperty("newsloom.root", "..")).toAbsolutePath();
    private final String project;
    private final List<String> files;
    private final Map<String, String> environment = new TreeMap<>();

    private Compose(Path pages, List<String> files) {
        this.files = files;
        this.project = "newsloom-it-" + port("NEWSLOOM_BROKER_PORT");
        port("NEWSLOOM_BROKER_2_PORT");
        port("NEWSLOOM_BROKER_3_PORT");
        port("NEWSLOOM_REGISTRY_PORT");
        port("NEWSLOOM_PUSH_PORT");
        environment.put("NEWSLOOM_PUSH_TOKEN", PUSH_TOKEN);
        environment.put("NEWSLOOM_PAGES", pages.toString());
    }

    /**
     * The cluster as the repository's compose file has it.
     *
     * @param pages the folder whose pages the job {@code send} sends
     */
    public static Compose of(Path pages) {
        return new Compose(pages, List.of("docker-compose.yml"));
    }

    /** With three brokers and the settings of production. */
    public static Compose ofThreeBrokers(Path pages) {
        return new Compose(pages, List.of("docker-compose.yml", "app/src/test/compose/three-brokers.yml"));
    }

    private String port(String name) {
        return environment.computeIfAbsent(name, absent -> Integer.toString(FreePort.next()));
    }

    /** Of the first broker. */
    public String bootstrapServers() {
        return "localhost:" + port("NEWSLOOM_BROKER_PORT");
    }

    public String registryUrl() {
        return "http://localhost:" + port("NEWSLOOM_REGISTRY_PORT");
    }

    URI pushedPages() {
        return URI.create("http://localhost:" + port("NEWSLOOM_PUSH_PORT") + "/v1/pages");
    }

    /** Runs {@code docker compose} and returns what it printed; its failure is the test's. */
    public String run(String... arguments) throws IOException, InterruptedException {
        var command = new ArrayList<>(List.of("docker", "compose", "--project-name", project));
        files.forEach(file -> command.addAll(List.of("--file", file)));
        command.addAll(List.of(arguments));
        return output(command);
    }

    /** Takes a service's container off the network: no packet comes or goes, and nobody is told. */
    public void cut(String service) throws IOException, InterruptedException {
        output(List.of("docker", "network", "disconnect", network(), container(service)));
    }

    /** Puts it back under its name. */
    public void mend(String service) throws IOException, InterruptedException {
        output(List.of("docker", "network", "connect", "--alias", service, network(), container(service)));
    }

    private String network() {
        return project + "_default";
    }

    private String container(String service) throws IOException, InterruptedException {
        return run("ps", "--all", "--quiet", service).strip();
    }

    private String output(List<String> command) throws IOException, InterruptedException {
        var builder = new ProcessBuilder(command).directory(root.toFile()).redirectErrorStream(true);
        builder.environment().putAll(environment);
        var process = builder.start();
        var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor())
                .as(String.join(" ", command) + "\n" + output)
                .isZero();
        return output;
    }
}
