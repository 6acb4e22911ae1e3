package newsloom.contract.serde;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.avro.AvroRuntimeException;
import org.apache.avro.Schema;
import org.apache.avro.io.BinaryDecoder;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificDatumReader;
import org.apache.avro.specific.SpecificDatumWriter;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serializer;
import org.jspecify.annotations.Nullable;

/**
 * Avro values in Confluent's wire format: a zero byte, the schema id as four bytes, the Avro binary form. The subject is {@code <topic>-value}. Null stands for a tombstone
 * both ways. Values written with another version of the schema are resolved to the one of {@code type}. Thread-safe.
 *
 * <p>Unreadable bytes throw {@link SerializationException}; a registry that is away throws {@link RegistryUnavailableException}.
 */
public final class AvroSerde<T extends SpecificRecord> implements Serde<T>, Serializer<T>, Deserializer<T> {

    private static final byte MAGIC = 0;
    private static final int HEADER_BYTES = 5;
    private static final int FIRST_BUFFER_BYTES = 4 << 10;
    private static final int LARGEST_KEPT_BUFFER_BYTES = 1 << 20;

    private final Schema schema;
    private final SpecificData data;
    private final SchemaRegistry registry;
    private final Map<Integer, SpecificDatumReader<T>> readers = new ConcurrentHashMap<>();

    /** Grown once for many values: a page is some hundred kilobytes. */
    private final ThreadLocal<ByteArrayOutputStream> buffers =
            ThreadLocal.withInitial(() -> new ByteArrayOutputStream(FIRST_BUFFER_BYTES));

    public AvroSerde(Class<T> type, SchemaRegistry registry) {
        ContractClasses.trust();
        this.data = SpecificData.getForClass(type);
        this.schema = data.getSchema(type);
        this.registry = registry;
    }

    @Override
    public byte @Nullable [] serialize(String topic, @Nullable T value) {
        if (value == null) {
            return null;
        }
        int id = registry.idOf(topic + "-value", schema);
        var out = buffers.get();
        out.reset();
        out.write(MAGIC);
        out.writeBytes(ByteBuffer.allocate(4).putInt(id).array());
        try {
            BinaryEncoder encoder = EncoderFactory.get().directBinaryEncoder(out, null);
            new SpecificDatumWriter<T>(schema, data).write(value, encoder);
        } catch (IOException | AvroRuntimeException e) {
            throw new SerializationException("cannot write " + schema.getName() + " for " + topic, e);
        }
        if (out.size() > LARGEST_KEPT_BUFFER_BYTES) {
            buffers.remove();
        }
        return out.toByteArray();
    }

    @Override
    public @Nullable T deserialize(String topic, byte @Nullable [] bytes) {
        if (bytes == null) {
            return null;
        }
        if (bytes.length < HEADER_BYTES || bytes[0] != MAGIC) {
            throw new SerializationException(
                    "no Avro value in Confluent's wire format: " + bytes.length + " bytes in " + topic);
        }
        int id = ByteBuffer.wrap(bytes, 1, 4).getInt();
        SpecificDatumReader<T> reader = readers.computeIfAbsent(id, this::reader);
        BinaryDecoder decoder =
                DecoderFactory.get().binaryDecoder(bytes, HEADER_BYTES, bytes.length - HEADER_BYTES, null);
        try {
            return reader.read(null, decoder);
        } catch (IOException | RuntimeException e) {
            throw new SerializationException("cannot read " + schema.getName() + " from " + topic, e);
        }
    }

    private SpecificDatumReader<T> reader(int id) {
        return new SpecificDatumReader<>(registry.byId(id), schema, data);
    }

    @Override
    public Serializer<T> serializer() {
        return this;
    }

    @Override
    public Deserializer<T> deserializer() {
        return this;
    }

    @Override
    public void configure(Map<String, ?> configs, boolean isKey) {}

    @Override
    public void close() {}
}
