package newsloom.app.records;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import newsloom.contract.serde.SchemaRegistry;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;

/**
 * A record as one JSON object {@code {"key", "value", "timestamp", "headers"}}: Avro values as {@link AvroJson} writes them, other bytes as text where they
 * are UTF-8 without control characters (line ends and tabs apart) and as {@code {"base64": "…"}} where not; a tombstone's value is null; a header that stands there twice is an array. Thread-safe.
 */
public final class RecordJson {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final ConfluentValues values;

    public RecordJson(SchemaRegistry registry) {
        this.values = new ConfluentValues(registry);
    }

    public ObjectNode of(ConsumerRecord<byte[], byte[]> record) {
        var object = JSON.objectNode();
        object.set("key", text(record.key()));
        object.set("value", value(record.value()));
        object.put("timestamp", Instant.ofEpochMilli(record.timestamp()).toString());
        object.set("headers", headers(record.headers()));
        return object;
    }

    private JsonNode value(byte @Nullable [] bytes) {
        return bytes == null ? JSON.nullNode() : values.read(bytes).orElseGet(() -> text(bytes));
    }

    private static ObjectNode headers(Headers headers) {
        var object = JSON.objectNode();
        for (var header : headers) {
            var value = text(header.value());
            var before = object.get(header.key());
            if (before == null) {
                object.set(header.key(), value);
            } else if (before.isArray()) {
                object.withArray(header.key()).add(value);
            } else {
                object.set(header.key(), JSON.arrayNode().add(before).add(value));
            }
        }
        return object;
    }

    private static JsonNode text(byte @Nullable [] bytes) {
        if (bytes == null) {
            return JSON.nullNode();
        }
        try {
            return controls(bytes)
                    ? JSON.objectNode().put("base64", bytes)
                    : JSON.textNode(StandardCharsets.UTF_8
                            .newDecoder()
                            .decode(ByteBuffer.wrap(bytes))
                            .toString());
        } catch (CharacterCodingException e) {
            return JSON.objectNode().put("base64", bytes);
        }
    }

    private static boolean controls(byte[] bytes) {
        for (byte b : bytes) {
            if (b >= 0 && b < ' ' && b != '\n' && b != '\r' && b != '\t') {
                return true;
            }
        }
        return false;
    }
}
