package newsloom.ingest.push;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import newsloom.contract.Topics;
import newsloom.testing.Broker;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.BytesDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.junit.jupiter.api.Test;

/** Many clients, one that is silent, one that drips and one that breaks off, against a server in a small heap and a real broker. */
class PushIT {
    private static final int CLIENTS = 200;
    private static final int PAGES = Integer.getInteger("newsloom.push.pages", 10_000);
    private static final int PAGES_A_REQUEST = 10;

    /** {@code -Dnewsloom.push.pages=50000} for more of them. */
    @Test
    void losesAndDoublesNothingOfManyClientsInASmallHeap() throws Exception {
        try (var broker = Broker.withNewsTopics(3)) {
            var process = start(broker);
            try (var said = new BufferedReader(new InputStreamReader(process.getInputStream(), UTF_8))) {
                String url = said.readLine();
                try (var silent = begin(url, "https://silent.example/");
                        var dripping = begin(url, "https://dripping.example/")) {
                    begin(url, "https://gone.example/").close();
                    var drops = new Thread(() -> drip(dripping));
                    drops.start();
                    sendAll(url);
                    dripping.close();
                    drops.join();
                    assertThat(silent.isConnected()).isTrue();
                }
                process.getOutputStream().close();
                assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
                assertThat(process.exitValue()).isZero();
            } finally {
                process.destroyForcibly().waitFor();
            }
            assertThat(sentOnce(broker)).hasSize(PAGES).allMatch(key -> key.startsWith("https://push.example/"));
        }
    }

    private static Process start(Broker broker) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx256m",
                        "-XX:+ExitOnOutOfMemoryError",
                        "-cp",
                        System.getProperty("java.class.path"),
                        PushProcess.class.getName(),
                        broker.bootstrapServers(),
                        broker.registryUrl())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    private static void sendAll(String url) throws Exception {
        var clients = Executors.newFixedThreadPool(CLIENTS);
        try {
            var work = new ArrayList<Callable<Integer>>();
            var http =
                    HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
            for (int from = 0; from < PAGES; from += PAGES_A_REQUEST) {
                int first = from;
                work.add(() -> sendUntilTaken(http, url, first));
            }
            for (var answer : clients.invokeAll(work)) {
                assertThat(answer.get()).isEqualTo(202);
            }
        } finally {
            clients.shutdownNow();
        }
    }

    /** A client that is told to come again, or gets no answer, does so under its key. */
    private static int sendUntilTaken(HttpClient http, String server, int first) throws InterruptedException {
        var request = HttpRequest.newBuilder(URI.create(server + "/v1/pages"))
                .header("Content-Type", "application/x-ndjson")
                .header("Idempotency-Key", "request-" + first)
                .POST(HttpRequest.BodyPublishers.ofString(lines(first)))
                .build();
        for (int attempt = 0; attempt < 100; attempt++) {
            int status = status(http, request);
            if (status != 429 && status != 503) {
                return status;
            }
        }
        return 503;
    }

    private static int status(HttpClient http, HttpRequest request) throws InterruptedException {
        try {
            return http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
        } catch (IOException e) { // a kept connection that the server was closing just then
            return 503;
        }
    }

    private static String lines(int first) {
        List<String> lines = new ArrayList<>();
        for (int i = first; i < first + PAGES_A_REQUEST; i++) {
            lines.add("{\"url\":\"https://push.example/" + i + "\",\"html\":\"<p>" + "page ".repeat(2000) + i + "\"}");
        }
        return String.join("\n", lines);
    }

    private static Socket begin(String server, String url) throws IOException {
        URI address = URI.create(server);
        var socket = new Socket(address.getHost(), address.getPort());
        socket.getOutputStream()
                .write(
                        ("POST /v1/pages HTTP/1.1\r\nHost: x\r\nContent-Type: application/x-ndjson\r\nContent-Length: 900000\r\n\r\n"
                                        + "{\"url\":\"" + url + "\",\"text\":\"x\"}\n")
                                .getBytes(UTF_8));
        socket.getOutputStream().flush();
        return socket;
    }

    /** A byte now and then, until one of the two sides has enough. */
    private static void drip(Socket socket) {
        try {
            while (!socket.isClosed()) {
                socket.getOutputStream().write(' ');
                LockSupport.parkNanos(20_000_000);
            }
        } catch (IOException e) {
            // the server has hung up, or the test is over
        }
    }

    /** Keys of all pages in the topic; fails where one is there twice. The values are not kept. */
    private static Set<String> sentOnce(Broker broker) {
        var keys = new HashSet<String>();
        Map<String, Object> settings = Map.of("bootstrap.servers", broker.bootstrapServers());
        try (var consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new BytesDeserializer())) {
            var partitions = consumer.partitionsFor(Topics.PAGES.name()).stream()
                    .map(info -> new TopicPartition(info.topic(), info.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            var ends = consumer.endOffsets(partitions);
            while (partitions.stream().anyMatch(partition -> consumer.position(partition) < ends.get(partition))) {
                consumer.poll(Duration.ofMillis(200))
                        .forEach(record -> assertThat(keys.add(record.key()))
                                .as(record.key())
                                .isTrue());
            }
        }
        return keys;
    }
}
