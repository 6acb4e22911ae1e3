package newsloom.app.chaos;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import newsloom.app.process.Child;
import newsloom.testing.Await;
import newsloom.testing.FreePort;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListTopicsOptions;
import org.apache.kafka.clients.admin.MemberDescription;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.Node;
import org.apache.kafka.common.TopicPartition;

/** Three brokers and a schema registry, each a process of its own, and what a bystander sees of them. */
final class Cluster implements AutoCloseable {
    static final int PARTITIONS = 4;
    private static final Duration DEADLINE = Duration.ofMinutes(2);

    private final Path folder;
    private final List<BrokerNode> nodes;
    private final Admin admin;
    private final int registryPort;
    private Child registry;

    private Cluster(Path folder, List<BrokerNode> nodes) {
        this.folder = folder;
        this.nodes = nodes;
        this.admin = Admin.create(Map.of(
                "bootstrap.servers", steadyAddresses(), "request.timeout.ms", 5_000, "default.api.timeout.ms", 15_000));
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

    List<BrokerNode> nodes() {
        return nodes;
    }

    void awaitBrokers(int count) {
        Await.until(DEADLINE, count + " brokers", () -> brokers().size(), seen -> seen == count);
    }

    /** Whether nobody follows a broker any longer in a partition that it leads, of whatever topic. */
    boolean hasLostFollowers(BrokerNode node) {
        try {
            var topics = admin.listTopics(new ListTopicsOptions().listInternal(true))
                    .names()
                    .get();
            return admin.describeTopics(topics).allTopicNames().get().values().stream()
                    .flatMap(topic -> topic.partitions().stream())
                    .anyMatch(partition -> partition.leader() != null
                            && partition.leader().id() == node.id()
                            && partition.isr().size() == 1);
        } catch (ExecutionException e) {
            return false;
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Who is a broker of the cluster now. */
    Set<Integer> brokers() {
        try {
            return admin.describeCluster().nodes().get().stream().map(Node::id).collect(Collectors.toSet());
        } catch (ExecutionException e) {
            return Set.of(); // nobody answers
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Names of the instances that are members of a service's group. */
    Set<String> members(String group) {
        try {
            var description =
                    admin.describeConsumerGroups(List.of(group)).all().get().get(group);
            return description == null
                    ? Set.of()
                    : description.members().stream()
                            .filter(member ->
                                    !member.assignment().topicPartitions().isEmpty())
                            .map(MemberDescription::groupInstanceId)
                            .flatMap(Optional::stream)
                            .collect(Collectors.toSet());
        } catch (ExecutionException e) {
            return Set.of();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Where the topics that a group reads end now; empty where that cannot be told. */
    Map<TopicPartition, Long> inputEnds(String group) {
        try {
            return ends(offsets(group).keySet());
        } catch (ExecutionException e) {
            return Map.of();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Up to where a group has committed in partitions that hold more; empty where that cannot be told. */
    Map<TopicPartition, Long> unfinished(String group) {
        try {
            var offsets = offsets(group);
            var ends = ends(offsets.keySet());
            offsets.entrySet().removeIf(offset -> offset.getValue() >= ends.get(offset.getKey()));
            return offsets;
        } catch (ExecutionException e) {
            return Map.of();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Whether a group has committed up to there. */
    boolean hasReached(String group, Map<TopicPartition, Long> ends) {
        try {
            var offsets = offsets(group);
            return ends.entrySet().stream().allMatch(end -> offsets.getOrDefault(end.getKey(), 0L) >= end.getValue());
        } catch (ExecutionException e) {
            return false;
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private Map<TopicPartition, Long> offsets(String group) throws ExecutionException, InterruptedException {
        var offsets = new HashMap<TopicPartition, Long>();
        admin.listConsumerGroupOffsets(group)
                .partitionsToOffsetAndMetadata()
                .get()
                .forEach((partition, offset) -> {
                    if (offset != null) {
                        offsets.put(partition, offset.offset());
                    }
                });
        return offsets;
    }

    /** How far a group has committed in a topic, all partitions together. */
    long committed(String group, String topic) {
        try {
            return offsets(group).entrySet().stream()
                    .filter(entry -> entry.getKey().topic().equals(topic))
                    .mapToLong(Map.Entry::getValue)
                    .sum();
        } catch (ExecutionException e) {
            return -1;
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private Map<TopicPartition, Long> ends(Set<TopicPartition> partitions)
            throws ExecutionException, InterruptedException {
        var latest = partitions.stream().collect(Collectors.toMap(partition -> partition, any -> OffsetSpec.latest()));
        return admin.listOffsets(latest).all().get().entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, entry -> entry.getValue().offset()));
    }

    @Override
    public void close() {
        admin.close(Duration.ofSeconds(1));
        if (registry != null) {
            registry.close();
        }
        nodes.forEach(BrokerNode::close);
    }
}
