package newsloom.local;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;

/**
 * Confluent's form of a record in {@code _schemas}: JSON keys such as
 * {@code {"keytype":"SCHEMA","subject":"s","version":1,"magic":1}}, JSON values such as
 * {@code {"subject":"s","version":1,"id":1,"schema":"…","deleted":false}}. Keys of other types (settings, no-ops) are passed over.
 */
final class SchemaRecord {
    private static final ObjectMapper JSON = new ObjectMapper();

    private SchemaRecord() {}

    static String key(RegisteredSchema entry) {
        return JSON.createObjectNode()
                .put("keytype", "SCHEMA")
                .put("subject", entry.subject())
                .put("version", entry.version())
                .put("magic", 1)
                .toString();
    }

    static String value(RegisteredSchema entry) {
        return JSON.createObjectNode()
                .put("subject", entry.subject())
                .put("version", entry.version())
                .put("id", entry.id())
                .put("schema", entry.schema())
                .put("deleted", false)
                .toString();
    }

    /** Brings one record of the log into the catalog; a tombstone ends its version. */
    static void restore(String key, @Nullable String value, SchemaCatalog catalog) {
        var name = read(key);
        if (!name.path("keytype").asText().equals("SCHEMA")) {
            return;
        }
        if (value == null) {
            catalog.remove(name.path("subject").asText(), name.path("version").asInt());
            return;
        }
        var entry = read(value);
        catalog.restore(
                new RegisteredSchema(
                        entry.path("subject").asText(),
                        entry.path("version").asInt(),
                        entry.path("id").asInt(),
                        entry.path("schema").asText()),
                entry.path("deleted").asBoolean());
    }

    private static JsonNode read(String json) {
        try {
            return JSON.readTree(json);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException("Not a record of a schema registry: " + json, e);
        }
    }
}
