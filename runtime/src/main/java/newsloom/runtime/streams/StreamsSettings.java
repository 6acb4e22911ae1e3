package newsloom.runtime.streams;

import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a Kafka Streams service needs to know before it starts.
 *
 * @param applicationId consumer group and prefix of internal topics
 * @param bootstrapServers where the brokers are
 * @param registryUrl where the schema registry is
 * @param stateDir folder of the local state; kept between runs
 * @param threads stream threads, at least 1
 * @param exactlyOnce exactly-once v2, or at-least-once
 * @param instanceId fixed name of this instance, so that a restart with its state takes its place at once; null for a new member at every start
 * @param production what to ask for and to check where the cluster serves production; null elsewhere
 * @param overrides Kafka's own settings, which win over everything set here
 */
public record StreamsSettings(
        String applicationId,
        String bootstrapServers,
        String registryUrl,
        Path stateDir,
        int threads,
        boolean exactlyOnce,
        @Nullable String instanceId,
        @Nullable Production production,
        Map<String, String> overrides) {

    public StreamsSettings {
        overrides = Map.copyOf(overrides);
    }

    /** Exactly-once, one thread a core (at most 4), a new member at every start. */
    public static StreamsSettings of(String applicationId, String bootstrapServers, String registryUrl, Path stateDir) {
        int threads = Math.min(4, Runtime.getRuntime().availableProcessors());
        return new StreamsSettings(
                applicationId, bootstrapServers, registryUrl, stateDir, threads, true, null, null, Map.of());
    }

    /** The same with a fixed instance name. */
    public StreamsSettings withInstanceId(String id) {
        return new StreamsSettings(
                applicationId,
                bootstrapServers,
                registryUrl,
                stateDir,
                threads,
                exactlyOnce,
                id,
                production,
                overrides);
    }

    /** The same with other overrides. */
    public StreamsSettings withOverrides(Map<String, String> other) {
        return new StreamsSettings(
                applicationId,
                bootstrapServers,
                registryUrl,
                stateDir,
                threads,
                exactlyOnce,
                instanceId,
                production,
                other);
    }
}
