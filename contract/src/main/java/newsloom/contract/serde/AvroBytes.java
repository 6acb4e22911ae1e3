package newsloom.contract.serde;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.avro.AvroRuntimeException;
import org.apache.avro.message.BinaryMessageDecoder;
import org.apache.avro.message.BinaryMessageEncoder;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.errors.SerializationException;

/**
 * Records of the contract between the steps of one service: Avro's single-object encoding (Avro 1.12 specification, "Single-object encoding"), which names its schema by a
 * fingerprint and needs no registry. Thread-safe.
 */
public final class AvroBytes<T extends SpecificRecord> {

    private final BinaryMessageEncoder<T> encoder;
    private final BinaryMessageDecoder<T> decoder;

    public AvroBytes(Class<T> type) {
        ContractClasses.trust();
        SpecificData data = SpecificData.getForClass(type);
        this.encoder = new BinaryMessageEncoder<>(data, data.getSchema(type));
        this.decoder = new BinaryMessageDecoder<>(data, data.getSchema(type));
    }

    /** The bytes of a record. */
    public byte[] encode(T value) {
        try {
            var buffer = encoder.encode(value);
            byte[] bytes = new byte[buffer.remaining()];
            buffer.get(bytes);
            return bytes;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * The record of {@link #encode}.
     *
     * @throws SerializationException for anything else
     */
    public T decode(byte[] bytes) {
        try {
            return decoder.decode(bytes);
        } catch (IOException | AvroRuntimeException e) {
            throw new SerializationException("no record of this schema: " + bytes.length + " bytes", e);
        }
    }
}
