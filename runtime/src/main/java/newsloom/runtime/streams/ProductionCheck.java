package newsloom.runtime.streams;

import static org.apache.kafka.common.config.TopicConfig.MIN_IN_SYNC_REPLICAS_CONFIG;
import static org.apache.kafka.common.config.TopicConfig.UNCLEAN_LEADER_ELECTION_ENABLE_CONFIG;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import newsloom.contract.Topics;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListTopicsOptions;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.config.ConfigResource;

/** What keeps a cluster and a state folder from being what {@link Production} asks for. */
final class ProductionCheck {
    /** Kafka's own topics that hold what was committed; made at their first use. */
    private static final List<String> OF_KAFKA = List.of("__consumer_offsets", "__transaction_state");

    /** Lost schemas make every record unreadable, lost positions send every page again. */
    private static final List<String> BESIDE_THE_FLOW = List.of(Topics.SCHEMAS, Topics.INGEST_POSITIONS);

    /** Folders that systems empty, some at every start. */
    private static final List<Path> TEMPORARY = Stream.of(
                    System.getProperty("java.io.tmpdir"), "/var/tmp", "/dev/shm", "/run")
            .map(Path::of)
            .toList();

    private static final Pattern NUMBER = Pattern.compile("-?\\d{1,9}");

    private final Admin admin;
    private final Map<String, String> overrides;
    private final Path stateDir;
    private final String applicationId;

    /** @param admin used, not closed */
    ProductionCheck(Admin admin, StreamsSettings settings) {
        this.admin = admin;
        this.overrides = settings.overrides();
        this.stateDir = settings.stateDir();
        this.applicationId = settings.applicationId();
    }

    /** @throws ServiceFailedException with all that was found, a line each */
    void demand() throws InterruptedException {
        var faults = new ArrayList<String>(stateFaults(stateDir, TEMPORARY));
        faults.addAll(overrideFaults(overrides));
        try {
            faults.addAll(clusterFaults());
        } catch (ExecutionException e) {
            throw new ServiceFailedException("cannot see whether the cluster is fit for production", e.getCause());
        }
        if (!faults.isEmpty()) {
            throw new ServiceFailedException("not fit for production:\n  " + String.join("\n  ", faults), null);
        }
    }

    /** What is wrong with a folder for the state, which is made where it is not there. */
    static List<String> stateFaults(Path stateDir, List<Path> temporary) {
        var folder = stateDir.toAbsolutePath().normalize();
        var faults = new ArrayList<String>();
        try {
            if (!Files.isDirectory(folder)) { // which may be a link to one
                Files.createDirectories(folder);
            }
            Files.delete(Files.createTempFile(folder, "check", null));
            if (isWithin(folder, temporary)) {
                faults.add("the state folder " + folder + " is among temporary files, which the system may delete");
            }
        } catch (IOException e) {
            faults.add("the state folder " + folder + " cannot be written: " + e);
        }
        return faults;
    }

    /** Wherever links lead. */
    private static boolean isWithin(Path folder, List<Path> others) throws IOException {
        Path real = folder.toRealPath();
        for (Path other : others) {
            if (Files.isDirectory(other) && real.startsWith(other.toRealPath())) {
                return true;
            }
        }
        return false;
    }

    /** Settings that give less than the numbers production asks for; what is no number is left to Kafka's own check. */
    static List<String> overrideFaults(Map<String, String> overrides) {
        var faults = new ArrayList<String>();
        new TreeMap<>(new Production(null).properties()).forEach((name, asked) -> {
            String least = asked.toString();
            String given = overrides.getOrDefault(name, least);
            if (isNumber(least) && isNumber(given) && Integer.parseInt(given) < Integer.parseInt(least)) {
                faults.add("the setting streams." + name + " is " + given + ", must be " + least + " or more");
            }
        });
        return faults;
    }

    private static boolean isNumber(String text) {
        return NUMBER.matcher(text).matches();
    }

    private List<String> clusterFaults() throws ExecutionException, InterruptedException {
        var faults = new ArrayList<String>();
        int brokers = admin.describeCluster().nodes().get().size();
        if (brokers < Production.COPIES) {
            faults.add("brokers: " + brokers + ", must be " + Production.COPIES + " or more");
        }
        var topics = topics();
        admin.describeTopics(topics)
                .allTopicNames()
                .get()
                .forEach((name, topic) -> faults.addAll(tooFewCopies(name, topic)));
        faults.addAll(settingFaults(topics));
        return faults;
    }

    /** The public topics, those of the service, those of registry and ingest, and those of Kafka itself, as far as they are there. */
    private Collection<String> topics() throws ExecutionException, InterruptedException {
        var known = Stream.concat(
                        Stream.concat(Topics.ALL.stream().map(topic -> topic.name()), Stream.of(Topics.DEAD_LETTERS)),
                        Stream.concat(OF_KAFKA.stream(), BESIDE_THE_FLOW.stream()))
                .collect(Collectors.toUnmodifiableSet());
        var topics = new TreeSet<>(admin.listTopics(new ListTopicsOptions().listInternal(true))
                .names()
                .get());
        topics.removeIf(name -> !known.contains(name) && !name.startsWith(applicationId + "-"));
        return topics;
    }

    private static List<String> tooFewCopies(String name, TopicDescription topic) {
        int fewest = topic.partitions().stream()
                .mapToInt(partition -> partition.replicas().size())
                .min()
                .orElse(0);
        return fewest < Production.COPIES
                ? List.of(name + ": copies are " + fewest + ", must be " + Production.COPIES + " or more")
                : List.of();
    }

    private List<String> settingFaults(Collection<String> topics) throws ExecutionException, InterruptedException {
        var resources = topics.stream()
                .map(name -> new ConfigResource(ConfigResource.Type.TOPIC, name))
                .toList();
        var faults = new ArrayList<String>();
        admin.describeConfigs(resources).all().get().forEach((topic, config) -> {
            String value = config.get(MIN_IN_SYNC_REPLICAS_CONFIG).value();
            if (Integer.parseInt(value) < Production.COPIES_IN_SYNC) {
                faults.add(topic.name() + ": " + MIN_IN_SYNC_REPLICAS_CONFIG + " is " + value + ", must be "
                        + Production.COPIES_IN_SYNC + " or more");
            }
            if (Boolean.parseBoolean(
                    config.get(UNCLEAN_LEADER_ELECTION_ENABLE_CONFIG).value())) {
                faults.add(topic.name() + ": " + UNCLEAN_LEADER_ELECTION_ENABLE_CONFIG
                        + " is true: a copy that lags behind may take over, and what it lacks is lost");
            }
        });
        return faults;
    }
}
