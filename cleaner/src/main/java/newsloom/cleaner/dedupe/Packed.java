package newsloom.cleaner.dedupe;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import newsloom.runtime.streams.OtherFormException;

/**
 * The parts of which {@link SketchCodec} and {@link MemberCodec} make their forms. Counts are variable-length, 7 bits a byte, low ones first; strings UTF-8 after their length; ids the same, but those of
 * hexadecimal digits in pairs, as the cleaner gives them, half as long; sets {@link GapCode} after the number of values.
 */
final class Packed {
    static final int LONGEST_COUNT = 10;

    private static final HexFormat HEX = HexFormat.of();

    private Packed() {}

    interface Form<T> {
        T read(ByteBuffer in);
    }

    /**
     * Reads a whole form.
     *
     * @throws OtherFormException for another version
     * @throws IllegalArgumentException for broken bytes
     */
    static <T> T read(byte[] bytes, byte version, Form<T> form) {
        if (bytes.length == 0) {
            throw new IllegalArgumentException("no bytes of form " + version);
        }
        OtherFormException.unless("an entry of the duplicate decision", bytes[0], version);
        try {
            var in = ByteBuffer.wrap(bytes, 1, bytes.length - 1);
            T value = form.read(in);
            if (in.hasRemaining()) {
                throw new IllegalArgumentException(in.remaining() + " bytes after the end of form " + version);
            }
            return value;
        } catch (BufferUnderflowException e) {
            throw new IllegalArgumentException("form " + version + " ends too early", e);
        }
    }

    static byte[] written(ByteBuffer out) {
        var bytes = new byte[out.flip().remaining()];
        out.get(bytes);
        return bytes;
    }

    static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    static void putString(ByteBuffer out, byte[] utf8) {
        putCount(out, utf8.length);
        out.put(utf8);
    }

    static String string(ByteBuffer in) {
        return string(in, length(in, 1));
    }

    private static String string(ByteBuffer in, int length) {
        var utf8 = new byte[length];
        in.get(utf8);
        return new String(utf8, StandardCharsets.UTF_8);
    }

    /** Bytes that {@link #putId} takes at most. */
    static int maxBytes(String id) {
        return LONGEST_COUNT + 3 * id.length();
    }

    /** Twice the number of bytes, and one more where they are digits in pairs. */
    static void putId(ByteBuffer out, String id) {
        boolean hex = isHex(id);
        byte[] bytes = hex ? HEX.parseHex(id) : utf8(id);
        putCount(out, 2L * bytes.length + (hex ? 1 : 0));
        out.put(bytes);
    }

    static String id(ByteBuffer in) {
        long head = count(in);
        int length = fitting(head >>> 1, 1, in);
        if ((head & 1) == 0) {
            return string(in, length);
        }
        var bytes = new byte[length];
        in.get(bytes);
        return HEX.formatHex(bytes);
    }

    private static boolean isHex(String id) {
        boolean hex = id.length() % 2 == 0;
        for (int i = 0; hex && i < id.length(); i++) {
            char c = id.charAt(i);
            hex = (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f');
        }
        return hex;
    }

    /** Bytes that {@link #putSet} takes at most. */
    static int maxBytes(char[] sorted) {
        return LONGEST_COUNT + GapCode.maxBytes(sorted.length);
    }

    static void putSet(ByteBuffer out, char[] sorted) {
        putCount(out, sorted.length);
        GapCode.put(out, sorted);
    }

    static char[] set(ByteBuffer in) {
        long values = count(in);
        if (values < 0 || values > (long) Byte.SIZE * in.remaining()) {
            throw new IllegalArgumentException(values + " values in " + in.remaining() + " bytes");
        }
        return GapCode.get(in, (int) values);
    }

    /** A count of things that take {@code size} bytes each: more than are there is an error, not an allocation. */
    static int length(ByteBuffer in, int size) {
        return fitting(count(in), size, in);
    }

    private static int fitting(long length, int size, ByteBuffer in) {
        if (length < 0 || length > in.remaining() / size) {
            throw new IllegalArgumentException(length + " entries in " + in.remaining() + " bytes");
        }
        return (int) length;
    }

    static void putCount(ByteBuffer out, long count) {
        long rest = count;
        while ((rest & ~0x7FL) != 0) {
            out.put((byte) (rest | 0x80));
            rest >>>= 7;
        }
        out.put((byte) rest);
    }

    static long count(ByteBuffer in) {
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
