package newsloom.app.deadletters;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.TypeConversionException;

/** Which dead letters are meant: those at the positions, or those that all given filters let through. */
final class Selection {
    @Parameters(
            paramLabel = "POSITION",
            arity = "0..*",
            converter = Position.Converter.class,
            description = "PARTITION:OFFSET among the dead letters, as `dlq ls` shows it.")
    private List<Position> positions = new ArrayList<>();

    @Option(names = "--topic", paramLabel = "NAME", description = "Only letters read from this topic.")
    private @Nullable String topic;

    @Option(
            names = "--exception",
            paramLabel = "TEXT",
            description = "Only letters whose exception or its message contains this, whatever the case.")
    private @Nullable String exception;

    @Option(names = "--key", paramLabel = "TEXT", description = "Only letters whose key contains this.")
    private @Nullable String key;

    @Option(
            names = "--since",
            paramLabel = "TIME",
            converter = Time.class,
            description = "Only letters from then on: 2026-09-07T08:00:00Z.")
    private @Nullable Instant since;

    @Option(
            names = "--until",
            paramLabel = "TIME",
            converter = Time.class,
            description = "Only letters from before then.")
    private @Nullable Instant until;

    boolean includes(Letter letter) {
        return (positions.isEmpty() || positions.contains(letter.position()))
                && (topic == null || letter.topic().equals(topic))
                && (exception == null || contains(letter.exception() + ": " + letter.message(), exception))
                && (key == null || letter.key().contains(key))
                && (since == null || !letter.time().isBefore(since))
                && (until == null || letter.time().isBefore(until));
    }

    /** Whether nothing is said, so that every letter is meant. */
    boolean everything() {
        return positions.isEmpty()
                && topic == null
                && exception == null
                && key == null
                && since == null
                && until == null;
    }

    /** Positions at which none of these letters lies. */
    List<Position> missingFrom(List<Position> found) {
        return positions.stream().filter(position -> !found.contains(position)).toList();
    }

    private static boolean contains(String text, String part) {
        return text.toLowerCase(Locale.ROOT).contains(part.toLowerCase(Locale.ROOT));
    }

    static final class Time implements ITypeConverter<Instant> {
        @Override
        public Instant convert(String value) {
            try {
                return Instant.parse(value);
            } catch (DateTimeParseException e) {
                throw new TypeConversionException("'" + value + "' is no time of the form 2026-09-07T08:00:00Z");
            }
        }
    }
}
