package newsloom.local;

import io.javalin.Javalin;
import io.javalin.util.JavalinBindException;
import java.util.Map;
import org.apache.kafka.common.KafkaException;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

/**
 * A small schema registry: the subset of Confluent's REST interface that tools use, Avro only, every subject
 * {@code FULL_TRANSITIVE}. Its schemas live in the topic {@code _schemas} of the given cluster and have the same ids after a restart.
 * One at a time on a cluster. Thread-safe.
 */
public final class LocalRegistry implements AutoCloseable {
    private static final int MAX_THREADS = 16;

    private final String host;
    private final Javalin server;
    private final SchemaLog log;

    private LocalRegistry(String host, Javalin server, SchemaLog log) {
        this.host = host;
        this.server = server;
        this.log = log;
    }

    /** A registry on 127.0.0.1 over the broker of a local run. */
    public static LocalRegistry start(LocalBroker broker, int port) {
        return start(Map.of("bootstrap.servers", broker.bootstrapServers()), LoopbackPorts.HOST, port);
    }

    /**
     * Reads the schemas of the cluster and serves them; returns when requests are answered.
     *
     * @param kafka client settings, {@code bootstrap.servers} among them
     * @param host address to listen on
     * @param port 0 chooses a free one
     * @throws LocalStartException when the port is taken or the cluster does not answer within 30 s
     */
    public static LocalRegistry start(Map<String, Object> kafka, String host, int port) {
        var catalog = new SchemaCatalog();
        var log = open(kafka, catalog);
        try {
            return new LocalRegistry(host, serve(new RegistryRoutes(catalog, log::append), host, port), log);
        } catch (JavalinBindException e) {
            log.close();
            throw new LocalStartException(
                    "Port " + port + " on " + host
                            + " (schema registry) is taken: stop what listens there or give another port (0 chooses a free one)",
                    e);
        }
    }

    private static SchemaLog open(Map<String, Object> kafka, SchemaCatalog catalog) {
        try {
            return SchemaLog.open(kafka, catalog);
        } catch (KafkaException e) {
            throw new LocalStartException(
                    "The schema registry cannot read its schemas from " + kafka.get("bootstrap.servers") + ": "
                            + e.getMessage(),
                    e);
        }
    }

    private static Javalin serve(RegistryRoutes routes, String host, int port) {
        var server = Javalin.create(config -> {
            config.startup.showJavalinBanner = false;
            config.startup.showOldJavalinVersionWarning = false;
            config.startup.startupWatcherEnabled = false;
            config.jetty.threadPool = new QueuedThreadPool(MAX_THREADS, 2);
            routes.addTo(config.routes);
        });
        return server.start(host, port);
    }

    /** For {@code schema.registry.url}. */
    public String url() {
        return "http://" + host + ":" + server.port();
    }

    @Override
    public void close() {
        server.stop();
        log.close();
    }
}
