package newsloom.app.chaos;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.apache.kafka.common.TopicPartition;

/** How far the warm copies of an instance are behind, by the meters that it shows an operator. */
final class WarmCopies {
    private static final Pattern HEALTH = Pattern.compile("runs; health on (http\\S+)");
    private static final Pattern LAG = Pattern.compile(
            "(?m)^kafka_consumer_fetch_manager_records_lag\\{(?=[^}]*client_id=\"[^\"]*restore-consumer)"
                    + "(?=[^}]*partition=\"(\\d+)\")(?=[^}]*topic=\"([^\"]+)\")[^}]*} (\\S+)");
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private WarmCopies() {}

    /** Records that lack, by partition of the changelogs that are followed; empty while it does not say. */
    static Map<TopicPartition, Long> lags(Path log) {
        var lags = new HashMap<TopicPartition, Long>();
        try {
            String address = null;
            var runs = HEALTH.matcher(Files.readString(log));
            while (runs.find()) {
                address = runs.group(1);
            }
            if (address == null) {
                return lags;
            }
            var request = HttpRequest.newBuilder(URI.create(address + "/metrics"))
                    .timeout(Duration.ofSeconds(10))
                    .build();
            var lag = LAG.matcher(
                    HTTP.send(request, HttpResponse.BodyHandlers.ofString()).body());
            while (lag.find()) {
                double value = Double.parseDouble(lag.group(3));
                if (!Double.isNaN(value)) {
                    lags.put(new TopicPartition(lag.group(2), Integer.parseInt(lag.group(1))), (long) value);
                }
            }
        } catch (IOException e) {
            return Map.of(); // it does not answer now
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        return lags;
    }
}
