package newsloom.ingest.push;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.stream.IntStream;
import newsloom.contract.Topics;
import newsloom.ingest.page.Limits;
import newsloom.ingest.source.ReadOptions;
import newsloom.runtime.metrics.Metrics;
import newsloom.testing.Await;
import newsloom.testing.Broker;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.quota.ClientQuotaAlteration;
import org.apache.kafka.common.quota.ClientQuotaEntity;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A broker that is there and takes less than it is given: clients are told to come again, and in the end each page is there once. */
class SlowKafkaIT {
    private static final int REQUESTS = 60;
    private static final int PAGE_BYTES = 300_000;
    private static final double BYTES_A_SECOND = 1_000_000;
    private static final Duration DEADLINE = Duration.ofMinutes(2);

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    @Test
    void clientsAreToldToComeAgain() throws Exception {
        try (var broker = Broker.withNewsTopics(1)) {
            bound(broker, BYTES_A_SECOND);
            try (var metrics = new Metrics();
                    var push = PushService.start(
                            settings(),
                            Map.of("bootstrap.servers", broker.bootstrapServers()),
                            broker.registryUrl(),
                            null,
                            null,
                            Clock.systemUTC(),
                            metrics)) {
                Await.until(DEADLINE, "the registry has answered", push::isReady);

                var first = sendAll(push.url());

                assertThat(first).extracting(HttpResponse::statusCode).containsOnly(202, 429);
                assertThat(first)
                        .filteredOn(answer -> answer.statusCode() == 429)
                        .allMatch(answer ->
                                answer.headers().firstValue("Retry-After").isPresent());

                bound(broker, null);
                Await.until(
                        DEADLINE,
                        "all are taken",
                        () -> sendAll(push.url()),
                        answers -> answers.stream().allMatch(answer -> answer.statusCode() == 202));
            }
            assertThat(broker.read(Topics.PAGES))
                    .extracting(record -> record.value().getUrl())
                    .containsExactlyInAnyOrderElementsOf(IntStream.range(0, REQUESTS)
                            .mapToObj(SlowKafkaIT::url)
                            .toList());
        }
    }

    /** Room for a third of the requests; less patience with Kafka than it needs for those. */
    private static PushSettings settings() {
        var patience = Duration.ofSeconds(20);
        var reading = new ReadOptions(new Limits(PAGE_BYTES * 2, PAGE_BYTES * 4, 1_000), null, false);
        long held = (long) PAGE_BYTES * REQUESTS / 3;
        return new PushSettings("127.0.0.1", 0, null, 10 << 20, 100, held, patience, Duration.ofSeconds(4), reading);
    }

    /** What each producer may send a second; null for all it can. */
    private static void bound(Broker broker, @Nullable Double bytes) throws ExecutionException, InterruptedException {
        var everybody = new ClientQuotaEntity(Collections.singletonMap(ClientQuotaEntity.CLIENT_ID, null));
        var rate = new ClientQuotaAlteration.Op("producer_byte_rate", bytes);
        try (var admin = Admin.create(Map.of("bootstrap.servers", broker.bootstrapServers()))) {
            admin.alterClientQuotas(List.of(new ClientQuotaAlteration(everybody, List.of(rate))))
                    .all()
                    .get();
        }
    }

    private List<HttpResponse<String>> sendAll(String server) {
        var answers = new ArrayList<CompletableFuture<HttpResponse<String>>>();
        for (int n = 0; n < REQUESTS; n++) {
            var request = HttpRequest.newBuilder(URI.create(server + "/v1/pages"))
                    .header("Content-Type", "application/x-ndjson")
                    .header("Idempotency-Key", "request-" + n)
                    .POST(HttpRequest.BodyPublishers.ofString(page(n)))
                    .build();
            answers.add(client.sendAsync(request, HttpResponse.BodyHandlers.ofString(UTF_8)));
        }
        return answers.stream().map(CompletableFuture::join).toList();
    }

    /** Nothing that could be compressed. */
    private static String page(int n) {
        var bytes = new byte[PAGE_BYTES * 3 / 4];
        new Random(n).nextBytes(bytes);
        return "{\"url\":\"" + url(n) + "\",\"html\":\"<p>"
                + Base64.getUrlEncoder().encodeToString(bytes) + "\"}\n";
    }

    private static String url(int n) {
        return "https://push.example/" + n;
    }
}
