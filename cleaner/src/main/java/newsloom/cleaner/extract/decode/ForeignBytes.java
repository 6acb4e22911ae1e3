package newsloom.cleaner.extract.decode;

import java.util.Arrays;

/**
 * The words of a page that are not plain ASCII, one after the other: what tells charsets apart, without most of the markup. No character is cut but at the end: a stretch begins
 * after some ASCII and ends in some. Costs one look at the page, or less where much of it is foreign.
 */
final class ForeignBytes {

    private static final int MAX_BYTES = 12 << 10;
    private static final int AROUND = 12;

    private ForeignBytes() {}

    /** At most 12 KB from the first bytes of a page; empty where all is ASCII. */
    static byte[] of(byte[] page, int length) {
        byte[] sample = new byte[MAX_BYTES];
        int size = 0;
        int done = 0;
        int at = ByteSearch.beyondAscii(page, 0, length);
        while (at < length && size < MAX_BYTES) {
            int from = Math.max(done, at - AROUND);
            int last = at;
            int next = ByteSearch.beyondAscii(page, at + 1, length);
            while (next < length && next - last <= 2 * AROUND && next - from < MAX_BYTES) {
                last = next;
                next = ByteSearch.beyondAscii(page, last + 1, length);
            }
            done = Math.min(length, last + 1 + AROUND);
            int taken = Math.min(done - from, MAX_BYTES - size);
            System.arraycopy(page, from, sample, size, taken);
            size += taken;
            if (size < MAX_BYTES) {
                sample[size++] = ' ';
            }
            at = next;
        }
        return Arrays.copyOf(sample, size);
    }
}
