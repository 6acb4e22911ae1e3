package newsloom.app.chaos;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import newsloom.app.process.Child;
import newsloom.testing.FreePort;

/**
 * One of the three nodes of a cluster, broker and controller, in a process of its own. Its doors: a steady one for clients, one for clients behind a link,
 * and those for its peers behind links, too.
 */
final class BrokerNode implements AutoCloseable {
    private static final String CLUSTER_ID = "bmV3c2xvb20tY2hhb3MtMQ";
    private static final String HOST = "127.0.0.1:";

    private final int id;
    private final Path folder;
    private final int steadyPort = FreePort.next();
    private final int clientPort = FreePort.next();
    private final int peerPort = FreePort.next();
    private final int controllerPort = FreePort.next();
    private final Link clients = Link.to(clientPort);
    private final Link peers = Link.to(peerPort);
    private final Link controllers = Link.to(controllerPort);
    private Child process;

    BrokerNode(int id, Path folder) {
        this.id = id;
        this.folder = folder;
    }

    String steadyAddress() {
        return HOST + steadyPort;
    }

    String clientAddress() {
        return HOST + clients.port();
    }

    private String voter() {
        return id + "@" + HOST + controllers.port();
    }

    /** Writes its settings and formats its folder. */
    void prepare(List<BrokerNode> all) throws InterruptedException {
        try {
            Files.createDirectories(folder);
            try (Writer out = Files.newBufferedWriter(settingsFile())) {
                settings(all).store(out, null);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        var format = Child.start(
                folder.resolve("format.log"),
                "128m",
                "kafka.tools.StorageTool",
                List.of(
                        "format",
                        "--cluster-id",
                        CLUSTER_ID,
                        "--config",
                        settingsFile().toString()));
        if (format.exitCode() != 0) {
            throw new IllegalStateException(
                    "the folder of broker " + id + " is not formatted:\n" + format.lastLines(20));
        }
    }

    private Path settingsFile() {
        return folder.resolve("server.properties");
    }

    private Properties settings(List<BrokerNode> all) {
        var settings = new Properties();
        settings.put("node.id", Integer.toString(id));
        settings.put("process.roles", "broker,controller");
        settings.put(
                "listeners",
                "STEADY://" + HOST + steadyPort + ",CLIENT://" + HOST + clientPort + ",PEER://" + HOST + peerPort
                        + ",CONTROLLER://" + HOST + controllerPort);
        settings.put(
                "advertised.listeners",
                "STEADY://" + steadyAddress() + ",CLIENT://" + clientAddress() + ",PEER://" + HOST + peers.port());
        settings.put(
                "listener.security.protocol.map",
                "STEADY:PLAINTEXT,CLIENT:PLAINTEXT,PEER:PLAINTEXT,CONTROLLER:PLAINTEXT");
        settings.put("inter.broker.listener.name", "PEER");
        settings.put("controller.listener.names", "CONTROLLER");
        settings.put(
                "controller.quorum.voters",
                String.join(",", all.stream().map(BrokerNode::voter).toList()));
        settings.put("log.dirs", folder.resolve("kafka").toString());
        replication(settings);
        return settings;
    }

    /** The production profile: three copies, two of which must have a record before it counts. */
    private static void replication(Properties settings) {
        settings.put("default.replication.factor", "3");
        settings.put("min.insync.replicas", "2");
        settings.put("offsets.topic.replication.factor", "3");
        settings.put("offsets.topic.num.partitions", "4");
        settings.put("transaction.state.log.replication.factor", "3");
        settings.put("transaction.state.log.min.isr", "2");
        settings.put("transaction.state.log.num.partitions", "4");
        settings.put("share.coordinator.state.topic.replication.factor", "3");
        settings.put("share.coordinator.state.topic.num.partitions", "1");
        settings.put("transaction.abort.timed.out.transaction.cleanup.interval.ms", "1000");
        settings.put("auto.create.topics.enable", "false");
        settings.put("message.max.bytes", Integer.toString(12 << 20));
        settings.put("broker.session.timeout.ms", "5000");
        settings.put("broker.heartbeat.interval.ms", "1000");
        settings.put("replica.lag.time.max.ms", "10000");
        settings.put("group.initial.rebalance.delay.ms", "0");
        settings.put("log.cleaner.dedupe.buffer.size", Integer.toString(4 << 20));
        settings.put("num.network.threads", "2");
        settings.put("num.io.threads", "4");
    }

    void start() {
        process = Child.start(
                folder.resolve("broker.log"),
                "640m",
                "kafka.Kafka",
                List.of(settingsFile().toString()));
    }

    int id() {
        return id;
    }

    Child process() {
        return process;
    }

    /** Clients behind the link reach it no longer. */
    void cutFromClients() {
        clients.cut();
    }

    /** Neither brokers nor controllers reach it; it reaches them. */
    void cutFromPeers() {
        peers.cut();
        controllers.cut();
    }

    void mend() {
        clients.mend();
        peers.mend();
        controllers.mend();
    }

    @Override
    public void close() {
        if (process != null) {
            process.close();
        }
        clients.close();
        peers.close();
        controllers.close();
    }
}
