package newsloom.cleaner.site;

import java.nio.ByteBuffer;
import newsloom.runtime.streams.OtherFormException;
import org.jspecify.annotations.Nullable;

/**
 * What is kept of one block of a site: when it was last seen, and one or two different articles that had it.
 *
 * @param seenMinute last fetch of a page with this block, minutes since the epoch
 * @param first an article with the block
 * @param second a different article with it, once there was one
 */
public record BlockRecord(
        int seenMinute, Witness first, @Nullable Witness second) {
    private static final byte FORM = 1;
    private static final int HEAD_BYTES = 1 + Integer.BYTES;

    /** 17 bytes, or 29 with a second witness; the first is the version of the form. */
    public byte[] toBytes() {
        var out = ByteBuffer.allocate(HEAD_BYTES + (second == null ? 1 : 2) * Witness.BYTES)
                .put(FORM)
                .putInt(seenMinute);
        first.write(out);
        if (second != null) {
            second.write(out);
        }
        return out.array();
    }

    /** The record of {@link #toBytes}; another form throws {@link OtherFormException}, anything else {@link IllegalArgumentException}. */
    public static BlockRecord of(byte[] bytes) {
        if (bytes.length > 0) {
            OtherFormException.unless("a block of a site", bytes[0], FORM);
        }
        int witnesses = (bytes.length - HEAD_BYTES) / Witness.BYTES;
        boolean whole = bytes.length == HEAD_BYTES + witnesses * Witness.BYTES;
        if (!whole || witnesses < 1 || witnesses > 2) {
            throw new IllegalArgumentException("not a block record: " + bytes.length + " bytes");
        }
        var in = ByteBuffer.wrap(bytes, 1, bytes.length - 1);
        return new BlockRecord(in.getInt(), Witness.read(in), witnesses == 2 ? Witness.read(in) : null);
    }

    /** Whether two articles had the block that are both different from this one. */
    boolean confirmedWithout(Witness article) {
        return second != null && article.differsFrom(first) && article.differsFrom(second);
    }

    /** The record after one more article with the block; {@code teaches}: whether it may be the second witness. */
    BlockRecord seen(Witness article, int minute, boolean teaches) {
        boolean fresh = teaches && second == null && article.differsFrom(first);
        return new BlockRecord(Math.max(seenMinute, minute), first, fresh ? article : second);
    }

    /** Whether this record need not be written over {@code older}: no new witness, and hardly later. */
    boolean saysTheSameAs(BlockRecord older, long minutes) {
        return seenMinute - older.seenMinute < minutes && (second == null) == (older.second == null);
    }
}
