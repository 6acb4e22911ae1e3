package newsloom.app.chaos;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import newsloom.app.process.Child;
import newsloom.testing.Await;
import newsloom.testing.FreePort;

/** Three brokers and a schema registry, each a process of its own. */
final class Cluster implements AutoCloseable {
    static final int PARTITIONS = 4;
    private static final Duration DEADLINE = Duration.ofMinutes(2);

    private final Path folder;
    private final List<BrokerNode> nodes;
    private final Bystander bystander;
    private final int registryPort;
    private Child registry;

    private Cluster(Path folder, List<BrokerNode> nodes) {
        this.folder = folder;
        this.nodes = nodes;
        this.bystander = Bystander.of(steadyAddresses());
        this.registryPort = FreePort.next();
    }

    static Cluster start(Path folder) throws InterruptedException {
        var nodes = IntStream.rangeClosed(1, 3)
                .mapToObj(id -> new BrokerNode(id, folder.resolve("broker-" + id)))
                .toList();
        for (var node : nodes) {
            node.prepare(nodes);
        }
        nodes.forEach(BrokerNode::start);
        var cluster = new Cluster(folder, nodes);
        cluster.awaitBrokers(3);
        cluster.createTopics();
        cluster.startRegistry();
        return cluster;
    }

    private void createTopics() throws InterruptedException {
        var create = Child.newsloom(
                folder.resolve("topics.log"),
                "128m",
                List.of("topics", "create", "-b", steadyAddresses(), "--partitions", Integer.toString(PARTITIONS)));
        if (create.exitCode() != 0) {
            throw new IllegalStateException("no topics:\n" + create.lastLines(20));
        }
    }

    void startRegistry() {
        registry = Child.newsloom(
                folder.resolve("registry.log"),
                "128m",
                List.of("registry", "-b", steadyAddresses(), "--port", Integer.toString(registryPort)));
        Await.until(DEADLINE, "the registry listens", this::registryListens);
    }

    private boolean registryListens() {
        try (var socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), registryPort), 500);
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    Child registry() {
        return registry;
    }

    String registryUrl() {
        return "http://127.0.0.1:" + registryPort;
    }

    /** For those whom no cut concerns. */
    String steadyAddresses() {
        return addresses(BrokerNode::steadyAddress);
    }

    /** For those who come by the links. */
    String clientAddresses() {
        return addresses(BrokerNode::clientAddress);
    }

    private String addresses(Function<BrokerNode, String> address) {
        return nodes.stream().map(address).collect(Collectors.joining(","));
    }

    /** Who sees what becomes of it. */
    Bystander bystander() {
        return bystander;
    }

    List<BrokerNode> nodes() {
        return nodes;
    }

    void awaitBrokers(int count) {
        Await.until(DEADLINE, count + " brokers", () -> bystander.brokers().size(), seen -> seen == count);
    }

    @Override
    public void close() {
        bystander.close();
        if (registry != null) {
            registry.close();
        }
        nodes.forEach(BrokerNode::close);
    }
}
