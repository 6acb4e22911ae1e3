package newsloom.cleaner.dedupe;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import newsloom.text.shingles.Hash64;
import org.jspecify.annotations.Nullable;

/**
 * The known texts, the anchors they are found by and the groups they are in, over three {@link KeyValues}:
 *
 * <pre>
 * anchors   anchor (6 bytes)                the texts that hold it, see {@link AnchorIndex}
 * texts     window (4 bytes) · number (8)   a {@link KnownText}, see {@link SketchCodec}
 * members   number (8)                      a {@link Member}, with what was given out of it
 * </pre>
 *
 * <p>The number of a text is the 64-bit hash of its id, its window that of {@link Windows}. For one thread.
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
     * Deletes some of what no text of {@code nowMs} or later can see: at most {@code max} entries of each kind; returns how many. Decisions do not depend on when it is called.
     */
    public int expire(long nowMs, int max) {
        return anchors.expire(nowMs, max)
                + texts.deleteBelow(windows.forgottenBelow(nowMs), max)
                + groups.expire(nowMs, max);
    }

    Groups groups() {
        return groups;
    }

    /** What was given out of the article whose place is taken by a decision of {@code timeMs}; null where none is or that is forgotten. */
    public @Nullable Given takenBack(Decision decision, long timeMs) {
        return decision instanceof Decision.Supersedes supersedes ? groups.given(supersedes.oldId(), timeMs) : null;
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
