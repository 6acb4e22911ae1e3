package newsloom.app.chaos;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import newsloom.app.chaos.Instance.Kind;
import newsloom.contract.Topics;
import newsloom.testing.Await;
import org.apache.kafka.common.TopicPartition;

/** A cluster with instances of each service, two where nothing else is said, and the one who looks after them: what has died is started again, unless a fault says otherwise. */
final class Scene implements AutoCloseable {
    static final Duration DEADLINE = Duration.ofMinutes(4);

    private final Path folder;
    private final Cluster cluster;
    private final List<String> options;
    private final List<Kind> kinds;
    private final List<Instance> instances = new ArrayList<>();
    private Sending sending;

    private Scene(Path folder, Cluster cluster, List<String> options, List<Kind> kinds) {
        this.folder = folder;
        this.cluster = cluster;
        this.options = options;
        this.kinds = kinds;
    }

    /** @param options more options for the services */
    static Scene open(Path folder, List<String> options) throws InterruptedException {
        return open(folder, options, List.of(Kind.values()), 2);
    }

    /**
     * @param kinds the services that run, each before those that read what it writes
     * @param each how many instances of each
     */
    static Scene open(Path folder, List<String> options, List<Kind> kinds, int each) throws InterruptedException {
        var scene = new Scene(folder, Cluster.start(folder), options, kinds);
        for (var kind : kinds) {
            scene.addMissing(kind, each);
        }
        return scene;
    }

    /** One more instance, started. */
    Instance add(Kind kind, int number) {
        var instance = new Instance(kind, number, folder, cluster, options);
        instances.add(instance);
        instance.start();
        return instance;
    }

    /** Starts those of the usual two that are not there. */
    void addMissing(Kind kind) {
        addMissing(kind, 2);
    }

    /** Starts those of so many that are not there. */
    void addMissing(Kind kind, int count) {
        for (int number = 1; number <= count; number++) {
            String name = kind.command() + "-" + number;
            if (instances.stream().noneMatch(instance -> instance.name().equals(name))) {
                add(kind, number);
            }
        }
    }

    /** Kills an instance that nobody starts again. */
    void lose(Instance instance) throws InterruptedException {
        instances.remove(instance);
        instance.process().kill();
    }

    /** Stops an instance for good. */
    void remove(Instance instance) throws InterruptedException {
        instances.remove(instance);
        instance.process().stop();
    }

    Cluster cluster() {
        return cluster;
    }

    List<Instance> instances() {
        return List.copyOf(instances);
    }

    Instance instance(String name) {
        return instances.stream()
                .filter(instance -> instance.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    /** Begins to send a file of pages; what is sent already is left alone. */
    void send(Path pages) {
        sending = new Sending(pages, folder.resolve("ingest.log"), cluster);
        sending.start();
    }

    /** The instance whose task reads a topic's fullest partition. */
    Instance readerOf(Kind kind, String topic) {
        String member = Await.until(
                DEADLINE,
                "somebody reads " + topic,
                () -> cluster.bystander().readerOfFullest(kind.group(), topic),
                found -> !found.isEmpty());
        return instances.stream()
                .filter(instance -> member.startsWith(instance.name() + "-"))
                .findFirst()
                .orElseThrow();
    }

    /** How many records the warm copies of a service's stores lack, by partition of the changelogs. */
    Map<TopicPartition, Long> warmCopies(Kind kind) {
        var lags = new HashMap<TopicPartition, Long>();
        instances.stream()
                .filter(instance -> instance.kind() == kind)
                .flatMap(instance -> instance.meters().stream())
                .forEach(meters -> lags.putAll(meters.warmCopyLags()));
        return lags;
    }

    /** Whether no instance of a service holds anything back until it is its turn; false, too, while one does not answer. */
    private boolean holdsNothingBack(Kind kind) {
        return instances.stream()
                .filter(instance -> instance.kind() == kind)
                .allMatch(instance -> instance.meters().stream()
                        .flatMapToLong(meters -> meters.waiting().stream())
                        .anyMatch(waiting -> waiting == 0));
    }

    Sending sending() {
        return sending;
    }

    /** How many pages the cleaner has committed, with some marks. */
    long pagesTaken() {
        return cluster.bystander().committed(Kind.CLEANER.group(), Topics.PAGES.name());
    }

    /** Waits while dead services are started again. */
    void await(String what, Supplier<Boolean> condition) {
        await(DEADLINE, what, condition);
    }

    /** As the other one, with more patience. */
    void await(Duration deadline, String what, Supplier<Boolean> condition) {
        Await.until(deadline, what, () -> {
            tend();
            return condition.get();
        });
    }

    /** Waits until each partition that somebody had not read to its end has moved on, those of the cleaner first. */
    void awaitProgress() {
        for (var kind : kinds) {
            awaitReached(
                    DEADLINE, kind, next(known(kind, () -> cluster.bystander().unfinished(kind))));
        }
    }

    /** What a service has to commit more for each partition between its steps to have moved on from here. Where nothing else comes, the marks of resting sources do. */
    Map<TopicPartition, Long> stepsToGo(Kind kind) {
        return next(known(kind, () -> cluster.bystander().committedBetweenSteps(kind)));
    }

    /** Waits until a service has committed up to there. */
    void awaitReached(Duration deadline, Kind kind, Map<TopicPartition, Long> offsets) {
        await(
                deadline,
                "the " + kind.command() + " goes on",
                () -> cluster.bystander().hasReached(kind.group(), offsets));
    }

    private static Map<TopicPartition, Long> next(Map<TopicPartition, Long> offsets) {
        var next = new HashMap<>(offsets);
        next.replaceAll((partition, offset) -> offset + 1);
        return next;
    }

    private Map<TopicPartition, Long> known(Kind kind, Supplier<Optional<Map<TopicPartition, Long>>> offsets) {
        return Await.until(DEADLINE, "how far the " + kind.command() + " is can be told", offsets, Optional::isPresent)
                .orElseThrow();
    }

    /** Waits until all is sent. */
    void awaitSent() {
        await("everything is sent", sending::done);
    }

    /** Waits until all is sent and every service has taken it. */
    void awaitCalm() {
        awaitCalm(DEADLINE);
    }

    /** As the other one, with more patience: for each step of each service. */
    void awaitCalm(Duration deadline) {
        awaitSent();
        for (var kind : kinds) { // what one has written is then all that the next will read
            awaitTaken(deadline, kind);
        }
    }

    /**
     * Waits until nothing of its input is under way in a service. The marks between its steps never end, so there need be no moment with all of them read. What a step holds back goes when it reads a mark: so when all is
     * read, and then nothing held back, and all read that was there then, everything is committed one step further.
     */
    private void awaitTaken(Duration deadline, Kind kind) {
        long steps = known(kind, () -> cluster.bystander().ends(kind)).keySet().stream()
                .map(TopicPartition::topic)
                .distinct()
                .count();
        for (int round = 0; round < 2 * steps; round++) {
            awaitReached(deadline, kind, known(kind, () -> cluster.bystander().ends(kind)));
            await(deadline, "the " + kind.command() + " holds nothing back", () -> holdsNothingBack(kind));
        }
    }

    private void tend() {
        for (var instance : instances) {
            instance.startWhereDead();
        }
        if (sending != null) {
            sending.tend();
        }
    }

    @Override
    public void close() {
        if (sending != null) {
            sending.close();
        }
        instances.forEach(Instance::close);
        cluster.close();
    }
}
