package newsloom.cleaner.dedupe;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
    /** References kept under one anchor and window: text that everybody shares stops growing here. */
    static final int MAX_POSTINGS = 16;

    private final KeyValues anchors;
    private final KeyValues texts;
    private final StoredGroups groups;
    private final Windows windows;

    /** {@code retention}: how long a text is remembered, at least an hour. */
    public DuplicateIndex(KeyValues anchors, KeyValues texts, KeyValues members, Duration retention) {
        this.windows = Windows.of(retention);
        this.anchors = anchors;
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
        int deleted = anchors.deleteBelow(end, maxKeys);
        deleted += texts.deleteBelow(end, maxKeys - deleted);
        return deleted + groups.expire(nowMs, maxKeys - deleted);
    }

    Groups groups() {
        return groups;
    }

    /** Texts that share an anchor with the sketch, those with most in common first, at most {@code max}; never the text itself. */
    List<KnownText> candidates(Sketch sketch, int max) {
        var hits = new HashMap<Reference, Integer>();
        for (int window = windows.first(sketch.timeMs()); window <= windows.last(sketch.timeMs()); window++) {
            for (long anchor : sketch.anchors()) {
                for (long text : Postings.decode(anchors.get(key(window, anchor)))) {
                    hits.merge(new Reference(window, text), 1, Integer::sum);
                }
            }
        }
        var ranked = new ArrayList<>(hits.entrySet());
        ranked.sort(Map.Entry.<Reference, Integer>comparingByValue(Comparator.reverseOrder())
                .thenComparing(Map.Entry.comparingByKey()));
        var found = new ArrayList<KnownText>();
        for (int i = 0; i < ranked.size() && found.size() < max; i++) {
            var text = read(ranked.get(i).getKey());
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

    /** Files a text so that later ones find it; again for a known id, the newer words replace the older. */
    void add(Sketch sketch) {
        int window = windows.of(sketch.timeMs());
        long reference = Hash64.of(sketch.id());
        for (long anchor : sketch.anchors()) {
            byte[] key = key(window, anchor);
            byte[] known = anchors.get(key);
            byte[] grown = Postings.with(known, reference, MAX_POSTINGS);
            if (grown != known && grown != null) {
                anchors.put(key, grown);
            }
        }
        texts.put(key(window, reference), SketchCodec.encode(KnownText.of(sketch)));
    }

    private @Nullable KnownText read(Reference reference) {
        byte[] bytes = texts.get(key(reference.window, reference.text));
        return bytes == null ? null : SketchCodec.decodeText(bytes);
    }

    private static byte[] key(int window, long rest) {
        return ByteBuffer.allocate(Integer.BYTES + Long.BYTES)
                .putInt(window)
                .putLong(rest)
                .array();
    }

    private record Reference(int window, long text) implements Comparable<Reference> {
        @Override
        public int compareTo(Reference other) {
            int byWindow = Integer.compare(window, other.window);
            return byWindow != 0 ? byWindow : Long.compare(text, other.text);
        }
    }
}
