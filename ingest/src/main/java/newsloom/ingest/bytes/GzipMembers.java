package newsloom.ingest.bytes;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ReadableByteChannel;
import java.util.zip.Inflater;
import org.jspecify.annotations.Nullable;

/**
 * All members of a gzip file as one. {@link java.util.zip.GZIPInputStream} ends between two members when the stream below has no
 * byte at hand there.
 */
public final class GzipMembers implements ReadableByteChannel {
    private final RawInput raw;
    private final Inflater inflater = new Inflater(true);
    private @Nullable GzipMember member;

    public GzipMembers(RawInput raw) {
        this.raw = raw;
    }

    @Override
    public int read(ByteBuffer target) throws IOException {
        while (true) {
            GzipMember current = member;
            if (current == null) {
                if (!raw.require(1)) {
                    return -1;
                }
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
