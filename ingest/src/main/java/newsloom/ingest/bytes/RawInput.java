package newsloom.ingest.bytes;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.ReadableByteChannel;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Bytes read forward, with a mark to come back to: what follows the mark stays in memory up to {@link #MAX_KEPT} bytes, so
 * that a damaged record can be searched again from its start on a pipe as on a file.
 *
 * <pre>
 *   buffer:  [ passed | mark … position … limit | room ]      offset of buffer[0] in the source = base
 * </pre>
 */
public final class RawInput implements Closeable, ReadableByteChannel {
    static final int MAX_KEPT = 16 << 20;
    private static final int CHUNK = 1 << 16;

    private final InputStream in;
    private byte[] buffer = new byte[CHUNK];
    private int mark;
    private int position;
    private int limit;
    private long base;
    private final AtomicLong taken = new AtomicLong();
    private boolean keeping = true;
    private boolean open = true;

    /**
     * Reads from a stream.
     *
     * @param offset where in the source it begins
     */
    public RawInput(InputStream in, long offset) {
        this.in = in;
        this.base = offset;
        this.taken.set(offset);
    }

    /** Offset of the next byte in the source. */
    public long offset() {
        return base + position;
    }

    /** Offset of the last byte taken from the storage; any thread may ask. */
    public long bytesTaken() {
        return taken.get();
    }

    /** Makes at least {@code count} bytes available unless the source ends before; false then. */
    public boolean require(int count) throws IOException {
        while (limit - position < count) {
            makeRoom(count);
            int n = in.read(buffer, limit, buffer.length - limit);
            if (n < 0) {
                return false;
            }
            limit += n;
            taken.addAndGet(n);
        }
        return true;
    }

    /** The byte {@code ahead} of the next one; only what {@link #require} made available. */
    public int peek(int ahead) {
        return buffer[position + ahead] & 0xff;
    }

    /** The bytes at hand, as (array, from, count); valid until the next {@link #require}. */
    public byte[] array() {
        return buffer;
    }

    public int from() {
        return position;
    }

    public int available() {
        return limit - position;
    }

    public void skip(int count) {
        position += count;
    }

    /** Keeps nothing from now on: there will be no way back. */
    public void forget() {
        keeping = false;
    }

    /** Comes back here with {@link #rewind()}. */
    public void mark() {
        mark = position;
    }

    /** Comes back to an offset that was passed already, or to the oldest byte still at hand. */
    public void markAt(long offset) {
        mark = (int) Math.max(mark, Math.min(position, offset - base));
    }

    /** Back to the mark, or to the oldest byte at hand where the mark lies too far back. */
    public void rewind() {
        position = mark;
    }

    @Override
    public int read(ByteBuffer target) throws IOException {
        if (!require(1)) {
            return -1;
        }
        int n = Math.min(target.remaining(), available());
        target.put(buffer, position, n);
        position += n;
        return n;
    }

    @Override
    public boolean isOpen() {
        return open;
    }

    /** Closes the stream below. */
    @Override
    public void close() throws IOException {
        open = false;
        in.close();
    }

    private void makeRoom(int count) {
        if (!keeping || position - mark > MAX_KEPT) {
            mark = position;
        }
        boolean full = buffer.length - limit < Math.max(count - (limit - position), CHUNK / 4);
        if (!full) {
            return;
        }
        int kept = limit - mark;
        byte[] target =
                kept + Math.max(count, CHUNK) > buffer.length ? new byte[2 * (kept + Math.max(count, CHUNK))] : buffer;
        System.arraycopy(buffer, mark, target, 0, kept);
        base += mark;
        position -= mark;
        limit = kept;
        mark = 0;
        buffer = target;
    }
}
