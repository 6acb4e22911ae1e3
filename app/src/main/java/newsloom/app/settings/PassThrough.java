package newsloom.app.settings;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import newsloom.contract.Topics;

/**
 * Kafka's own settings, handed on unread: {@code kafka.*} to every client, {@code producer.*} to producers and {@code streams.*} to Kafka
 * Streams, the narrower one winning. They come from the properties file, the environment ({@code NEWSLOOM_KAFKA_SECURITY_PROTOCOL}) and
 * {@code --set}, the later winning.
 */
public final class PassThrough {
    /** What the names of such settings begin with. */
    public static final List<String> PREFIXES = List.of("kafka.", "producer.", "streams.");

    /** Kafka's settings that our promises stand on, and the one value of each that keeps them. */
    private static final Map<String, String> PROMISED = Map.of(
            "acks", "all",
            "auto.offset.reset", "earliest",
            "enable.idempotence", "true",
            "isolation.level", "read_committed",
            "processing.guarantee", "exactly_once_v2");

    /** The largest record that a producer of ours must be able to send is a dead letter, measured before it is packed. */
    private static final String REQUEST_BYTES = "max.request.size";

    private static final int LEAST_REQUEST_BYTES = Topics.MAX_DEAD_LETTER_BYTES;

    private static final Pattern NUMBER = Pattern.compile("\\d{1,18}");

    /** Settings that a command gives itself, and what to use instead. */
    private static final Map<String, String> OURS = Map.of(
            "application.id", "use --application-id",
            "group.id", "use --application-id",
            "transactional.id", "every command has its own",
            "state.dir", "use --state",
            "deserialization.exception.handler", "dead letters need ours",
            "processing.exception.handler", "dead letters need ours",
            "production.exception.handler", "one that goes on would lose records",
            "errors.dead.letter.queue.topic.name", "dead letters have their topic",
            "cleanup.policy", "changelogs must be compacted, or state is lost");

    /** Which clients or topics a setting is for, in front of its name. */
    private static final Pattern FOR_WHOM = Pattern.compile(
            "(kafka|producer|streams)\\.((main|restore|global)\\.)?((consumer|producer|admin|topic)\\.)?");

    private final Map<String, String> settings = new TreeMap<>();

    public PassThrough(Configuration configuration, Map<String, String> flags) {
        putAll(configuration.file());
        configuration.environment().forEach((variable, value) -> {
            if (variable.startsWith(Configuration.ENVIRONMENT_PREFIX)) {
                put(settingName(variable), value);
            }
        });
        putAll(flags);
    }

    /** Whether a setting of this name is handed on. */
    public static boolean takes(String name) {
        return PREFIXES.stream().anyMatch(prefix -> name.startsWith(prefix) && name.length() > prefix.length());
    }

    /** Settings that would break what we promise, a line each. */
    List<String> mistakes() {
        var mistakes = new ArrayList<String>();
        settings.forEach((setting, value) -> {
            String name = FOR_WHOM.matcher(setting).replaceFirst("");
            String promised = PROMISED.get(name);
            if (promised != null && !promised.equalsIgnoreCase(value)) {
                mistakes.add("Setting '" + setting + "' must be " + promised + ", or what we promise does not hold"
                        + (name.equals("processing.guarantee") ? " (--at-least-once gives it up)" : ""));
            }
            if (name.equals(REQUEST_BYTES)
                    && NUMBER.matcher(value).matches()
                    && Long.parseLong(value) < LEAST_REQUEST_BYTES) {
                mistakes.add("Setting '" + setting + "' must be " + LEAST_REQUEST_BYTES
                        + " or more, or a dead letter may not fit");
            }
            if (OURS.containsKey(name)) {
                mistakes.add("Setting '" + setting + "' cannot be given: " + OURS.get(name));
            }
        });
        return mistakes;
    }

    /** Settings for an admin client or a consumer. */
    public Map<String, String> forClients() {
        return withPrefix("kafka.");
    }

    /** Settings for a producer. */
    public Map<String, String> forProducers() {
        var merged = new HashMap<>(forClients());
        merged.putAll(withPrefix("producer."));
        return merged;
    }

    /** Settings for a Kafka Streams application; those of {@code producer.*} keep their prefix, as Kafka Streams wants it. */
    public Map<String, String> forStreams() {
        var merged = new HashMap<>(forClients());
        withPrefix("producer.").forEach((name, value) -> merged.put("producer." + name, value));
        merged.putAll(withPrefix("streams."));
        return merged;
    }

    private Map<String, String> withPrefix(String prefix) {
        var found = new TreeMap<String, String>();
        settings.forEach((name, value) -> {
            if (name.startsWith(prefix)) {
                found.put(name.substring(prefix.length()), value);
            }
        });
        return found;
    }

    private void putAll(Map<String, String> more) {
        more.forEach(this::put);
    }

    private void put(String name, String value) {
        if (takes(name)) {
            settings.put(name, value);
        }
    }

    private static String settingName(String variable) {
        return variable.substring(Configuration.ENVIRONMENT_PREFIX.length())
                .toLowerCase(Locale.ROOT)
                .replace('_', '.');
    }
}
