package newsloom.cleaner.dedupe;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/**
 * Sketches as bytes, for topics and stores. The first byte is the version of the form. Counts are variable-length (7 bits a byte, low
 * ones first), strings UTF-8 after their length, sorted 16-bit values the gaps between them: mostly one byte each. Bytes of an
 * unknown version and broken ones throw {@link IllegalArgumentException}.
 */
public final class SketchCodec {
    private static final byte SKETCH_V3 = 3;
    private static final byte TEXT_V3 = 67;
    private static final byte MEMBER_V1 = 97;
    private static final int LONGEST_COUNT = 10;
    private static final int LONGEST_GAP = 3;

    private SketchCodec() {}

    public static byte[] encode(Sketch sketch) {
        byte[] id = utf8(sketch.id());
        var out = buffer(
                SKETCH_V3, id.length + Long.BYTES * sketch.anchors().length, sketch.shingles(), sketch.numbers());
        putCard(out, id, sketch.card());
        out.putLong(sketch.textHash());
        putCount(out, sketch.anchors().length);
        for (long anchor : sketch.anchors()) {
            out.putLong(anchor);
        }
        putValues(out, sketch.shingles());
        putValues(out, sketch.numbers());
        return written(out);
    }

    public static Sketch decode(byte[] bytes) {
        return read(bytes, SKETCH_V3, in -> {
            Card card = card(in);
            long textHash = in.getLong();
            var anchors = new long[length(in, Long.BYTES)];
            for (int i = 0; i < anchors.length; i++) {
                anchors[i] = in.getLong();
            }
            return new Sketch(
                    card.id(), card.timeMs(), card.origin(), card.words(), textHash, anchors, values(in), values(in));
        });
    }

    /** What later texts are compared with: the sketch without its anchors. */
    public static byte[] encodeText(Sketch sketch) {
        return encode(KnownText.of(sketch));
    }

    static byte[] encode(KnownText text) {
        byte[] id = utf8(text.id());
        var out = buffer(TEXT_V3, id.length, text.shingles(), text.numbers());
        putCard(out, id, text.card());
        out.putLong(text.textHash());
        putValues(out, text.shingles());
        putValues(out, text.numbers());
        return written(out);
    }

    static KnownText decodeText(byte[] bytes) {
        return read(bytes, TEXT_V3, in -> new KnownText(card(in), in.getLong(), values(in), values(in)));
    }

    static byte[] encode(Member member) {
        byte[] id = utf8(member.id());
        byte[] group = utf8(member.isFirst() ? "" : member.group());
        byte[] head = utf8(member.head().equals(member.id()) ? "" : member.head());
        var out = ByteBuffer.allocate(1 + id.length + group.length + head.length + 4 * LONGEST_COUNT)
                .put(MEMBER_V1);
        putString(out, id);
        putCount(out, member.timeMs());
        putString(out, group);
        putString(out, head);
        return written(out);
    }

    static Member decodeMember(byte[] bytes) {
        return read(bytes, MEMBER_V1, in -> {
            var id = string(in);
            long timeMs = count(in);
            var group = string(in);
            var head = string(in);
            return new Member(id, timeMs, group.isEmpty() ? id : group, head.isEmpty() ? id : head);
        });
    }

    private static void putCard(ByteBuffer out, byte[] id, Card card) {
        putString(out, id);
        putCount(out, card.timeMs());
        putOrigin(out, card.origin());
        putCount(out, card.words());
    }

    private static Card card(ByteBuffer in) {
        return new Card(string(in), count(in), origin(in), (int) count(in));
    }

    private interface Form<T> {
        T read(ByteBuffer in);
    }

    private static <T> T read(byte[] bytes, byte version, Form<T> form) {
        if (bytes.length == 0 || bytes[0] != version) {
            throw new IllegalArgumentException("not a sketch of form " + version);
        }
        try {
            var in = ByteBuffer.wrap(bytes, 1, bytes.length - 1);
            T value = form.read(in);
            if (in.hasRemaining()) {
                throw new IllegalArgumentException(in.remaining() + " bytes after the end of a sketch");
            }
            return value;
        } catch (BufferUnderflowException e) {
            throw new IllegalArgumentException("a sketch that ends too early", e);
        }
    }

    private static ByteBuffer buffer(byte version, int rest, char[] shingles, char[] numbers) {
        int size = 1 + rest + LONGEST_GAP * (shingles.length + numbers.length) + 8 * LONGEST_COUNT + 2 * Long.BYTES;
        return ByteBuffer.allocate(size).put(version);
    }

    private static byte[] written(ByteBuffer out) {
        var bytes = new byte[out.flip().remaining()];
        out.get(bytes);
        return bytes;
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static void putString(ByteBuffer out, byte[] utf8) {
        putCount(out, utf8.length);
        out.put(utf8);
    }

    private static String string(ByteBuffer in) {
        var utf8 = new byte[length(in, 1)];
        in.get(utf8);
        return new String(utf8, StandardCharsets.UTF_8);
    }

    private static void putOrigin(ByteBuffer out, Origin origin) {
        out.putInt(origin.site()).putInt(origin.headline());
        putCount(out, 2 * (origin.publishedMs() + 1) + (origin.credited() ? 1 : 0));
    }

    private static Origin origin(ByteBuffer in) {
        int site = in.getInt();
        int headline = in.getInt();
        long published = count(in);
        return new Origin(site, headline, (published >> 1) - 1, (published & 1) == 1);
    }

    private static void putValues(ByteBuffer out, char[] sorted) {
        putCount(out, sorted.length);
        int last = 0;
        for (char value : sorted) {
            putCount(out, value - last);
            last = value;
        }
    }

    private static char[] values(ByteBuffer in) {
        var sorted = new char[length(in, 1)];
        int last = 0;
        for (int i = 0; i < sorted.length; i++) {
            last += (int) count(in);
            sorted[i] = (char) last;
        }
        return sorted;
    }

    /** A count of things that take {@code size} bytes each: more than are there is an error, not an allocation. */
    private static int length(ByteBuffer in, int size) {
        long length = count(in);
        if (length < 0 || length * size > in.remaining()) {
            throw new IllegalArgumentException("a sketch of " + length + " entries in " + in.remaining() + " bytes");
        }
        return (int) length;
    }

    private static void putCount(ByteBuffer out, long count) {
        long rest = count;
        while ((rest & ~0x7FL) != 0) {
            out.put((byte) (rest | 0x80));
            rest >>>= 7;
        }
        out.put((byte) rest);
    }

    private static long count(ByteBuffer in) {
        long count = 0;
        for (int shift = 0; ; shift += 7) {
            byte b = in.get();
            count |= (b & 0x7FL) << shift;
            if (b >= 0) {
                return count;
            }
            if (shift > 56) {
                throw new IllegalArgumentException("a count that does not end");
            }
        }
    }
}
