package newsloom.app.secure;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import newsloom.app.process.Child;
import newsloom.testing.Await;
import newsloom.testing.FreePort;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every command against a broker that asks for TLS and SASL/SCRAM, with what a properties file says, and saying as much as they can. */
class SecuredClusterIT {
    private static final String PASSWORD = "chestnut-lantern-77";
    private static final String WRONG = "walnut-candle-66";
    private static final String PUSH_TOKEN = "willow-thimble-55";
    private static final String URL = "https://oldmouth.example/bridge";
    private static final Duration DEADLINE = Duration.ofMinutes(2);

    @TempDir
    private Path folder;

    private final int registryPort = FreePort.next();

    @Test
    void pagesBecomeStoriesThroughTlsAndScram() throws Exception {
        var services = new ArrayList<Child>();
        try (var broker = SecuredBroker.start(folder.resolve("broker"), FreePort.next(), FreePort.next(), PASSWORD)) {
            Path config = config("client.properties", broker, PASSWORD);
            assertEnds(0, "topics", "create", "--config", config.toString());
            services.add(start("registry", "--config", config.toString(), "--port", Integer.toString(registryPort)));
            services.add(start("cleaner", serviceOptions(config)));
            services.add(start("aggregator", serviceOptions(config)));
            assertEnds(0, "ingest", pages().toString(), "--config", config.toString(), "--schema-registry", registry());

            Child tail = start(
                    "tail",
                    "news.stories.v1",
                    "--from-beginning",
                    "-n",
                    "1",
                    "--config",
                    config.toString(),
                    "--schema-registry",
                    registry());
            services.add(tail);
            assertThat(tail.ends(DEADLINE)).as("a story comes").isTrue();
            assertThat(tail.lastLines(400)).contains("Harbour bridge closed for three weeks");

            Child explained =
                    assertEnds(0, "explain", URL, "--config", config.toString(), "--schema-registry", registry());
            assertThat(explained.lastLines(400)).contains("Harbour bridge closed for three weeks");
            Child letters = assertEnds(0, "dlq", "ls", "--config", config.toString());
            assertThat(letters.lastLines(400)).contains("0 dead letters open");
            assertTakesPushedPages(config);

            Path wrong = config("wrong.properties", broker, WRONG);
            Child refused = assertEnds(1, "topics", "check", "--config", wrong.toString());
            assertThat(refused.lastLines(400)).containsIgnoringCase("authentication failed");
            Path open = Files.writeString(
                    folder.resolve("open.properties"),
                    "bootstrap-servers=" + broker.address() + "\nkafka.default.api.timeout.ms=5000\n"
                            + "kafka.request.timeout.ms=4000\n");
            assertThat(assertEnds(1, "topics", "check", "--config", open.toString())
                            .lastLines(400))
                    .contains("do not answer");
        } finally {
            for (Child service : services) {
                service.stop();
            }
        }
        assertThat(everythingPrinted()).doesNotContain(PASSWORD, WRONG, PUSH_TOKEN);
    }

    private void assertTakesPushedPages(Path config) throws Exception {
        int port = FreePort.next();
        try (Child push = start(
                "ingest",
                "--push",
                Integer.toString(port),
                "--push-token",
                PUSH_TOKEN,
                "--config",
                config.toString(),
                "--schema-registry",
                registry())) {
            var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/v1/pages"))
                    .header("Content-Type", "application/x-ndjson")
                    .header("Authorization", "Bearer " + PUSH_TOKEN)
                    .POST(HttpRequest.BodyPublishers.ofFile(pages()))
                    .build();
            int status = Await.until(DEADLINE, "an answer", () -> statusOf(request), answered -> answered > 0);
            assertThat(status).as(() -> push.lastLines(30)).isEqualTo(202);
            push.stop();
        }
    }

    /** 0 while nobody listens. */
    private static int statusOf(HttpRequest request) {
        try {
            return HttpClient.newHttpClient()
                    .send(request, HttpResponse.BodyHandlers.ofString())
                    .statusCode();
        } catch (IOException e) {
            return 0;
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private Path config(String name, SecuredBroker broker, String password) throws IOException {
        return Files.write(
                folder.resolve(name),
                List.of(
                        "bootstrap-servers=" + broker.address(),
                        "kafka.security.protocol=SASL_SSL",
                        "kafka.sasl.mechanism=SCRAM-SHA-512",
                        "kafka.sasl.jaas.config=org.apache.kafka.common.security.scram.ScramLoginModule required username=\""
                                + SecuredBroker.USER + "\" password=\"" + password + "\";",
                        "kafka.ssl.truststore.location=" + broker.trustStore(),
                        "kafka.ssl.truststore.password=" + broker.trustStorePassword(),
                        "kafka.ssl.endpoint.identification.algorithm=https"));
    }

    private String[] serviceOptions(Path config) {
        return new String[] {
            "--config",
            config.toString(),
            "--schema-registry",
            registry(),
            "--state",
            folder.resolve("state").toString(),
            "--threads",
            "1",
            "--health-port",
            "0"
        };
    }

    private String registry() {
        return "http://127.0.0.1:" + registryPort;
    }

    private Path pages() throws IOException {
        String paragraph = "<p>The harbour bridge of Oldmouth will be closed for three weeks from Monday, the council"
                + " said, because two of its bearings have cracked and must be replaced before winter.</p>";
        String html = "<html lang='en'><head><title>Harbour bridge closed</title></head><body><article>"
                + "<h1>Harbour bridge closed for three weeks</h1>" + paragraph
                + "<p>Buses will go by the northern tunnel, and a ferry for walkers leaves every twenty minutes from"
                + " the old pier. Shopkeepers along the quay expect fewer customers until the end of the month.</p>"
                + "<p>The bridge was built ninety years ago and carries forty thousand vehicles on a working day. An"
                + " inspection in spring had found rust, but no cracks, the engineer in charge added.</p></article></body></html>";
        return Files.writeString(
                folder.resolve("pages.jsonl"),
                "{\"url\":\"" + URL + "\",\"fetched_at\":\"2026-09-07T08:00:00Z\",\"html\":\""
                        + html.replace("\"", "\\\"") + "\"}\n");
    }

    private Child start(String command, String... options) {
        var arguments = new ArrayList<>(List.of("--verbose", command));
        arguments.addAll(List.of(options));
        return Child.newsloom(folder.resolve(command + ".log"), "256m", arguments);
    }

    private Child assertEnds(int exitCode, String command, String... options) throws InterruptedException {
        Child child = start(command, options);
        assertThat(child.exitCode()).as(() -> child.lastLines(30)).isEqualTo(exitCode);
        return child;
    }

    private String everythingPrinted() {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".log"))
                    .map(SecuredClusterIT::read)
                    .reduce("", String::concat);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
