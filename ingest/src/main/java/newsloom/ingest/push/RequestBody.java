package newsloom.ingest.push;

import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * The body of a request, bounded in size and with a least speed: a client that has kept us waiting for the patience must have sent {@value
 * #LEAST_BYTES_PER_SECOND} bytes for each second of it. Only time spent waiting for the client counts.
 */
final class RequestBody extends InputStream {
    private static final int LEAST_BYTES_PER_SECOND = 1024;

    private final InputStream in;
    private final long mostBytes;
    private final long patienceNanos;
    private final LongSupplier nanoTime;
    private long bytes;
    private long waited;

    RequestBody(InputStream in, long mostBytes, Duration patience, LongSupplier nanoTime) {
        this.in = in;
        this.mostBytes = mostBytes;
        this.patienceNanos = patience.toNanos();
        this.nanoTime = nanoTime;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] target, int from, int count) throws IOException {
        long begin = nanoTime.getAsLong();
        int n = receive(target, from, count);
        waited += nanoTime.getAsLong() - begin;
        bytes += Math.max(0, n);
        if (bytes > mostBytes) {
            throw new TooLargeException(mostBytes);
        }
        if (n >= 0 && waited > patienceNanos && bytes < LEAST_BYTES_PER_SECOND * (waited / 1_000_000_000L)) {
            throw new SlowClientException(bytes);
        }
        return n;
    }

    /** The end that a broken connection has is none of the content: formats that may end anywhere must not take it for theirs. */
    private int receive(byte[] target, int from, int count) throws IOException {
        try {
            return in.read(target, from, count);
        } catch (IOException e) {
            throw new BrokenOffException(e);
        }
    }
}
