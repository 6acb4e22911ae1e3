package newsloom.app.settings;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * Kafka's own settings, handed on unread: {@code kafka.*} to every client, {@code producer.*} to producers and {@code streams.*} to Kafka
 * Streams, the narrower one winning. They come from the properties file, the environment ({@code NEWSLOOM_KAFKA_SECURITY_PROTOCOL}) and
 * {@code --set}, the later winning.
 */
public final class PassThrough {
    /** What the names of such settings begin with. */
    public static final List<String> PREFIXES = List.of("kafka.", "producer.", "streams.");

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
