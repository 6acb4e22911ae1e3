package newsloom.runtime.order;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import newsloom.runtime.order.Sequenced.Item;
import newsloom.runtime.order.Sequenced.Mark;
import newsloom.runtime.order.Sequenced.Origin;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serializer;
import org.jspecify.annotations.Nullable;

/** Binary form of {@link Sequenced}; the first byte is its version and kind. Thread-safe. */
public final class SequencedSerde implements Serde<Sequenced>, Serializer<Sequenced>, Deserializer<Sequenced> {

    private static final int ITEM = 0x21;
    private static final int MARK = 0x22;

    @Override
    public byte @Nullable [] serialize(String topic, @Nullable Sequenced value) {
        return value == null ? null : encode(value);
    }

    @Override
    public @Nullable Sequenced deserialize(String topic, byte @Nullable [] bytes) {
        return bytes == null ? null : decode(bytes);
    }

    static byte[] encode(Sequenced value) {
        var bytes = new ByteArrayOutputStream();
        try (var out = new DataOutputStream(bytes)) {
            out.writeByte(value instanceof Item ? ITEM : MARK);
            out.writeInt(value.source());
            out.writeInt(value.sources());
            if (value instanceof Item item) {
                writeItem(item, out);
            } else if (value instanceof Mark mark) {
                writeProgress(mark.progress(), out);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    static Sequenced decode(byte[] bytes) {
        try (var in = new DataInputStream(new ByteArrayInputStream(bytes))) {
            int kind = in.readUnsignedByte();
            int source = in.readInt();
            int sources = in.readInt();
            return switch (kind) {
                case ITEM ->
                    new Item(
                            source,
                            sources,
                            in.readLong(),
                            in.readUTF(),
                            new Origin(in.readInt(), in.readLong(), in.readUnsignedByte()),
                            readHeaders(in),
                            in.readAllBytes());
                case MARK -> new Mark(source, sources, readProgress(in));
                default -> throw new SerializationException("unknown kind of sequenced record: " + kind);
            };
        } catch (IOException e) {
            throw new SerializationException("cut sequenced record of " + bytes.length + " bytes", e);
        }
    }

    private static void writeItem(Item item, DataOutputStream out) throws IOException {
        out.writeLong(item.time());
        out.writeUTF(item.key());
        out.writeInt(item.origin().input());
        out.writeLong(item.origin().offset());
        out.writeByte(item.origin().part());
        Header[] headers = item.headers().toArray();
        out.writeShort(headers.length);
        for (Header header : headers) {
            out.writeUTF(header.key());
            byte[] value = header.value();
            out.writeInt(value == null ? -1 : value.length);
            if (value != null) {
                out.write(value);
            }
        }
        out.write(item.payload());
    }

    private static void writeProgress(Progress progress, DataOutputStream out) throws IOException {
        out.writeLong(progress.time());
        long[] ends = progress.cut().ends();
        out.writeInt(ends.length);
        for (long end : ends) {
            out.writeLong(end);
        }
    }

    private static Progress readProgress(DataInputStream in) throws IOException {
        long time = in.readLong();
        var ends = new long[in.readInt()];
        for (int input = 0; input < ends.length; input++) {
            ends[input] = in.readLong();
        }
        return new Progress(time, Cut.of(ends));
    }

    private static Headers readHeaders(DataInputStream in) throws IOException {
        var headers = new RecordHeaders();
        for (int left = in.readUnsignedShort(); left > 0; left--) {
            String key = in.readUTF();
            int length = in.readInt();
            headers.add(key, length < 0 ? null : in.readNBytes(length));
        }
        return headers;
    }

    @Override
    public void configure(Map<String, ?> configs, boolean isKey) {}

    @Override
    public void close() {}

    @Override
    public Serializer<Sequenced> serializer() {
        return this;
    }

    @Override
    public Deserializer<Sequenced> deserializer() {
        return this;
    }
}
