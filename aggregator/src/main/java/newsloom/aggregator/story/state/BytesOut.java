package newsloom.aggregator.story.state;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import newsloom.text.vectors.KeySet;
import newsloom.text.vectors.SparseVector;

/** Writes the fields of a state one after the other; {@link BytesIn} reads them back. */
public final class BytesOut {
    private byte[] bytes = new byte[1024];
    private int length;

    public BytesOut u8(int value) {
        if (length == bytes.length) {
            bytes = Arrays.copyOf(bytes, 2 * length);
        }
        bytes[length++] = (byte) value;
        return this;
    }

    public BytesOut i32(int value) {
        return u8(value >>> 24).u8(value >>> 16).u8(value >>> 8).u8(value);
    }

    public BytesOut i64(long value) {
        return i32((int) (value >>> 32)).i32((int) value);
    }

    /** Seven bits a byte, lowest first; small numbers of 0 and more are short. */
    public BytesOut varint(long value) {
        long rest = value;
        while ((rest & ~0x7fL) != 0) {
            u8((int) (rest & 0x7f) | 0x80);
            rest >>>= 7;
        }
        return u8((int) rest);
    }

    public BytesOut f64(double value) {
        return i64(Double.doubleToRawLongBits(value));
    }

    public BytesOut flag(boolean value) {
        return u8(value ? 1 : 0);
    }

    public BytesOut text(String value) {
        return raw(value.getBytes(StandardCharsets.UTF_8));
    }

    public BytesOut raw(byte[] value) {
        varint(value.length);
        for (byte b : value) {
            u8(b);
        }
        return this;
    }

    /** Exactly, eight bytes an entry. */
    public BytesOut vector(SparseVector vector) {
        varint(vector.size());
        for (int i = 0; i < vector.size(); i++) {
            i32(vector.key(i)).i32(Float.floatToRawIntBits(vector.weight(i)));
        }
        return this;
    }

    /** Exactly, for weights that are whole multiples of {@code 1 / scale}; five to seven bytes an entry. */
    public BytesOut vector(SparseVector vector, int scale) {
        varint(vector.size());
        for (int i = 0; i < vector.size(); i++) {
            i32(vector.key(i)).varint(Math.round((double) vector.weight(i) * scale));
        }
        return this;
    }

    public BytesOut keys(KeySet keys) {
        varint(keys.size());
        keys.stream().forEach(this::i32);
        return this;
    }

    public byte[] bytes() {
        return Arrays.copyOf(bytes, length);
    }
}
