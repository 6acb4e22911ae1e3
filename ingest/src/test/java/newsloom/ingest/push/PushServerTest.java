package newsloom.ingest.push;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicBoolean;
import newsloom.contract.Topics;
import newsloom.contract.serde.InMemoryRegistry;
import newsloom.contract.serde.RegistryUnavailableException;
import newsloom.contract.serde.SchemaRegistry;
import newsloom.contract.v1.Page;
import newsloom.ingest.kafka.PageRecords;
import newsloom.ingest.page.Limits;
import newsloom.ingest.source.ReadOptions;
import newsloom.ingest.warc.WarcBytes;
import newsloom.runtime.metrics.Metrics;
import newsloom.testing.Await;
import org.apache.avro.Schema;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PushServerTest {
    private static final String LINES = "application/x-ndjson";

    private final InMemoryRegistry registry = new InMemoryRegistry();
    private final Metrics metrics = new Metrics();
    private final HttpClient client = HttpClient.newHttpClient();
    private final ObjectMapper json = new ObjectMapper();
    private MockProducer<byte[], byte[]> producer = producer(true);
    private @Nullable PushServer server;

    @AfterEach
    void stop() {
        Objects.requireNonNull(server).close();
    }

    @Test
    void takesAnObjectLinesAndAWarc() throws Exception {
        start(null);
        assertThat(post("application/json", "{\n \"url\": \"https://example.com/1\",\n \"html\": \"<p>1\"\n}")
                        .statusCode())
                .isEqualTo(202);
        assertThat(post(LINES, line(2) + "\n" + line(3)).statusCode()).isEqualTo(202);
        byte[] warc = WarcBytes.gzip().html("https://example.com/4", "<p>4").bytes();
        var answer = post("application/warc", warc, null);
        assertThat(answer.statusCode()).isEqualTo(202);
        assertThat(json.readTree(answer.body())
                        .path("results")
                        .get(0)
                        .path("key")
                        .asText())
                .isEqualTo("https://example.com/4");
        assertThat(post(LINES, WarcBytes.zip(line(5).getBytes(UTF_8)), null).statusCode())
                .isEqualTo(202);
        assertThat(sentUrls()).containsExactly(urls(1, 2, 3, 4, 5));
        assertThat(Objects.requireNonNull(server).accepted()).isEqualTo(5);
    }

    @Test
    void refusesLinesOneByOneWithTheReason() throws Exception {
        start(null);
        var answer = post(LINES, line(1) + "rubbish\n\n{\"html\":\"<p>whose\"}\n" + line(5));
        assertThat(answer.statusCode()).isEqualTo(400);
        JsonNode told = json.readTree(answer.body());
        assertThat(told.path("accepted").asInt()).isEqualTo(2);
        assertThat(told.path("refused").asInt()).isEqualTo(2);
        assertThat(told.path("results").findValuesAsText("line")).containsExactly("1", "2", "4", "5");
        assertThat(told.path("results").findValuesAsText("status"))
                .containsExactly("accepted", "refused", "refused", "accepted");
        assertThat(told.path("results").findValuesAsText("reason")).containsExactly("bad-json", "no-url");
        assertThat(sentUrls()).containsExactly(urls(1, 5));
        assertThat(post("application/json", line(1) + line(2)).statusCode()).isEqualTo(400);
        assertThat(post("text/html", "<p>").statusCode()).isEqualTo(415);
    }

    @Test
    void takesAnOrdinaryWarcWithItsImagesAndRevisits() throws Exception {
        start(null);
        var warc = WarcBytes.gzip().info().html("https://example.com/1", "<p>1");
        for (int i = 0; i < 9; i++) { // more than pages may be in a request
            warc.response("https://example.com/i" + i, "200 OK", "Content-Type: image/png\r\n", new byte[] {1}, "");
        }
        warc.record("revisit", "https://example.com/r", "application/http", new byte[0], "")
                .html("https://example.com/2", "<p>2");
        var answer = post("application/warc", warc.bytes(), null);
        assertThat(answer.statusCode()).isEqualTo(202);
        JsonNode told = json.readTree(answer.body());
        assertThat(told.path("accepted").asInt()).isEqualTo(2);
        assertThat(told.path("refused").asInt()).isZero();
        assertThat(told.path("results")).hasSize(2);
        assertThat(told.path("passed").path("not-a-page:image/png").asInt()).isEqualTo(9);
        assertThat(told.path("passed").path("revisit").asInt()).isEqualTo(1);
        assertThat(sentUrls()).containsExactly(urls(1, 2));
        assertThat(metrics.text()).contains("newsloom_push_pages_total{outcome=\"passed\"} 10.0");

        byte[] damaged = Arrays.copyOf(warc.bytes(), warc.bytes().length - 20);
        assertThat(post("application/warc", damaged, null).statusCode()).isEqualTo(400);
    }

    @Test
    void asksForTheToken() throws Exception {
        start("secret");
        assertThat(post(LINES, line(1)).statusCode()).isEqualTo(401);
        assertThat(post(LINES, line(1).getBytes(UTF_8), "wrong").statusCode()).isEqualTo(401);
        assertThat(post(LINES, line(1).getBytes(UTF_8), "secret").statusCode()).isEqualTo(202);
        assertThat(sentUrls()).hasSize(1);
    }

    @Test
    void refusesTooManyBytesAndTooManyPages() throws Exception {
        start(null);
        assertThat(post(LINES, "x".repeat(200_000)).statusCode()).isEqualTo(413);
        var answer = post(LINES, line(1) + line(2) + line(3) + line(4) + line(5));
        assertThat(answer.statusCode()).isEqualTo(413);
        assertThat(json.readTree(answer.body()).path("accepted").asInt()).isEqualTo(4);
        assertThat(sentUrls()).containsExactly(urls(1, 2, 3, 4));
        byte[] bomb = WarcBytes.zip(
                ("{\"url\":\"https://example.com/\",\"text\":\"" + "a".repeat(9_000_000)).getBytes(UTF_8));
        assertThat(post(LINES, bomb, null).statusCode()).isEqualTo(400);
    }

    /** Its connection would be reset while it still sends, and it would never know why. */
    @Test
    void aRefusedClientThatSendsOnGetsItsAnswer() throws Exception {
        start("secret");
        for (String token : List.of("secret", "wrong")) {
            try (var socket = connect()) {
                write(
                        socket,
                        "POST /v1/pages HTTP/1.1\r\nHost: x\r\nConnection: close\r\nAuthorization: Bearer " + token
                                + "\r\nContent-Type: application/x-ndjson\r\nContent-Length: 200000\r\n\r\n");
                socket.setSoTimeout(500); // an answer before the body has come is followed by the reset
                assertThatExceptionOfType(SocketTimeoutException.class)
                        .isThrownBy(() -> socket.getInputStream().read());
                write(socket, "x".repeat(100_000));
                write(socket, "x".repeat(100_000));
                socket.setSoTimeout(20_000);
                String answer = new String(socket.getInputStream().readAllBytes(), UTF_8);
                assertThat(answer).contains(token.equals("secret") ? " 413 " : " 401 ");
            }
        }
    }

    @Test
    void aClientThatHoldsItsBodyBackIsRefusedAtOnce() throws Exception {
        start(null);
        try (var socket = connect()) {
            write(
                    socket,
                    "POST /v1/pages HTTP/1.1\r\nHost: x\r\nContent-Type: application/x-ndjson\r\nContent-Length: 200000\r\nExpect: 100-continue\r\n\r\n");
            socket.setSoTimeout(20_000);
            String answer = new String(socket.getInputStream().readAllBytes(), UTF_8);
            assertThat(answer).startsWith("HTTP/1.1 413 ");
        }
    }

    @Test
    void answersOnlyWhenKafkaHasAcknowledged() throws Exception {
        producer = producer(false);
        start(null);
        var answer =
                client.sendAsync(request(LINES, line(1).getBytes(UTF_8), null), HttpResponse.BodyHandlers.ofString());
        Await.until(
                Duration.ofSeconds(20), "it has come", () -> producer.history().size() == 1);
        assertThat(answer).isNotDone();
        producer.completeNext();
        assertThat(answer.get().statusCode()).isEqualTo(202);
    }

    @Test
    void saysThatKafkaIsAway() throws Exception {
        producer = producer(false);
        start(null);
        var failed = client.sendAsync(
                request(LINES, (line(1) + line(2)).getBytes(UTF_8), null), HttpResponse.BodyHandlers.ofString());
        Await.until(
                Duration.ofSeconds(20), "it has come", () -> producer.history().size() == 2);
        producer.completeNext();
        producer.errorNext(new TimeoutException("no broker"));
        assertThat(failed.get().statusCode()).isEqualTo(503);
        assertThat(failed.get().headers().firstValue("Retry-After")).isPresent();
        assertThat(json.readTree(failed.get().body()).path("results").findValuesAsText("status"))
                .containsExactly("accepted", "failed");

        producer.sendException = new TimeoutException("no metadata");
        assertThat(post(LINES, line(3)).statusCode()).isEqualTo(503);
    }

    @Test
    void saysThatKafkaIsBehindAndTakesPagesAgainLater() throws Exception {
        producer = producer(false);
        start(null, 20, registry);
        int pages = 0;
        String large = "{\"url\":\"https://example.com/large\",\"text\":\"" + "a".repeat(80_000) + "\"}\n";
        while (pages < 100 && sendWithoutWaiting(large)) {
            pages++;
            int sent = pages;
            Await.until(
                    Duration.ofSeconds(20),
                    "it has come",
                    () -> producer.history().size() == sent);
        }
        assertThat(pages).isLessThan(100);
        var busy = post(LINES, line(1));
        assertThat(busy.statusCode()).isEqualTo(429);
        assertThat(busy.headers().firstValue("Retry-After")).isPresent();
        Await.until(Duration.ofSeconds(20), "it has come", () -> {
            while (producer.completeNext()) {
                // all are acknowledged, those too that were on their way
            }
            return sendWithoutWaiting(line(1));
        });
    }

    @Test
    void takesARequestThatComesAgainUnderItsKeyOnlyOnce() throws Exception {
        start(null);
        assertThat(repeat(line(1) + line(2), "crawl-7").statusCode()).isEqualTo(202);
        var again = repeat(line(1) + line(2), "crawl-7");
        assertThat(again.statusCode()).isEqualTo(202);
        assertThat(json.readTree(again.body()).path("accepted").asInt()).isEqualTo(2);
        assertThat(sentUrls()).containsExactly(urls(1, 2));
        assertThat(repeat(line(1) + line(3), "crawl-7").statusCode()).isEqualTo(202);
        assertThat(repeat(line(1), "crawl-8").statusCode()).isEqualTo(202);
        assertThat(post(LINES, line(1)).statusCode()).isEqualTo(202);
        assertThat(sentUrls()).containsExactly(urls(1, 2, 3, 1, 1));
        assertThat(repeat(line(1), "k".repeat(300)).statusCode()).isEqualTo(400);
    }

    @Test
    void sendsOnlyWhatFailedOfARequestThatComesAgainUnderItsKey() throws Exception {
        producer = producer(false);
        start(null);
        var failed = client.sendAsync(
                HttpRequest.newBuilder(request(LINES, (line(1) + line(2)).getBytes(UTF_8), null), (name, value) -> true)
                        .header("Idempotency-Key", "k")
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        awaitSent(2);
        producer.completeNext();
        producer.errorNext(new TimeoutException("no broker"));
        assertThat(failed.get().statusCode()).isEqualTo(503);
        var again = client.sendAsync(
                HttpRequest.newBuilder(request(LINES, (line(1) + line(2)).getBytes(UTF_8), null), (name, value) -> true)
                        .header("Idempotency-Key", "k")
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        awaitSent(3);
        producer.completeNext();
        assertThat(again.get().statusCode()).isEqualTo(202);
        assertThat(sentUrls()).containsExactly(urls(1, 2, 2));
    }

    @Test
    void saysAtOnceThatTheRegistryIsAwayAndGoesOnWhenItIsBack() throws Exception {
        var away = new AtomicBoolean(true);
        start(null, 1, new SchemaRegistry() {
            @Override
            public int idOf(String subject, Schema schema) {
                if (away.get()) {
                    throw new RegistryUnavailableException("nobody at 8081");
                }
                return registry.idOf(subject, schema);
            }

            @Override
            public Schema byId(int id) {
                return registry.byId(id);
            }
        });
        var answer = post(LINES, line(1));
        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.headers().firstValue("Retry-After")).isPresent();
        assertThat(answer.body()).contains("\"reason\":\"registry\"").contains("nobody at 8081");
        away.set(false);
        Await.until(
                Duration.ofSeconds(20),
                "it is back",
                () -> Objects.requireNonNull(server).isReady());
        assertThat(post(LINES, line(1)).statusCode()).isEqualTo(202);
    }

    @Test
    void countsByOutcomeReasonAndStatus() throws Exception {
        start("secret");
        post(LINES, (line(1) + "rubbish\n" + line(2)).getBytes(UTF_8), "secret");
        post(LINES, line(1));
        assertThat(get("/metrics", null).statusCode()).isEqualTo(401);
        String told = get("/metrics", "secret").body();
        assertThat(told)
                .contains("newsloom_push_pages_total{outcome=\"accepted\"} 2.0")
                .contains("newsloom_push_pages_total{outcome=\"repeated\"} 0.0")
                .contains("newsloom_push_refused_total{reason=\"bad-json\"} 1.0")
                .contains("newsloom_push_requests_seconds_count{status=\"400\"} 1")
                .contains("newsloom_push_requests_seconds_count{status=\"401\"} 1")
                .contains("newsloom_push_held_bytes 0.0")
                .contains("jvm_memory_used_bytes");
    }

    private HttpResponse<String> get(String path, @Nullable String token) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create(url() + path));
        return client.send(
                (token == null ? request : request.header("Authorization", "Bearer " + token)).build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private void awaitSent(int pages) {
        Await.until(
                Duration.ofSeconds(20), "it has come", () -> producer.history().size() == pages);
    }

    @Test
    void leavesNothingOfARequestThatBreaksOff() throws Exception {
        start(null);
        try (var socket = connect()) {
            write(
                    socket,
                    "POST /v1/pages HTTP/1.1\r\nHost: x\r\nContent-Type: application/x-ndjson\r\nContent-Length: 5000\r\n\r\n"
                            + line(1) + line(2));
        }
        assertThat(post(LINES, line(3)).statusCode()).isEqualTo(202);
        assertThat(sentUrls()).containsExactly(urls(3));
    }

    @Test
    void doesNotWaitForASilentClient() throws Exception {
        start(null);
        try (var socket = connect()) {
            write(
                    socket,
                    "POST /v1/pages HTTP/1.1\r\nHost: x\r\nContent-Type: application/x-ndjson\r\nContent-Length: 5000\r\n\r\n"
                            + line(1));
            socket.setSoTimeout(20_000);
            String answer = new String(socket.getInputStream().readAllBytes(), UTF_8);
            assertThat(answer).contains("408");
        }
        assertThat(sentUrls()).isEmpty();
    }

    @Test
    void describesItself() throws Exception {
        start(null);
        var request =
                HttpRequest.newBuilder(URI.create(url() + "/v1/openapi.json")).build();
        JsonNode api = json.readTree(
                client.send(request, HttpResponse.BodyHandlers.ofString()).body());
        assertThat(api.path("openapi").asText()).startsWith("3.");
        assertThat(api.at("/paths/~1v1~1pages/post/responses").fieldNames())
                .toIterable()
                .contains("202", "400", "401", "413", "429", "503");
    }

    /** False where it is refused at once. */
    private boolean sendWithoutWaiting(String lines) {
        var answer =
                client.sendAsync(request(LINES, lines.getBytes(UTF_8), null), HttpResponse.BodyHandlers.ofString());
        int before = producer.history().size();
        Await.until(
                Duration.ofSeconds(20),
                "it has come",
                () -> answer.isDone() || producer.history().size() > before);
        return !answer.isDone() || answer.join().statusCode() == 202;
    }

    private void start(@Nullable String token) {
        start(token, 2, registry);
    }

    private void start(@Nullable String token, int patienceSeconds, SchemaRegistry schemas) {
        var reading = new ReadOptions(new Limits(100_000, 1_000_000, 1000), null, false);
        var patience = Duration.ofSeconds(patienceSeconds);
        var settings = new PushSettings("127.0.0.1", 0, token, 150_000, 4, 500_000, patience, patience, reading);
        var records = new PageRecords(Topics.PAGES.serde(schemas), null, null);
        server = PushServer.start(settings, producer, records, Clock.system(ZoneOffset.UTC), metrics);
    }

    private HttpResponse<String> repeat(String body, String key) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(request(LINES, body.getBytes(UTF_8), null), (name, value) -> true)
                .header("Idempotency-Key", key)
                .build();
        return client.send(request, HttpResponse.BodyHandlers.ofString());
    }

    private Socket connect() throws IOException {
        URI address = URI.create(url());
        return new Socket(address.getHost(), address.getPort());
    }

    private static void write(Socket socket, String text) throws IOException {
        OutputStream out = socket.getOutputStream();
        out.write(text.getBytes(UTF_8));
        out.flush();
    }

    private String url() {
        return Objects.requireNonNull(server).url();
    }

    private HttpResponse<String> post(String type, String body) throws IOException, InterruptedException {
        return post(type, body.getBytes(UTF_8), null);
    }

    private HttpResponse<String> post(String type, byte[] body, @Nullable String token)
            throws IOException, InterruptedException {
        return client.send(request(type, body, token), HttpResponse.BodyHandlers.ofString());
    }

    private HttpRequest request(String type, byte[] body, @Nullable String token) {
        var request = HttpRequest.newBuilder(URI.create(url() + "/v1/pages"))
                .header("Content-Type", type)
                .POST(HttpRequest.BodyPublishers.ofByteArray(body));
        return (token == null ? request : request.header("Authorization", "Bearer " + token)).build();
    }

    private static MockProducer<byte[], byte[]> producer(boolean acknowledges) {
        return new MockProducer<>(acknowledges, null, new ByteArraySerializer(), new ByteArraySerializer());
    }

    private static String line(int i) {
        return "{\"url\":\"https://example.com/" + i + "\",\"html\":\"<p>" + i + "\"}\n";
    }

    private static String[] urls(int... numbers) {
        return Arrays.stream(numbers).mapToObj(i -> "https://example.com/" + i).toArray(String[]::new);
    }

    private List<String> sentUrls() {
        var serde = Topics.PAGES.serde(registry);
        return producer.history().stream()
                .map(record -> serde.deserialize(Topics.PAGES.name(), record.value()))
                .map(Objects::requireNonNull)
                .map(Page::getUrl)
                .toList();
    }
}
