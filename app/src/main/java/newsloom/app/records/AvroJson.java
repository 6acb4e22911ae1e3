package newsloom.app.records;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericFixed;
import org.apache.avro.generic.IndexedRecord;
import org.jspecify.annotations.Nullable;

/**
 * Avro values as plain JSON: unions without a wrapper, times as ISO-8601 in UTC ({@code 2026-09-07T08:15:00Z}), bytes as Base64. Nothing else is lost;
 * the way back needs the schema.
 */
final class AvroJson {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final String TIMESTAMP_MILLIS = "timestamp-millis";

    private AvroJson() {}

    static JsonNode of(Schema schema, @Nullable Object value) {
        if (value == null) {
            return JSON.nullNode();
        }
        return switch (schema.getType()) {
            case RECORD -> object(schema, (IndexedRecord) value);
            case MAP -> object(schema.getValueType(), (Map<?, ?>) value);
            case ARRAY -> array(schema.getElementType(), (Collection<?>) value);
            case UNION -> of(schema.getTypes().get(GenericData.get().resolveUnion(schema, value)), value);
            case LONG -> isTime(schema) ? time(value) : JSON.numberNode(((Number) value).longValue());
            case INT -> JSON.numberNode(((Number) value).intValue());
            case FLOAT, DOUBLE -> JSON.numberNode(((Number) value).doubleValue());
            case BOOLEAN -> JSON.booleanNode((Boolean) value);
            case BYTES -> JSON.binaryNode(bytes((ByteBuffer) value));
            case FIXED -> JSON.binaryNode(((GenericFixed) value).bytes());
            case STRING, ENUM -> JSON.textNode(value.toString());
            case NULL -> JSON.nullNode();
        };
    }

    private static ObjectNode object(Schema schema, IndexedRecord record) {
        var object = JSON.objectNode();
        for (var field : schema.getFields()) {
            object.set(field.name(), of(field.schema(), record.get(field.pos())));
        }
        return object;
    }

    private static ObjectNode object(Schema valueSchema, Map<?, ?> map) {
        var object = JSON.objectNode();
        map.forEach((key, value) -> object.set(String.valueOf(key), of(valueSchema, value)));
        return object;
    }

    private static ArrayNode array(Schema elementSchema, Collection<?> elements) {
        var array = JSON.arrayNode();
        elements.forEach(element -> array.add(of(elementSchema, element)));
        return array;
    }

    private static boolean isTime(Schema schema) {
        return schema.getLogicalType() != null
                && schema.getLogicalType().getName().equals(TIMESTAMP_MILLIS);
    }

    private static JsonNode time(Object value) {
        var instant = value instanceof Instant given ? given : Instant.ofEpochMilli(((Number) value).longValue());
        return JSON.textNode(instant.toString());
    }

    private static byte[] bytes(ByteBuffer buffer) {
        var bytes = new byte[buffer.remaining()];
        buffer.duplicate().get(bytes);
        return bytes;
    }
}
