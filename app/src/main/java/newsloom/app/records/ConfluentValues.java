package newsloom.app.records;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import newsloom.contract.serde.SchemaRegistry;
import org.apache.avro.AvroRuntimeException;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.io.DecoderFactory;
import org.apache.kafka.common.errors.SerializationException;

/** Reads values in Confluent's wire format with the schema they were written with, whatever the topic. Thread-safe. */
final class ConfluentValues {
    private static final int HEADER_BYTES = 5;

    private final SchemaRegistry registry;
    private final Map<Integer, Optional<Schema>> schemas = new ConcurrentHashMap<>();

    ConfluentValues(SchemaRegistry registry) {
        this.registry = registry;
    }

    /** Empty for bytes of another form. */
    Optional<JsonNode> read(byte[] bytes) {
        if (bytes.length < HEADER_BYTES || bytes[0] != 0) {
            return Optional.empty();
        }
        int id = ByteBuffer.wrap(bytes, 1, Integer.BYTES).getInt();
        return schemas.computeIfAbsent(id, this::schema).flatMap(schema -> read(schema, bytes));
    }

    private static Optional<JsonNode> read(Schema schema, byte[] bytes) {
        var decoder = DecoderFactory.get().binaryDecoder(bytes, HEADER_BYTES, bytes.length - HEADER_BYTES, null);
        try {
            Object value = new GenericDatumReader<>(schema).read(null, decoder);
            return Optional.of(AvroJson.of(schema, value));
        } catch (IOException | AvroRuntimeException | IndexOutOfBoundsException e) {
            return Optional.empty(); // a zero byte at the start was chance, or the value is broken
        }
    }

    private Optional<Schema> schema(int id) {
        try {
            return Optional.of(registry.byId(id));
        } catch (SerializationException e) {
            return Optional.empty();
        }
    }
}
