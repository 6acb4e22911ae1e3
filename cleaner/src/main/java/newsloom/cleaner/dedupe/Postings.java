package newsloom.cleaner.dedupe;

import java.nio.ByteBuffer;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** The texts that hold one anchor: a version byte, then their references, 8 bytes each, in the order they came. */
final class Postings {
    private static final byte VERSION = 1;
    private static final long[] NONE = {};

    private Postings() {}

    static long[] decode(byte @Nullable [] postings) {
        if (postings == null) {
            return NONE;
        }
        if (postings[0] != VERSION || postings.length % Long.BYTES != 1) {
            throw new IllegalArgumentException("postings of unknown form " + postings[0]);
        }
        var references = new long[postings.length / Long.BYTES];
        ByteBuffer.wrap(postings, 1, postings.length - 1).asLongBuffer().get(references);
        return references;
    }

    /** The postings with one more reference; the same array when it is there already or {@code max} are. */
    static byte @Nullable [] with(byte @Nullable [] postings, long reference, int max) {
        for (long known : decode(postings)) {
            if (known == reference) {
                return postings;
            }
        }
        int size = postings == null ? 1 : postings.length;
        if (size > max * Long.BYTES) {
            return postings;
        }
        byte[] grown = postings == null ? new byte[1 + Long.BYTES] : Arrays.copyOf(postings, size + Long.BYTES);
        grown[0] = VERSION;
        ByteBuffer.wrap(grown).putLong(size, reference);
        return grown;
    }
}
