package newsloom.cleaner.site;

import java.nio.ByteBuffer;

/**
 * What is kept for each URL key.
 *
 * @param contentHash see {@link Versions#contentHash}
 * @param version of the article, from 1
 * @param fetchMs latest fetch of this content, epoch milliseconds
 */
public record VersionRecord(long contentHash, int version, long fetchMs) {
    private static final byte FORM = 1;
    private static final int BYTES = 1 + Long.BYTES + Integer.BYTES + Long.BYTES;

    /** 21 bytes; the first is the version of the form. */
    public byte[] toBytes() {
        return ByteBuffer.allocate(BYTES)
                .put(FORM)
                .putLong(contentHash)
                .putInt(version)
                .putLong(fetchMs)
                .array();
    }

    /** The record of {@link #toBytes}; anything else throws {@link IllegalArgumentException}. */
    public static VersionRecord of(byte[] bytes) {
        if (bytes.length != BYTES || bytes[0] != FORM) {
            throw new IllegalArgumentException("not a version record: " + bytes.length + " bytes");
        }
        var in = ByteBuffer.wrap(bytes, 1, BYTES - 1);
        return new VersionRecord(in.getLong(), in.getInt(), in.getLong());
    }
}
