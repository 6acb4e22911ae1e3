package newsloom.ingest.push;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import newsloom.contract.Topics;
import newsloom.ingest.page.Limits;
import newsloom.ingest.source.ReadOptions;
import newsloom.runtime.metrics.Metrics;
import newsloom.testing.Broker;
import org.junit.jupiter.api.Test;

/** Many clients, one that falls silent and one that breaks off, against a real broker. */
class PushIT {
    private static final int CLIENTS = 200;
    private static final int PAGES = Integer.getInteger("newsloom.push.pages", 10_000);
    private static final int PAGES_A_REQUEST = 10;

    @Test
    void losesAndDoublesNothingOfManyClients() throws Exception {
        var reading = new ReadOptions(Limits.DEFAULT, null, false);
        var settings = new PushSettings(
                "127.0.0.1",
                0,
                null,
                10_000_000,
                1000,
                16 << 20,
                Duration.ofSeconds(20),
                Duration.ofSeconds(20),
                reading);
        try (var broker = Broker.withNewsTopics(3);
                var push = PushService.start(
                        settings,
                        Map.of("bootstrap.servers", broker.bootstrapServers()),
                        broker.registryUrl(),
                        "test",
                        null,
                        Clock.systemUTC(),
                        new Metrics());
                var silent = begin(push.url(), "https://silent.example/")) {
            begin(push.url(), "https://gone.example/").close();
            var clients = Executors.newFixedThreadPool(CLIENTS);
            try {
                var work = new ArrayList<Callable<Integer>>();
                var http = HttpClient.newHttpClient();
                for (int from = 0; from < PAGES; from += PAGES_A_REQUEST) {
                    int first = from;
                    work.add(() -> sendUntilTaken(http, push.url(), first));
                }
                for (var answer : clients.invokeAll(work)) {
                    assertThat(answer.get()).isEqualTo(202);
                }
            } finally {
                clients.shutdownNow();
            }
            var urls = broker.read(Topics.PAGES).stream()
                    .map(record -> record.value().getUrl())
                    .toList();
            assertThat(urls)
                    .hasSize(PAGES)
                    .doesNotHaveDuplicates()
                    .allMatch(url -> url.startsWith("https://push.example/"));
            assertThat(silent.isConnected()).isTrue();
        }
    }

    /** A client that is told to come again does; nothing of a small request is taken where it is refused before it is read. */
    private static int sendUntilTaken(HttpClient http, String server, int first)
            throws IOException, InterruptedException {
        int status = 429;
        while (status == 429) {
            var request = HttpRequest.newBuilder(URI.create(server + "/v1/pages"))
                    .header("Content-Type", "application/x-ndjson")
                    .POST(HttpRequest.BodyPublishers.ofString(lines(first)))
                    .build();
            status = http.send(request, HttpResponse.BodyHandlers.ofString()).statusCode();
        }
        return status;
    }

    private static String lines(int first) {
        List<String> lines = new ArrayList<>();
        for (int i = first; i < first + PAGES_A_REQUEST; i++) {
            lines.add("{\"url\":\"https://push.example/" + i + "\",\"html\":\"<p>" + "page ".repeat(200) + i + "\"}");
        }
        return String.join("\n", lines);
    }

    private static Socket begin(String server, String url) throws IOException {
        URI address = URI.create(server);
        var socket = new Socket(address.getHost(), address.getPort());
        socket.getOutputStream()
                .write(
                        ("POST /v1/pages HTTP/1.1\r\nHost: x\r\nContent-Type: application/x-ndjson\r\nContent-Length: 9000\r\n\r\n"
                                        + "{\"url\":\"" + url + "\",\"text\":\"x\"}\n")
                                .getBytes(UTF_8));
        return socket;
    }
}
