package newsloom.ingest.bytes;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.LongFunction;

/** How many bytes may be read of one stream, or of several together; reading on fails. For one thread. */
public final class ByteLimit {
    private final long most;
    private final LongFunction<? extends IOException> excess;
    private long taken;

    /**
     * A limit of {@code most} bytes.
     *
     * @param excess makes of the limit what is thrown behind it
     */
    public ByteLimit(long most, LongFunction<? extends IOException> excess) {
        this.most = most;
        this.excess = excess;
    }

    /** A stream that counts against this limit. */
    public InputStream on(InputStream in) {
        return new Limited(in);
    }

    private void count(long bytes) throws IOException {
        taken += Math.max(0, bytes);
        if (taken > most) {
            throw excess.apply(most);
        }
    }

    private final class Limited extends FilterInputStream {

        Limited(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            int b = in.read();
            count(b < 0 ? 0 : 1);
            return b;
        }

        @Override
        public int read(byte[] target, int from, int count) throws IOException {
            int n = in.read(target, from, count);
            count(n);
            return n;
        }

        @Override
        public long skip(long count) throws IOException {
            long n = in.skip(count);
            count(n);
            return n;
        }

        @Override
        public boolean markSupported() {
            return false;
        }
    }
}
