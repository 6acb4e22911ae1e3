package newsloom.runtime.health;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.concurrent.atomic.AtomicBoolean;
import newsloom.runtime.metrics.Metrics;
import org.junit.jupiter.api.Test;

class HealthServerTest {
    @Test
    void isLiveBeforeItIsReady() throws Exception {
        var ready = new AtomicBoolean();
        try (var metrics = new Metrics();
                var health = HealthServer.start(0, () -> true, ready::get, metrics)) {
            assertThat(status(health, "/livez")).isEqualTo(200);
            assertThat(status(health, "/readyz")).isEqualTo(503);

            ready.set(true);

            assertThat(status(health, "/readyz")).isEqualTo(200);
            assertThat(status(health, "/metrics")).isEqualTo(200);
            assertThat(status(health, "/other")).isEqualTo(404);
        }
    }

    private static int status(HealthServer health, String path) throws Exception {
        var request = HttpRequest.newBuilder(URI.create(health.url() + path)).build();
        return HttpClient.newHttpClient()
                .send(request, BodyHandlers.discarding())
                .statusCode();
    }
}
