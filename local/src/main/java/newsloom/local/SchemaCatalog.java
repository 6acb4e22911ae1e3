package newsloom.local;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.apache.avro.Schema;

/**
 * The subjects, versions and ids of a registry, in memory. What is registered goes to the log first, so that nobody is told an id
 * that a crash could take back. Thread-safe; one call at a time.
 */
final class SchemaCatalog {
    private final Map<String, NavigableMap<Integer, RegisteredSchema>> subjects = new TreeMap<>();
    private final Map<Integer, String> schemas = new HashMap<>();
    private int highestId;

    /** Takes over what the log holds: an entry, or the end of one. */
    synchronized void restore(RegisteredSchema entry, boolean deleted) {
        schemas.put(entry.id(), entry.schema());
        highestId = Math.max(highestId, entry.id());
        if (deleted) {
            remove(entry.subject(), entry.version());
        } else {
            subjects.computeIfAbsent(entry.subject(), subject -> new TreeMap<>())
                    .put(entry.version(), entry);
        }
    }

    synchronized void remove(String subject, int version) {
        subjects.computeIfPresent(subject, (name, versions) -> {
            versions.remove(version);
            return versions.isEmpty() ? null : versions;
        });
    }

    synchronized List<String> subjects() {
        return List.copyOf(subjects.keySet());
    }

    synchronized List<Integer> versions(String subject) {
        return List.copyOf(existing(subject).keySet());
    }

    /** @param version a number or {@code latest} */
    synchronized RegisteredSchema version(String subject, String version) {
        var versions = existing(subject);
        if (version.equals("latest")) {
            return versions.lastEntry().getValue();
        }
        return Optional.ofNullable(versions.get(number(version)))
                .orElseThrow(() -> RegistryException.noVersion(version));
    }

    synchronized String schema(int id) {
        return Optional.ofNullable(schemas.get(id)).orElseThrow(RegistryException::noSchema);
    }

    synchronized List<RegisteredSchema> uses(int id) {
        var schema = schema(id);
        return subjects.values().stream()
                .flatMap(versions -> versions.values().stream())
                .filter(entry -> entry.schema().equals(schema))
                .toList();
    }

    /** The version of the subject that has this very schema. */
    synchronized RegisteredSchema lookUp(String subject, String schema) {
        return find(existing(subject).values(), AvroSchemas.parse(schema)).orElseThrow(RegistryException::noSchema);
    }

    /** The version that has this schema, after appending it to {@code log} where it is new. */
    synchronized RegisteredSchema register(String subject, String json, Consumer<RegisteredSchema> log) {
        var schema = AvroSchemas.parse(json);
        var versions = subjects.getOrDefault(subject, new TreeMap<>());
        return find(versions.values(), schema).orElseGet(() -> add(subject, versions, schema, log));
    }

    synchronized List<String> conflicts(String subject, String version, String json) {
        return Compatibility.conflicts(AvroSchemas.parse(json), List.of(version(subject, version)));
    }

    private RegisteredSchema add(
            String subject,
            NavigableMap<Integer, RegisteredSchema> versions,
            Schema schema,
            Consumer<RegisteredSchema> log) {
        var conflicts = Compatibility.conflicts(schema, versions.values());
        if (!conflicts.isEmpty()) {
            throw RegistryException.incompatible(subject, conflicts.toString());
        }
        int version = versions.isEmpty() ? 1 : versions.lastKey() + 1;
        var entry = new RegisteredSchema(subject, version, idOf(schema.toString()), schema.toString());
        log.accept(entry);
        restore(entry, false);
        return entry;
    }

    private int idOf(String schema) {
        return schemas.entrySet().stream()
                .filter(entry -> entry.getValue().equals(schema))
                .map(Map.Entry::getKey)
                .min(Comparator.naturalOrder())
                .orElse(highestId + 1);
    }

    private static Optional<RegisteredSchema> find(Collection<RegisteredSchema> versions, Schema schema) {
        var json = schema.toString();
        return versions.stream().filter(entry -> entry.schema().equals(json)).findFirst();
    }

    private NavigableMap<Integer, RegisteredSchema> existing(String subject) {
        return Optional.ofNullable(subjects.get(subject)).orElseThrow(() -> RegistryException.noSubject(subject));
    }

    private static int number(String version) {
        try {
            int number = Integer.parseInt(version);
            if (number > 0) {
                return number;
            }
        } catch (NumberFormatException e) {
            throw RegistryException.invalidVersion(version);
        }
        throw RegistryException.invalidVersion(version);
    }
}
