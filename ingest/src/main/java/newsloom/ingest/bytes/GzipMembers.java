package newsloom.ingest.bytes;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ReadableByteChannel;
import java.util.zip.Inflater;
import org.jspecify.annotations.Nullable;

/**
 * All members of a gzip file as one. {@link java.util.zip.GZIPInputStream} ends between two members when the stream below has no
 * byte at hand there. What is damaged is told once, by a {@link CorruptGzipException}; the next read goes on at the next member that holds
 * text, or finds the end. The same damage gives the same bytes before it, however they are read.
 */
public final class GzipMembers implements ReadableByteChannel {
    private static final int HEAD_BYTES = 64;

    private final RawInput raw;
    private final Inflater inflater = new Inflater(true);
    private @Nullable GzipMember member;

    public GzipMembers(RawInput raw) {
        this.raw = raw;
    }

    @Override
    public int read(ByteBuffer target) throws IOException {
        try {
            return readOn(target);
        } catch (CorruptGzipException e) {
            findNext();
            throw e;
        } catch (EOFException e) {
            if (findNext()) {
                throw new CorruptGzipException("a member that runs over the next one");
            }
            throw e;
        }
    }

    private int readOn(ByteBuffer target) throws IOException {
        while (true) {
            GzipMember current = member;
            if (current == null) {
                if (!raw.require(1)) {
                    return -1;
                }
                raw.mark();
                current = new GzipMember(raw, inflater);
                member = current;
            }
            int n = current.read(target);
            if (n >= 0) {
                return n;
            }
            member = null;
        }
    }

    /** From the start of the damaged member, as far as it is at hand, to the next one; leaves the input there or at its end. */
    private boolean findNext() throws IOException {
        member = null;
        raw.rewind();
        raw.skip(Math.min(1, raw.available()));
        while (raw.require(3)) {
            if (GzipMember.isNext(raw) && holdsText()) {
                return true;
            }
            raw.skip(1);
        }
        raw.skip(raw.available());
        return false;
    }

    /** Three magic bytes alone come by chance every 16 MB. */
    private boolean holdsText() throws IOException {
        raw.mark();
        try {
            ByteBuffer head = ByteBuffer.allocate(HEAD_BYTES);
            GzipMember next = new GzipMember(raw, inflater);
            while (head.hasRemaining() && next.read(head) >= 0) {
                // reads until full
            }
            return isText(head.flip());
        } catch (CorruptGzipException | EOFException e) {
            return false;
        } finally {
            raw.rewind();
        }
    }

    private static boolean isText(ByteBuffer head) {
        while (head.hasRemaining()) {
            byte b = head.get();
            if (b >= 0 && b < ' ' && b != '\t' && b != '\n' && b != '\r') {
                return false;
            }
        }
        return true;
    }

    @Override
    public boolean isOpen() {
        return raw.isOpen();
    }

    /** Frees the inflater and closes the input. */
    @Override
    public void close() throws IOException {
        inflater.end();
        raw.close();
    }
}
