package newsloom.aggregator.story.state;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An ordered map of bytes to bytes: all that a {@link StoredStoryIndex} asks of what keeps it. Keys are ordered as unsigned bytes.
 * Neither side changes an array it has handed over.
 */
public interface ByteStore {
    byte @Nullable [] get(byte[] key);

    void put(byte[] key, byte[] value);

    void delete(byte[] key);

    /** The keys from {@code from} (inclusive) to {@code to} (exclusive) in ascending order, at most {@code limit}. */
    List<byte[]> keys(byte[] from, byte[] to, int limit);
}
