package newsloom.cleaner.dedupe;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import newsloom.runtime.streams.OtherFormException;
import org.jspecify.annotations.Nullable;

/** The texts that hold one anchor: a version byte, then their references in the order they came, each its window (2 bytes) and its number (8). */
final class Postings {
    private static final byte VERSION = 2;
    private static final int ENTRY_BYTES = Character.BYTES + Long.BYTES;

    private Postings() {}

    static List<Reference> decode(byte @Nullable [] postings) {
        if (postings == null) {
            return List.of();
        }
        var in = entries(postings);
        var references = new ArrayList<Reference>(in.remaining() / ENTRY_BYTES);
        while (in.hasRemaining()) {
            references.add(new Reference(in.getChar(), in.getLong()));
        }
        return references;
    }

    /**
     * The postings with one more reference; the same array when it is there already, or as many as there may be.
     *
     * @param from the oldest window that counts for {@code max}
     * @param kept the oldest window that is not left out
     */
    static byte @Nullable [] with(byte @Nullable [] postings, Reference reference, int from, int kept, int max) {
        if (postings == null) {
            return alone(reference);
        }
        var known = decode(postings);
        if (known.contains(reference)
                || known.stream().filter(each -> each.window() >= from).count() >= max) {
            return postings;
        }
        var out = ByteBuffer.allocate(1 + (known.size() + 1) * ENTRY_BYTES).put(VERSION);
        known.stream().filter(each -> each.window() >= kept).forEach(each -> put(out, each));
        put(out, reference);
        return Packed.written(out);
    }

    private static byte[] alone(Reference reference) {
        var out = ByteBuffer.allocate(1 + ENTRY_BYTES).put(VERSION);
        put(out, reference);
        return out.array();
    }

    /** The youngest window of any. */
    static int youngest(byte[] postings) {
        int youngest = 0;
        for (var in = entries(postings); in.hasRemaining(); in.position(in.position() + Long.BYTES)) {
            youngest = Math.max(youngest, in.getChar());
        }
        return youngest;
    }

    private static void put(ByteBuffer out, Reference reference) {
        out.putChar((char) reference.window()).putLong(reference.number());
    }

    private static ByteBuffer entries(byte[] postings) {
        OtherFormException.unless("postings of the duplicate decision", postings[0], VERSION);
        if (postings.length % ENTRY_BYTES != 1) {
            throw new IllegalArgumentException("cut postings: " + postings.length + " bytes");
        }
        return ByteBuffer.wrap(postings, 1, postings.length - 1);
    }
}
