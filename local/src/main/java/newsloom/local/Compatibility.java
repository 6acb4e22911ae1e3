package newsloom.local;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.apache.avro.Schema;
import org.apache.avro.SchemaCompatibility;
import org.apache.avro.SchemaCompatibility.SchemaCompatibilityType;

/** {@code FULL_TRANSITIVE}: each version can read what every other version wrote. */
final class Compatibility {
    static final String LEVEL = "FULL_TRANSITIVE";

    private Compatibility() {}

    /** What stands against {@code schema} joining {@code others}; empty when nothing does. */
    static List<String> conflicts(Schema schema, Collection<RegisteredSchema> others) {
        var conflicts = new ArrayList<String>();
        for (var other : others) {
            var old = AvroSchemas.parse(other.schema());
            conflicts.addAll(read(schema, old, "the new schema cannot read version " + other.version()));
            conflicts.addAll(read(old, schema, "version " + other.version() + " cannot read the new schema"));
        }
        return conflicts;
    }

    private static List<String> read(Schema reader, Schema writer, String failure) {
        var result = SchemaCompatibility.checkReaderWriterCompatibility(reader, writer)
                .getResult();
        if (result.getCompatibility() == SchemaCompatibilityType.COMPATIBLE) {
            return List.of();
        }
        return result.getIncompatibilities().stream()
                .map(found ->
                        failure + ": " + found.getType() + " at " + found.getLocation() + ", " + found.getMessage())
                .toList();
    }
}
