package newsloom.app.settings;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import newsloom.app.Newsloom;
import newsloom.contract.serde.HttpRegistry;
import newsloom.contract.serde.SchemaRegistry;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Options of every command that talks to a cluster. */
public final class ClusterOptions {
    @Spec(Spec.Target.MIXEE)
    private @Nullable CommandSpec command;

    @Option(
            names = {"--bootstrap-servers", "-b"},
            paramLabel = "HOST:PORT",
            defaultValue = "localhost:9092",
            description = "Brokers to begin with; several with commas between them (default: ${DEFAULT-VALUE}).")
    private String bootstrapServers = "localhost:9092";

    @Option(
            names = "--schema-registry",
            paramLabel = "URL",
            defaultValue = "http://localhost:8081",
            description = "Schema registry with Confluent's interface (default: ${DEFAULT-VALUE}).")
    private String schemaRegistry = "http://localhost:8081";

    private final Map<String, String> flags = new LinkedHashMap<>();

    @Option(
            names = "--set",
            paramLabel = "NAME=VALUE",
            description =
                    "One of Kafka's own settings: kafka.* for every client, producer.* for producers, streams.* for Kafka Streams.")
    void set(Map<String, String> given) {
        for (var name : given.keySet()) {
            if (!PassThrough.takes(name)) {
                throw new ParameterException(
                        spec().commandLine(),
                        "Unknown setting for option '--set': '" + name + "' begins with none of "
                                + PassThrough.PREFIXES);
            }
        }
        flags.putAll(given);
    }

    public String bootstrapServers() {
        return bootstrapServers;
    }

    public String registryUrl() {
        return schemaRegistry;
    }

    /** A new client of the registry. */
    public SchemaRegistry registry() {
        return new HttpRegistry(schemaRegistry);
    }

    /** What goes to Kafka as it is. */
    public PassThrough passThrough() {
        return new PassThrough(((Newsloom) spec().root().userObject()).configuration(), flags);
    }

    /** Settings for an admin client or a consumer. */
    public Map<String, Object> client() {
        var settings = new HashMap<String, Object>();
        settings.put("default.api.timeout.ms", "30000"); // a person waits
        settings.putAll(passThrough().forClients());
        settings.put("bootstrap.servers", bootstrapServers);
        return settings;
    }

    private CommandSpec spec() {
        if (command == null) {
            throw new IllegalStateException("used outside a command line");
        }
        return command;
    }
}
