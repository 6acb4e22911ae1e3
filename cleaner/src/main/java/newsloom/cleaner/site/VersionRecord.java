package newsloom.cleaner.site;

import java.nio.ByteBuffer;
import newsloom.runtime.streams.OtherFormException;

/**
 * What is kept for each URL key.
 *
 * @param contentHash see {@link Versions#contentHash}
 * @param version of the article, from 1
 * @param fetchMs latest fetch of this content, epoch milliseconds
 * @param trace what the next version is compared with
 */
public record VersionRecord(long contentHash, int version, long fetchMs, Trace trace) {
    private static final byte FORM = 2;
    private static final int HEAD_BYTES = 1 + Long.BYTES + Integer.BYTES + Long.BYTES;

    /** At most 154 bytes; the first is the version of the form. */
    public byte[] toBytes() {
        var out = ByteBuffer.allocate(HEAD_BYTES + trace.bytes())
                .put(FORM)
                .putLong(contentHash)
                .putInt(version)
                .putLong(fetchMs);
        trace.write(out);
        return out.array();
    }

    /** The record of {@link #toBytes}; another form throws {@link OtherFormException}, anything else {@link IllegalArgumentException}. */
    public static VersionRecord of(byte[] bytes) {
        if (bytes.length > 0) {
            OtherFormException.unless("the version of an article", bytes[0], FORM);
        }
        if (bytes.length <= HEAD_BYTES + Integer.BYTES) {
            throw new IllegalArgumentException("not a version record: " + bytes.length + " bytes");
        }
        var in = ByteBuffer.wrap(bytes, 1, bytes.length - 1);
        return new VersionRecord(in.getLong(), in.getInt(), in.getLong(), Trace.read(in));
    }

    VersionRecord fetchedAt(long newFetchMs) {
        return new VersionRecord(contentHash, version, newFetchMs, trace);
    }
}
