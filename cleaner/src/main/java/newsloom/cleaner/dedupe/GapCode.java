package newsloom.cleaner.dedupe;

import java.nio.ByteBuffer;

/**
 * Sets of 16-bit values in next to the fewest bits that such sets can have: the gaps between them, sorted, as Golomb codes whose divisor is a power of two (Golomb, Run-length encodings, 1966; Rice and Plaunt, Adaptive
 * variable-length coding, 1971). The divisor follows from the number of values, which is not written. 350 values that are spread evenly take 400 bytes, where two bytes each take 700. A gap is its quotient in unary, zeros
 * ended by a one, then its remainder; bits fill each byte from the lowest. Stateless; linear.
 */
final class GapCode {
    private static final int VALUES = 1 << Character.SIZE;
    private static final double LN_2 = 0.693;

    private GapCode() {}

    /** Bytes that so many values take at most. */
    static int maxBytes(int values) {
        int shift = shift(values);
        return (values * (shift + 1) + (VALUES >> shift) + Byte.SIZE - 1) / Byte.SIZE;
    }

    /** Writes sorted distinct values, without their number, in {@link #maxBytes} at most. */
    static void put(ByteBuffer out, char[] sorted) {
        int shift = shift(sorted.length);
        int mask = (1 << shift) - 1;
        var bits = new Writer(out);
        int next = 0;
        for (char value : sorted) {
            int gap = value - next;
            bits.zeros(gap >> shift);
            bits.put((gap & mask) << 1 | 1, shift + 1);
            next = value + 1;
        }
        bits.end();
    }

    /** Reads so many values; bytes that give none throw {@link IllegalArgumentException}, too few of them {@link java.nio.BufferUnderflowException}. */
    static char[] get(ByteBuffer in, int values) {
        int shift = shift(values);
        var bits = new Reader(in);
        var sorted = new char[values];
        int next = 0;
        for (int i = 0; i < values; i++) {
            int value = next + (bits.zeros() << shift) + bits.get(shift);
            if (value < next || value >= VALUES) {
                throw new IllegalArgumentException("a gap that leads to " + value);
            }
            sorted[i] = (char) value;
            next = value + 1;
        }
        return sorted;
    }

    /** The power of two nearest below ln 2 times the mean gap: the best divisor where gaps are as chance gives them. */
    private static int shift(int values) {
        int best = (int) (LN_2 * VALUES / Math.max(1, values));
        return best == 0 ? 0 : Integer.SIZE - 1 - Integer.numberOfLeadingZeros(best);
    }

    private static final class Writer {
        private final ByteBuffer out;
        private int held;
        private int length;

        Writer(ByteBuffer out) {
            this.out = out;
        }

        void zeros(int count) {
            for (int left = count; left > 0; left -= Byte.SIZE) {
                put(0, Math.min(Byte.SIZE, left));
            }
        }

        /** At most 17 bits. */
        void put(int bits, int count) {
            held |= bits << length;
            length += count;
            while (length >= Byte.SIZE) {
                out.put((byte) held);
                held >>>= Byte.SIZE;
                length -= Byte.SIZE;
            }
        }

        void end() {
            put(0, (Byte.SIZE - length) % Byte.SIZE);
        }
    }

    private static final class Reader {
        private final ByteBuffer in;
        private int held;
        private int length;

        Reader(ByteBuffer in) {
            this.in = in;
        }

        /** How many zeros come before the next one, which is read, too. */
        int zeros() {
            int zeros = 0;
            while (held == 0) {
                zeros += length;
                held = in.get() & 0xFF;
                length = Byte.SIZE;
                if (zeros > VALUES) {
                    throw new IllegalArgumentException("a gap that does not end");
                }
            }
            int more = Integer.numberOfTrailingZeros(held);
            skip(more + 1);
            return zeros + more;
        }

        int get(int count) {
            while (length < count) {
                held |= (in.get() & 0xFF) << length;
                length += Byte.SIZE;
            }
            int bits = held & ((1 << count) - 1);
            skip(count);
            return bits;
        }

        private void skip(int count) {
            held >>>= count;
            length -= count;
        }
    }
}
