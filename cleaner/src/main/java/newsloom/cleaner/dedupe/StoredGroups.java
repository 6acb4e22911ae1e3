package newsloom.cleaner.dedupe;

import java.nio.ByteBuffer;
import newsloom.text.shingles.Hash64;
import org.jspecify.annotations.Nullable;

/**
 * {@link Groups} over {@link KeyValues}: hash of the id (8 bytes) → the latest {@link Member} of that id, some 40 bytes, and what was given out of it. What no text sees any more is found by going round the store, see
 * {@link RoundStore}.
 */
final class StoredGroups implements Groups {
    private final RoundStore store;
    private final Windows windows;

    StoredGroups(KeyValues store, Windows windows) {
        this.store = new RoundStore(store);
        this.windows = windows;
    }

    @Override
    public @Nullable Member find(String id, long timeMs) {
        var member = read(id);
        return member != null && windows.sees(timeMs, member.timeMs()) ? member : null;
    }

    /** What was last given out of the article of this id, also shortly after a text of {@code timeMs} has ceased to see it; null where nothing was or it is forgotten. */
    @Nullable
    Given given(String id, long timeMs) {
        var member = read(id);
        return member != null && windows.of(member.timeMs()) >= windows.first(timeMs) ? member.given() : null;
    }

    private @Nullable Member read(String id) {
        byte[] bytes = store.get(key(id));
        var member = bytes == null ? null : MemberCodec.decode(bytes);
        return member != null && member.id().equals(id) ? member : null;
    }

    @Override
    public void put(Member member) {
        store.put(key(member.id()), MemberCodec.encode(member));
    }

    /** Goes on round the store and deletes what no text of {@code nowMs} or later can see; looks at {@code max} entries at most and returns how many it has deleted. */
    int expire(long nowMs, int max) {
        int kept = windows.kept(nowMs);
        return store.goOn(max, bytes -> windows.of(MemberCodec.decode(bytes).timeMs()) < kept);
    }

    private static byte[] key(String id) {
        return ByteBuffer.allocate(Long.BYTES).putLong(Hash64.of(id)).array();
    }
}
