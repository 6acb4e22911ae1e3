package newsloom.app.run;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import newsloom.app.topics.TopicCreation;
import newsloom.contract.Topics;
import newsloom.contract.serde.HttpRegistry;
import newsloom.contract.serde.SchemaRegistry;
import newsloom.local.LocalBroker;
import newsloom.local.LocalRegistry;
import newsloom.local.LocalStartException;
import org.apache.kafka.clients.admin.Admin;

/** A broker and a registry in this process on the data of a folder, with all public topics. Thread-safe. */
public final class LocalCluster implements AutoCloseable {
    private final Path data;
    private final LocalBroker broker;
    private final LocalRegistry registry;

    private LocalCluster(Path data, LocalBroker broker, LocalRegistry registry) {
        this.data = data;
        this.broker = broker;
        this.registry = registry;
    }

    /**
     * Starts both and makes missing topics; topics of an earlier run keep their partitions.
     *
     * @param port of the broker, 0 for any
     * @param registryPort 0 for any
     * @throws LocalStartException when the folder or a port is taken, or something fails
     */
    public static LocalCluster start(Path data, int port, int registryPort, int partitions)
            throws InterruptedException {
        var broker = LocalBroker.start(data, port);
        try {
            makeTopics(broker, partitions);
            return new LocalCluster(data, broker, LocalRegistry.start(broker, registryPort));
        } catch (InterruptedException | RuntimeException e) {
            broker.close();
            throw e;
        }
    }

    private static void makeTopics(LocalBroker broker, int partitions) throws InterruptedException {
        try (var admin = Admin.create(Map.of("bootstrap.servers", broker.bootstrapServers()))) {
            var unused = new TopicCreation(admin).create(Topics.newTopics(partitions, (short) 1));
        } catch (ExecutionException e) {
            throw new IllegalStateException("The topics could not be made: " + e.getCause(), e);
        }
    }

    /** For {@code bootstrap.servers}. */
    public String bootstrapServers() {
        return broker.bootstrapServers();
    }

    /** Where the registry is. */
    public String registryUrl() {
        return registry.url();
    }

    SchemaRegistry registryClient() {
        return new HttpRegistry(registry.url());
    }

    /** Settings for a client. */
    Map<String, Object> client() {
        return Map.of("bootstrap.servers", bootstrapServers());
    }

    /** Where services keep their local state. */
    Path stateFolder() {
        return data.resolve("state");
    }

    /** One line for a person. */
    List<String> addresses() {
        return List.of("broker " + bootstrapServers(), "registry " + registryUrl(), "data " + data);
    }

    @Override
    public void close() {
        registry.close();
        broker.close();
    }
}
