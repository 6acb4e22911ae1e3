package newsloom.cleaner.dedupe;

import java.nio.ByteBuffer;
import newsloom.text.shingles.Hash64;
import org.jspecify.annotations.Nullable;

/**
 * {@link Groups} over {@link KeyValues}: window of time (4 bytes) and hash of the id (8) → a {@link Member}, some 40 bytes. Windows are those of
 * {@link DuplicateIndex}.
 */
final class StoredGroups implements Groups {
    private final KeyValues store;
    private final Windows windows;

    StoredGroups(KeyValues store, Windows windows) {
        this.store = store;
        this.windows = windows;
    }

    @Override
    public @Nullable Member find(String id, long timeMs) {
        for (int window = windows.last(timeMs); window >= windows.first(timeMs); window--) {
            byte[] bytes = store.get(key(window, id));
            var member = bytes == null ? null : SketchCodec.decodeMember(bytes);
            if (member != null && member.id().equals(id) && windows.sees(timeMs, member.timeMs())) {
                return member;
            }
        }
        return null;
    }

    @Override
    public void put(Member member) {
        store.put(key(windows.of(member.timeMs()), member.id()), SketchCodec.encode(member));
    }

    /** Deletes what no text of {@code nowMs} or later can see, at most {@code max} keys; returns how many. */
    int expire(long nowMs, int max) {
        return store.deleteBelow(windows.forgottenBelow(nowMs), max);
    }

    private static byte[] key(int window, String id) {
        return ByteBuffer.allocate(Integer.BYTES + Long.BYTES)
                .putInt(window)
                .putLong(Hash64.of(id))
                .array();
    }
}
