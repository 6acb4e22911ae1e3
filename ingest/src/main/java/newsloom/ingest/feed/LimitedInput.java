package newsloom.ingest.feed;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** A stream that may not be longer than so many bytes: reading on fails, so that whoever reads it whole does not run out of memory. For one thread. */
final class LimitedInput extends FilterInputStream {
    private final int limit;
    private long left;

    LimitedInput(InputStream in, int limit) {
        super(in);
        this.limit = limit;
        this.left = limit;
    }

    @Override
    public int read() throws IOException {
        int read = super.read();
        count(read < 0 ? 0 : 1);
        return read;
    }

    @Override
    public int read(byte[] bytes, int from, int length) throws IOException {
        int read = super.read(bytes, from, length);
        count(read);
        return read;
    }

    private void count(int read) throws IOException {
        left -= Math.max(0, read);
        if (left < 0) {
            throw new IOException("longer than " + limit + " bytes");
        }
    }
}
