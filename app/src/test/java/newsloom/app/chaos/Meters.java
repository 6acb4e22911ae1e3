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
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.kafka.common.TopicPartition;

/** What an instance shows an operator at one moment, in Prometheus' text format. */
record Meters(String text) {
    private static final Pattern HEALTH = Pattern.compile("runs; health on (http\\S+)");
    private static final Pattern WARM_COPY_LAG = Pattern.compile(
            "(?m)^kafka_consumer_fetch_manager_records_lag\\{(?=[^}]*client_id=\"[^\"]*restore-consumer)"
                    + "(?=[^}]*partition=\"(\\d+)\")(?=[^}]*topic=\"([^\"]+)\")[^}]*} (\\S+)");
    private static final Pattern STATE =
            Pattern.compile("(?m)^kafka_stream_state_live_sst_files_size\\{[^}]*task_id=\"([^\"]+)\"");
    private static final Pattern WAITING = Pattern.compile("(?m)^newsloom_order_waiting (\\S+)");
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    /**
     * Asks an instance.
     *
     * @param log where it says its address
     * @return empty while it does not answer
     */
    static Optional<Meters> of(Path log) {
        try {
            String address = null;
            var runs = HEALTH.matcher(Files.readString(log));
            while (runs.find()) {
                address = runs.group(1);
            }
            if (address == null) {
                return Optional.empty();
            }
            var request = HttpRequest.newBuilder(URI.create(address + "/metrics"))
                    .timeout(Duration.ofSeconds(10))
                    .build();
            return Optional.of(new Meters(
                    HTTP.send(request, HttpResponse.BodyHandlers.ofString()).body()));
        } catch (IOException e) {
            return Optional.empty();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** How many records its warm copies lack, by partition of the changelogs that it follows. */
    Map<TopicPartition, Long> warmCopyLags() {
        var lags = new HashMap<TopicPartition, Long>();
        var lag = WARM_COPY_LAG.matcher(text);
        while (lag.find()) {
            double value = Double.parseDouble(lag.group(3));
            if (!Double.isNaN(value)) {
                lags.put(new TopicPartition(lag.group(2), Integer.parseInt(lag.group(1))), (long) value);
            }
        }
        return lags;
    }

    /** The tasks whose state it has, at work or as a warm copy. */
    Set<String> tasksWithState() {
        return STATE.matcher(text).results().map(task -> task.group(1)).collect(Collectors.toSet());
    }

    /** How many items it holds back until it is their turn; empty before it counts them. */
    OptionalLong waiting() {
        var waiting = WAITING.matcher(text);
        return waiting.find() ? OptionalLong.of((long) Double.parseDouble(waiting.group(1))) : OptionalLong.empty();
    }
}
