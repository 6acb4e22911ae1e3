package newsloom.ingest.bytes;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.atomic.AtomicLong;

/** Counts the bytes that are taken of a stream. Read by one thread; any thread may ask for the count. */
public final class CountedInput extends FilterInputStream {

    private final AtomicLong taken = new AtomicLong();

    public CountedInput(InputStream in) {
        super(in);
    }

    /** Bytes read so far. */
    public long taken() {
        return taken.get();
    }

    @Override
    public int read() throws IOException {
        int b = in.read();
        taken.addAndGet(b < 0 ? 0 : 1);
        return b;
    }

    @Override
    public int read(byte[] target, int from, int count) throws IOException {
        int n = in.read(target, from, count);
        taken.addAndGet(Math.max(0, n));
        return n;
    }

    @Override
    public long skip(long count) throws IOException {
        long n = in.skip(count);
        taken.addAndGet(n);
        return n;
    }

    @Override
    public boolean markSupported() {
        return false;
    }
}
