package newsloom.contract;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.config.ConfigResource;

/** Compares topics as they are with topics as they must be. */
public final class TopicCheck {
    private static final String MAX_BYTES = "max.message.bytes";

    private TopicCheck() {}

    /** Those of the wanted topics that a cluster has. */
    public static Collection<ExistingTopic> existing(Admin admin, List<NewTopic> wanted)
            throws ExecutionException, InterruptedException {
        var present = admin.listTopics().names().get();
        var resources = wanted.stream()
                .map(NewTopic::name)
                .filter(present::contains)
                .map(name -> new ConfigResource(ConfigResource.Type.TOPIC, name))
                .toList();
        var topics = new ArrayList<ExistingTopic>();
        admin.describeConfigs(resources)
                .all()
                .get()
                .forEach((resource, config) -> topics.add(new ExistingTopic(resource.name(), inForce(config))));
        return topics;
    }

    private static Map<String, String> inForce(Config config) {
        return config.entries().stream()
                .filter(entry -> entry.value() != null)
                .collect(Collectors.toMap(ConfigEntry::name, ConfigEntry::value));
    }

    /** One line for each difference that matters; more room than asked for is none. */
    public static List<String> differences(List<NewTopic> wanted, Collection<ExistingTopic> existing) {
        return differences(wanted, existing, setting -> true);
    }

    /** One line for each topic to which a service could not write: it is missing, or refuses the largest records. The rest of the differences is for operators to choose. */
    public static List<String> obstacles(List<NewTopic> wanted, Collection<ExistingTopic> existing) {
        return differences(wanted, existing, MAX_BYTES::equals);
    }

    private static List<String> differences(
            List<NewTopic> wanted, Collection<ExistingTopic> existing, Predicate<String> matters) {
        Map<String, ExistingTopic> byName =
                existing.stream().collect(Collectors.toMap(ExistingTopic::name, Function.identity()));
        var differences = new ArrayList<String>();
        for (var topic : wanted) {
            var found = byName.get(topic.name());
            if (found == null) {
                differences.add(topic.name() + ": is missing (newsloom topics create)");
            } else {
                differences.addAll(differences(topic, found, matters));
            }
        }
        return differences;
    }

    private static List<String> differences(NewTopic wanted, ExistingTopic found, Predicate<String> matters) {
        var differences = new ArrayList<String>();
        new TreeMap<>(wanted.configs()).forEach((setting, value) -> {
            var now = found.config().getOrDefault(setting, "unset");
            if (matters.test(setting) && !suffices(setting, value, now)) {
                differences.add(wanted.name() + ": " + setting + " is " + now + ", must be " + value);
            }
        });
        return differences;
    }

    private static boolean suffices(String setting, String wanted, String now) {
        if (setting.equals(MAX_BYTES) && now.matches("\\d+")) {
            return Long.parseLong(now) >= Long.parseLong(wanted);
        }
        return new TreeSet<>(List.of(now.split(","))).equals(new TreeSet<>(List.of(wanted.split(","))));
    }
}
