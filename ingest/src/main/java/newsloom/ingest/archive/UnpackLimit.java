package newsloom.ingest.archive;

import java.io.IOException;
import java.io.InputStream;

/** Bounds what an archive may unpack to: {@value #RATIO} times what it has, and 64 MiB. HTML packs 4 to 10 times, rarely 50. */
final class UnpackLimit {
    private static final int RATIO = 200;
    private static final long FREE_BYTES = 64L << 20;

    private final long most;
    private long unpacked;

    /** @param packedBytes of the archive */
    UnpackLimit(long packedBytes) {
        this.most = FREE_BYTES + RATIO * packedBytes;
    }

    /** A stream that counts against this limit. */
    InputStream on(InputStream in) {
        return new Limited(in);
    }

    private void count(long bytes) throws IOException {
        unpacked += Math.max(0, bytes);
        if (unpacked > most) {
            throw new ArchiveBombException(most);
        }
    }

    private final class Limited extends InputStream {
        private final InputStream in;

        Limited(InputStream in) {
            this.in = in;
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
        public void close() throws IOException {
            in.close();
        }
    }
}
