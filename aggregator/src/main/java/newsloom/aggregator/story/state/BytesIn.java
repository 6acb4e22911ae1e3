package newsloom.aggregator.story.state;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import newsloom.runtime.streams.OtherFormException;
import newsloom.text.vectors.KeySet;
import newsloom.text.vectors.SparseVector;

/** Reads what {@link BytesOut} wrote; running over the end is an {@link IndexOutOfBoundsException}. */
public final class BytesIn {
    private final byte[] bytes;
    private int at;

    /** Reads from the first byte on. */
    public BytesIn(byte[] bytes) {
        this.bytes = bytes;
    }

    /**
     * The version byte that every state begins with.
     *
     * @throws OtherFormException when it is another one
     */
    public BytesIn version(int expected, String what) {
        OtherFormException.unless("a " + what, u8(), expected);
        return this;
    }

    /**
     * The version byte where older forms can be read, too.
     *
     * @return the version found
     * @throws OtherFormException when it is none of them
     */
    int version(int oldest, int newest, String what) {
        int found = u8();
        if (found < oldest || found > newest) {
            OtherFormException.unless("a " + what, found, newest);
        }
        return found;
    }

    /** Whether anything is left to read. */
    public boolean hasMore() {
        return at < bytes.length;
    }

    public int u8() {
        return bytes[at++] & 0xff;
    }

    public int i32() {
        return u8() << 24 | u8() << 16 | u8() << 8 | u8();
    }

    public long i64() {
        return (long) i32() << 32 | Integer.toUnsignedLong(i32());
    }

    public long varint() {
        long value = 0;
        for (int shift = 0; ; shift += 7) {
            int next = u8();
            value |= (long) (next & 0x7f) << shift;
            if (next < 0x80) {
                return value;
            }
        }
    }

    public int count() {
        return Math.toIntExact(varint());
    }

    public double f64() {
        return Double.longBitsToDouble(i64());
    }

    public boolean flag() {
        return u8() == 1;
    }

    public String text() {
        return new String(raw(), StandardCharsets.UTF_8);
    }

    public byte[] raw() {
        int length = count();
        at += length;
        return Arrays.copyOfRange(bytes, at - length, at);
    }

    public SparseVector vector() {
        int[] keys = new int[count()];
        float[] weights = new float[keys.length];
        for (int i = 0; i < keys.length; i++) {
            keys[i] = i32();
            weights[i] = Float.intBitsToFloat(i32());
        }
        return SparseVector.of(keys, weights);
    }

    public SparseVector vector(int scale) {
        int[] keys = new int[count()];
        float[] weights = new float[keys.length];
        for (int i = 0; i < keys.length; i++) {
            keys[i] = i32();
            weights[i] = varint() / (float) scale;
        }
        return SparseVector.of(keys, weights);
    }

    public KeySet keys() {
        int[] keys = new int[count()];
        for (int i = 0; i < keys.length; i++) {
            keys[i] = i32();
        }
        return KeySet.of(keys);
    }

    public <T> List<T> list(Function<BytesIn, T> item) {
        int count = count();
        var items = new ArrayList<T>();
        for (int i = 0; i < count; i++) {
            items.add(item.apply(this));
        }
        return items;
    }
}
