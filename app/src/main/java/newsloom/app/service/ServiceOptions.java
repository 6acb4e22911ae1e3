package newsloom.app.service;

import java.nio.file.Path;
import java.util.Map;
import newsloom.app.settings.ClusterOptions;
import newsloom.app.settings.Limits;
import newsloom.runtime.streams.Production;
import newsloom.runtime.streams.StreamsSettings;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Option;

/** Options of the services that are Kafka Streams applications. */
final class ServiceOptions {
    @Option(
            names = "--state",
            paramLabel = "DIR",
            defaultValue = ".newsloom/state",
            description = "Folder of the local state, kept between runs (default: ${DEFAULT-VALUE}).")
    private Path state = Path.of(".newsloom/state");

    @Option(
            names = "--threads",
            paramLabel = "N",
            converter = Limits.Threads.class,
            description = "Stream threads (default: one a core, at most 4).")
    private @Nullable Integer threads;

    @Option(
            names = "--application-id",
            paramLabel = "NAME",
            description = "Consumer group and prefix of internal topics (default: that of the service).")
    private @Nullable String applicationId;

    @Option(
            names = "--instance-id",
            paramLabel = "NAME",
            description = "Fixed name of this instance, so that a restart takes its place at once.")
    private @Nullable String instanceId;

    @Option(
            names = "--at-least-once",
            description =
                    "Give up exactly-once for 5 to 10 %% more throughput; a crash may then drop or repeat articles.")
    private boolean atLeastOnce;

    @ArgGroup(exclusive = false)
    private @Nullable ProductionOptions production;

    /** Options of an instance that serves production. */
    private static final class ProductionOptions {
        @Option(
                names = "--production",
                required = true,
                description =
                        "For a cluster of three brokers and more: three copies of internal topics, two of them in sync, a warm copy of the state on another instance. Does not start before cluster and state folder are fit for that.")
        private boolean chosen;

        @Option(
                names = "--rack",
                paramLabel = "NAME",
                description = "Where this instance stands: the warm copy of its state is kept on another rack.")
        private @Nullable String rack;
    }

    @Option(
            names = "--health-port",
            paramLabel = "PORT",
            defaultValue = "8080",
            converter = Limits.Port.class,
            description = "Port of /livez and /readyz on the loopback address, 0 for any (default: ${DEFAULT-VALUE}).")
    private int healthPort = 8080;

    StreamsSettings streams(String defaultId, ClusterOptions cluster) {
        var settings = StreamsSettings.of(
                applicationId == null ? defaultId : applicationId,
                cluster.bootstrapServers(),
                cluster.registryUrl(),
                state);
        return new StreamsSettings(
                settings.applicationId(),
                settings.bootstrapServers(),
                settings.registryUrl(),
                settings.stateDir(),
                threads == null ? settings.threads() : threads,
                !atLeastOnce,
                instanceId,
                production == null || !production.chosen ? null : new Production(production.rack),
                Map.copyOf(cluster.passThrough().forStreams()));
    }

    int healthPort() {
        return healthPort;
    }
}
