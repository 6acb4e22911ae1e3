package newsloom.local;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.storage.Formatter;
import org.apache.kafka.server.common.Feature;
import org.apache.kafka.server.common.MetadataVersion;

/**
 * A real Kafka broker inside this process: one node in KRaft mode on 127.0.0.1, its data kept in a folder over restarts and crashes.
 * A first start takes 2-4 s, a later one about 1 s. Topics are not created by use.
 *
 * <p>{@code Formatter} and {@code KafkaRaftServer} are not public API of Kafka: this class is the only one that knows them.
 */
public final class LocalBroker implements AutoCloseable {
    private final Path folder;
    private final int port;
    private final FolderLock lock;
    private final KafkaRaftServer server;

    private LocalBroker(Path folder, int port, FolderLock lock, KafkaRaftServer server) {
        this.folder = folder;
        this.port = port;
        this.lock = lock;
        this.server = server;
    }

    /**
     * Starts a broker on the data of {@code folder}, formatting it at the first start; returns when clients are served.
     *
     * @param folder made where it is missing; one process at a time
     * @param port of the loopback address; 0 chooses a free one, which may be another one at each start
     * @throws LocalStartException when the folder or the port is taken, or the broker fails
     */
    public static LocalBroker start(Path folder, int port) {
        var lock = FolderLock.take(folder);
        try {
            int brokerPort = LoopbackPorts.freeOr(port, "broker");
            var server = start(
                    folder.resolve("kafka").toAbsolutePath(),
                    brokerPort,
                    LoopbackPorts.freeBeside(brokerPort, "controller"));
            return new LocalBroker(folder, brokerPort, lock, server);
        } catch (Throwable e) {
            release(lock);
            throw e;
        }
    }

    private static KafkaRaftServer start(Path logs, int port, int controllerPort) {
        try {
            format(logs);
            var settings = new KafkaConfig(BrokerSettings.of(logs, port, controllerPort), false);
            var server = new KafkaRaftServer(settings, Time.SYSTEM);
            server.startup();
            return server;
        } catch (Exception e) {
            throw new LocalStartException("The local broker did not start on " + logs + ": " + e, e);
        }
    }

    /** Formatting again would throw, even where the formatter is told to ignore it. */
    private static void format(Path logs) throws Exception {
        if (Files.exists(logs.resolve("meta.properties"))) {
            return;
        }
        Files.createDirectories(logs);
        new Formatter()
                .setPrintStream(new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8))
                .setNodeId(BrokerSettings.NODE_ID)
                .setClusterId(Uuid.randomUuid().toString())
                .setDirectories(List.of(logs.toString()))
                .setMetadataLogDirectory(logs.toString())
                .setControllerListenerName(BrokerSettings.CONTROLLER)
                .setReleaseVersion(MetadataVersion.latestProduction())
                .setSupportedFeatures(Feature.PRODUCTION_FEATURES)
                .run();
    }

    /** For {@code bootstrap.servers}. */
    public String bootstrapServers() {
        return LoopbackPorts.HOST + ":" + port;
    }

    public int port() {
        return port;
    }

    public Path folder() {
        return folder;
    }

    /** Stops the broker (under a second when clients are closed before) and gives the folder free; the data stays. */
    @Override
    public void close() {
        server.shutdown();
        server.awaitShutdown();
        release(lock);
    }

    private static void release(FolderLock lock) {
        try {
            lock.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
