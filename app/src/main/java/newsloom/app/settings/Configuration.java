package newsloom.app.settings;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;

/**
 * Settings from outside the command line: the environment ({@code NEWSLOOM_BOOTSTRAP_SERVERS}) over one properties file
 * ({@code bootstrap-servers}). The names are those of the long options; what begins with a prefix of {@link PassThrough} goes to Kafka as it is.
 *
 * @param environment variables of the process
 * @param file entries of the properties file, empty where none is given
 * @param mistakes what is wrong with the file; empty when nothing is
 */
public record Configuration(Map<String, String> environment, Map<String, String> file, List<String> mistakes) {
    static final String ENVIRONMENT_PREFIX = "NEWSLOOM_";

    /** Without a file. */
    public static Configuration of(Map<String, String> environment) {
        return new Configuration(environment, Map.of(), List.of());
    }

    /** Reads the file that {@code --config} or {@code NEWSLOOM_CONFIG} names; a file that cannot be read is a mistake. */
    public static Configuration load(List<String> arguments, Map<String, String> environment) {
        var path = configFlag(arguments).or(() -> Optional.ofNullable(environment.get(ENVIRONMENT_PREFIX + "CONFIG")));
        return path.map(file -> read(Path.of(file), environment)).orElseGet(() -> of(environment));
    }

    private static Configuration read(Path file, Map<String, String> environment) {
        var properties = new Properties();
        var mistakes = new ArrayList<String>();
        try (Reader reader = Files.newBufferedReader(file)) {
            properties.load(reader);
        } catch (IOException | IllegalArgumentException e) {
            mistakes.add("The settings file " + file + " cannot be read: " + e);
        }
        var entries = new TreeMap<String, String>();
        properties
                .stringPropertyNames()
                .forEach(name -> entries.put(name, properties.getProperty(name).strip()));
        return new Configuration(environment, entries, mistakes);
    }

    private static Optional<String> configFlag(List<String> arguments) {
        for (int i = 0; i < arguments.size(); i++) {
            var argument = arguments.get(i);
            if (argument.startsWith("--config=")) {
                return Optional.of(argument.substring("--config=".length()));
            }
            if (argument.equals("--config") && i + 1 < arguments.size()) {
                return Optional.of(arguments.get(i + 1));
            }
        }
        return Optional.empty();
    }

    /** The value for a long option such as {@code --bootstrap-servers}, if there is one. */
    public Optional<String> valueOf(String longOption) {
        var name = longOption.substring("--".length());
        var variable = ENVIRONMENT_PREFIX + name.replace('-', '_').toUpperCase(Locale.ROOT);
        return Optional.ofNullable(environment.get(variable))
                .or(() -> Optional.ofNullable(file.get(name)))
                .or(() -> Optional.ofNullable(file.get(name.replace('-', '.'))));
    }
}
