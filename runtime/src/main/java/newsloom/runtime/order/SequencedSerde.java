package newsloom.runtime.order;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import newsloom.runtime.order.Sequenced.Item;
import newsloom.runtime.order.Sequenced.Mark;
import newsloom.runtime.order.Sequenced.Origin;
import newsloom.runtime.streams.OtherFormException;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serializer;
import org.jspecify.annotations.Nullable;

/** Binary form of {@link Sequenced}; the first byte is its version and kind. Thread-safe. What is not in this form throws {@link SerializationException} and costs no memory. */
public final class SequencedSerde implements Serde<Sequenced>, Serializer<Sequenced>, Deserializer<Sequenced> {

    private static final byte ITEM = 0x23;
    private static final byte MARK = 0x22;

    /** Of builds before; keys were no longer than 64 KB. */
    private static final byte FORMER_ITEM = 0x21;

    /** More than any cluster has partitions of a topic: each source costs memory in each task. */
    private static final int MOST_SOURCES = 100_000;

    private static final int LEAST_HEADER_BYTES = 2 * Integer.BYTES;
    private static final int NULL = -1;

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
        try {
            return read(ByteBuffer.wrap(bytes));
        } catch (BufferUnderflowException e) {
            throw new SerializationException("cut sequenced record of " + bytes.length + " bytes", e);
        }
    }

    private static void writeItem(Item item, DataOutputStream out) throws IOException {
        out.writeLong(item.time());
        writeText(item.key(), out);
        out.writeInt(item.origin().input());
        out.writeLong(item.origin().offset());
        out.writeByte(item.origin().part());
        Header[] headers = item.headers().toArray();
        out.writeInt(headers.length);
        for (Header header : headers) {
            writeText(header.key(), out);
            writeBytes(header.value(), out);
        }
        out.write(item.payload());
    }

    private static void writeText(String text, DataOutputStream out) throws IOException {
        writeBytes(text.getBytes(StandardCharsets.UTF_8), out);
    }

    private static void writeBytes(byte @Nullable [] bytes, DataOutputStream out) throws IOException {
        out.writeInt(bytes == null ? NULL : bytes.length);
        if (bytes != null) {
            out.write(bytes);
        }
    }

    private static void writeProgress(Progress progress, DataOutputStream out) throws IOException {
        out.writeLong(progress.time());
        long[] ends = progress.cut().ends();
        out.writeInt(ends.length);
        for (long end : ends) {
            out.writeLong(end);
        }
    }

    private static Sequenced read(ByteBuffer in) {
        byte kind = in.get();
        if (kind == FORMER_ITEM) {
            OtherFormException.unless("an item between two steps", kind, ITEM);
        }
        int source = in.getInt();
        int sources = in.getInt();
        if (source < 0 || source >= sources || sources > MOST_SOURCES) {
            throw new SerializationException("no source " + source + " of " + sources);
        }
        return switch (kind) {
            case ITEM ->
                new Item(source, sources, in.getLong(), readText(in), readOrigin(in), readHeaders(in), readRest(in));
            case MARK -> new Mark(source, sources, readProgress(in));
            default -> throw new SerializationException("unknown kind of sequenced record: " + kind);
        };
    }

    private static Origin readOrigin(ByteBuffer in) {
        var origin = new Origin(in.getInt(), in.getLong(), Byte.toUnsignedInt(in.get()));
        if (origin.input() < 0 || origin.offset() < 0) {
            throw new SerializationException("no origin: " + origin);
        }
        return origin;
    }

    private static Headers readHeaders(ByteBuffer in) {
        var headers = new RecordHeaders();
        for (int left = readCount(in, LEAST_HEADER_BYTES); left > 0; left--) {
            headers.add(readText(in), readBytes(in));
        }
        return headers;
    }

    private static Progress readProgress(ByteBuffer in) {
        long time = in.getLong();
        var ends = new long[readCount(in, Long.BYTES)];
        in.asLongBuffer().get(ends);
        if (in.remaining() != ends.length * Long.BYTES) {
            throw new SerializationException("a mark with " + in.remaining() + " bytes for " + ends.length + " ends");
        }
        return new Progress(time, Cut.of(ends));
    }

    private static String readText(ByteBuffer in) {
        byte[] bytes = readBytes(in);
        if (bytes == null) {
            throw new SerializationException("no text");
        }
        return new String(bytes, StandardCharsets.UTF_8);
    }

    private static byte @Nullable [] readBytes(ByteBuffer in) {
        int length = in.getInt();
        if (length == NULL) {
            return null;
        }
        var bytes = new byte[atMostWhatIsLeft(length, in, 1)];
        in.get(bytes);
        return bytes;
    }

    private static byte[] readRest(ByteBuffer in) {
        var bytes = new byte[in.remaining()];
        in.get(bytes);
        return bytes;
    }

    private static int readCount(ByteBuffer in, int leastBytesOfOne) {
        return atMostWhatIsLeft(in.getInt(), in, leastBytesOfOne);
    }

    private static int atMostWhatIsLeft(int count, ByteBuffer in, int leastBytesOfOne) {
        if (count < 0 || count > in.remaining() / leastBytesOfOne) {
            throw new SerializationException("no room for " + count + " in " + in.remaining() + " bytes");
        }
        return count;
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
