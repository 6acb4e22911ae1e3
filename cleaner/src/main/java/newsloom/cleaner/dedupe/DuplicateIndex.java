package newsloom.cleaner.dedupe;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import newsloom.text.shingles.Hash64;
import org.jspecify.annotations.Nullable;

/**
 * The known texts, the anchors they are found by and the groups they are in, over three {@link KeyValues}, filed by {@link Windows}:
 *
 * <pre>
 * anchors   window (4 bytes) · anchor (8)    1, then up to 16 text references of 8 bytes
 * texts     window (4 bytes) · reference (8) a {@link KnownText}, see {@link SketchCodec}
 * members   window (4 bytes) · reference (8) a {@link Member}
 * </pre>
 *
 * <p>A text reference is the 64-bit hash of its id. For one thread.
 */
public final class DuplicateIndex {
    private final AnchorIndex anchors;
    private final KeyValues texts;
    private final StoredGroups groups;
    private final Windows windows;

    /** {@code retention}: how long a text is remembered, at least an hour. */
    public DuplicateIndex(KeyValues anchors, KeyValues texts, KeyValues members, Duration retention) {
        this.windows = Windows.of(retention);
        this.anchors = new AnchorIndex(anchors, windows);
        this.texts = texts;
        this.groups = new StoredGroups(members, windows);
    }

    public static DuplicateIndex inMemory(Duration retention) {
        return new DuplicateIndex(new MemoryKeyValues(), new MemoryKeyValues(), new MemoryKeyValues(), retention);
    }

    /**
     * Deletes what no text of {@code nowMs} or later can see, at most {@code maxKeys} keys; returns how many. Call it again while it
     * returns {@code maxKeys}. Decisions do not depend on when it is called.
     */
    public int expire(long nowMs, int maxKeys) {
        byte[] end = windows.forgottenBelow(nowMs);
        int deleted = anchors.expire(nowMs, maxKeys);
        deleted += texts.deleteBelow(end, maxKeys - deleted);
        return deleted + groups.expire(nowMs, maxKeys - deleted);
    }

    Groups groups() {
        return groups;
    }

    /** What shares an anchor with the sketch. */
    AnchorIndex.Found find(Sketch sketch) {
        return anchors.find(sketch.anchors(), sketch.timeMs());
    }

    /** The texts found that the sketch sees, those with most in common first, at most {@code max}; never the text itself. */
    List<KnownText> candidates(Sketch sketch, AnchorIndex.Found among, int max) {
        var found = new ArrayList<KnownText>();
        for (var hit : among.ranked()) {
            var text = found.size() < max ? read(hit.text()) : null;
            if (text != null
                    && windows.sees(sketch.timeMs(), text.timeMs())
                    && !text.id().equals(sketch.id())) {
                found.add(text);
            }
        }
        return found;
    }

    /** The text of this id as a text of {@code timeMs} sees it, the latest filed first; null when unknown or forgotten. */
    @Nullable
    KnownText text(String id, long timeMs) {
        for (int window = windows.last(timeMs); window >= windows.first(timeMs); window--) {
            var text = read(new Reference(window, Hash64.of(id)));
            if (text != null && windows.sees(timeMs, text.timeMs()) && text.id().equals(id)) {
                return text;
            }
        }
        return null;
    }

    /** Files a text so that later ones find it; again for a known id, the newer words replace the older. {@code found}: by {@link #find}, with nothing filed since. */
    void add(Sketch sketch, AnchorIndex.Found found) {
        var reference = new Reference(windows.of(sketch.timeMs()), Hash64.of(sketch.id()));
        anchors.add(found, sketch.timeMs(), reference.number());
        texts.put(reference.key(), SketchCodec.encode(KnownText.of(sketch)));
    }

    private @Nullable KnownText read(Reference reference) {
        byte[] bytes = texts.get(reference.key());
        return bytes == null ? null : SketchCodec.decodeText(bytes);
    }
}
