package newsloom.app.chaos;

import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import newsloom.app.chaos.Instance.Kind;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListTopicsOptions;
import org.apache.kafka.clients.admin.MemberDescription;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.ElectionType;
import org.apache.kafka.common.Node;
import org.apache.kafka.common.TopicPartition;

/** What a bystander sees of a cluster. While nobody answers it sees nothing, which is no error. */
final class Bystander implements AutoCloseable {
    private final Admin admin;

    private Bystander(Admin admin) {
        this.admin = admin;
    }

    /** @param servers addresses that no fault concerns */
    static Bystander of(String servers) {
        return new Bystander(Admin.create(
                Map.of("bootstrap.servers", servers, "request.timeout.ms", 5_000, "default.api.timeout.ms", 15_000)));
    }

    /** Whether nobody follows a broker any longer in a partition that it leads, of whatever topic. */
    boolean hasLostFollowers(int broker) {
        try {
            var topics = admin.listTopics(new ListTopicsOptions().listInternal(true))
                    .names()
                    .get();
            return admin.describeTopics(topics).allTopicNames().get().values().stream()
                    .flatMap(topic -> topic.partitions().stream())
                    .anyMatch(partition -> partition.leader() != null
                            && partition.leader().id() == broker
                            && partition.isr().size() == 1);
        } catch (ExecutionException e) {
            return false;
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Whether a broker leads partitions; asks for those that are its own by preference where it leads none. */
    boolean leadsSome(int broker) {
        try {
            var topics = admin.listTopics().names().get();
            boolean leads = admin.describeTopics(topics).allTopicNames().get().values().stream()
                    .flatMap(topic -> topic.partitions().stream())
                    .anyMatch(partition ->
                            partition.leader() != null && partition.leader().id() == broker);
            if (!leads) {
                admin.electLeaders(ElectionType.PREFERRED, null).partitions().get();
            }
            return leads;
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

    /** The name of the member that reads the fullest partition of a topic; empty where nobody does or that cannot be told. */
    String readerOfFullest(String group, String topic) {
        try {
            var ends = ends(offsets(group).keySet().stream()
                    .filter(partition -> partition.topic().equals(topic))
                    .collect(Collectors.toSet()));
            var fullest = ends.entrySet().stream().max(Map.Entry.comparingByValue());
            if (fullest.isEmpty()) {
                return "";
            }
            return admin.describeConsumerGroups(List.of(group)).all().get().get(group).members().stream()
                    .filter(member -> member.assignment()
                            .topicPartitions()
                            .contains(fullest.get().getKey()))
                    .flatMap(member -> member.groupInstanceId().stream())
                    .findFirst()
                    .orElse("");
        } catch (ExecutionException e) {
            return "";
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The partitions of a service's changelogs that hold something; empty where that cannot be told. */
    Set<TopicPartition> changelogs(String group) {
        try {
            var topics = admin.listTopics().names().get().stream()
                    .filter(topic -> topic.startsWith(group) && topic.endsWith("-changelog"))
                    .toList();
            var ends = ends(partitions(topics));
            ends.values().removeIf(end -> end == 0);
            return ends.keySet();
        } catch (ExecutionException e) {
            return Set.of();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Up to where a service has committed in those partitions of its inputs that hold more; empty where that cannot be told now. */
    Optional<Map<TopicPartition, Long>> unfinished(Kind kind) {
        return told(() -> {
            var offsets = offsets(kind.group());
            var unfinished = new HashMap<>(endsOfInputs(kind));
            unfinished.entrySet().removeIf(end -> offsets.getOrDefault(end.getKey(), 0L) >= end.getValue());
            unfinished.replaceAll((partition, end) -> offsets.getOrDefault(partition, 0L));
            return unfinished;
        });
    }

    /** Up to where a service has committed in each partition between two steps of it; empty where that cannot be told now. */
    Optional<Map<TopicPartition, Long>> committedBetweenSteps(Kind kind) {
        return told(() -> {
            var offsets = offsets(kind.group());
            offsets.keySet().removeIf(partition -> !kind.isBetweenSteps(partition.topic()));
            return offsets;
        });
    }

    /** The ends of all that a service reads, open transactions included; empty where they cannot be told now. */
    Optional<Map<TopicPartition, Long>> ends(Kind kind) {
        return told(() -> endsOfInputs(kind));
    }

    private Map<TopicPartition, Long> endsOfInputs(Kind kind) throws ExecutionException, InterruptedException {
        var topics =
                admin.listTopics().names().get().stream().filter(kind::reads).toList();
        return ends(partitions(topics));
    }

    private static <T> Optional<T> told(Answer<T> answer) {
        try {
            return Optional.of(answer.get());
        } catch (ExecutionException e) {
            return Optional.empty();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What brokers are asked for. */
    private interface Answer<T> {
        T get() throws ExecutionException, InterruptedException;
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

    private Set<TopicPartition> partitions(Collection<String> topics) throws ExecutionException, InterruptedException {
        return admin.describeTopics(topics).allTopicNames().get().values().stream()
                .flatMap(topic -> topic.partitions().stream()
                        .map(partition -> new TopicPartition(topic.name(), partition.partition())))
                .collect(Collectors.toSet());
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
    }
}
