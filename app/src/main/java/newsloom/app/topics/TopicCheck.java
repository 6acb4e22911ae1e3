package newsloom.app.topics;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.NewTopic;

/** Compares topics as they are with topics as they must be. */
final class TopicCheck {
    private static final String MAX_BYTES = "max.message.bytes";

    private TopicCheck() {}

    /** One line for each difference that matters; more room than asked for is none. */
    static List<String> differences(List<NewTopic> wanted, Collection<ExistingTopic> existing) {
        Map<String, ExistingTopic> byName =
                existing.stream().collect(Collectors.toMap(ExistingTopic::name, Function.identity()));
        var differences = new ArrayList<String>();
        for (var topic : wanted) {
            var found = byName.get(topic.name());
            if (found == null) {
                differences.add(topic.name() + ": is missing (newsloom topics create)");
            } else {
                differences.addAll(differences(topic, found));
            }
        }
        return differences;
    }

    private static List<String> differences(NewTopic wanted, ExistingTopic found) {
        var differences = new ArrayList<String>();
        new TreeMap<>(wanted.configs()).forEach((setting, value) -> {
            var now = found.config().getOrDefault(setting, "unset");
            if (!suffices(setting, value, now)) {
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
