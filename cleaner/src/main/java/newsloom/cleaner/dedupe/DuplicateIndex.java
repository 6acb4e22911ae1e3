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
 * The known texts and the anchors they are found by, over two {@link KeyValues}. Every key begins with the window of time its text
 * is filed under, so that forgetting is deleting a range and never a search:
 *
 * <pre>
 * anchors   window (4 bytes) · anchor (8)    1, then up to 16 text references of 8 bytes
 * texts     window (4 bytes) · reference (8) a {@link KnownText}, see {@link SketchCodec}
 * </pre>
 *
 * <p>A window is as long as the retention. A text sees those at most one retention older (to the millisecond, whatever has been
 * deleted already) and, since order may be disturbed a little, those up to a day younger. A text reference is the 64-bit hash of its id.
 * For one thread.
 */
public final class DuplicateIndex {
    /** References kept under one anchor and window: text that everybody shares stops growing here. */
    static final int MAX_POSTINGS = 16;

    private static final long LATE_MS = Duration.ofDays(1).toMillis();

    private final KeyValues anchors;
    private final KeyValues texts;
    private final long retentionMs;

    /** {@code retention}: how long a text is remembered, at least an hour. */
    public DuplicateIndex(KeyValues anchors, KeyValues texts, Duration retention) {
        if (retention.compareTo(Duration.ofHours(1)) < 0) {
            throw new IllegalArgumentException("duplicates must be remembered for an hour at least, not " + retention);
        }
        this.anchors = anchors;
        this.texts = texts;
        this.retentionMs = retention.toMillis();
    }

    public static DuplicateIndex inMemory(Duration retention) {
        return new DuplicateIndex(new MemoryKeyValues(), new MemoryKeyValues(), retention);
    }

    /**
     * Deletes what no text of {@code nowMs} or later can see, at most {@code maxKeys} keys; returns how many. Call it again while it
     * returns {@code maxKeys}. Decisions do not depend on when it is called.
     */
    public int expire(long nowMs, int maxKeys) {
        byte[] end = ByteBuffer.allocate(Integer.BYTES)
                .putInt(window(nowMs - LATE_MS - retentionMs))
                .array();
        int deleted = anchors.deleteBelow(end, maxKeys);
        return deleted + texts.deleteBelow(end, maxKeys - deleted);
    }

    /** Texts that share an anchor with the sketch, those with most in common first, at most {@code max}; never the text itself. */
    List<KnownText> candidates(Sketch sketch, int max) {
        var hits = new HashMap<Reference, Integer>();
        for (int window = firstWindow(sketch.timeMs()); window <= lastWindow(sketch.timeMs()); window++) {
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
            if (text != null && sees(sketch.timeMs(), text) && !text.id().equals(sketch.id())) {
                found.add(text);
            }
        }
        return found;
    }

    /** The text of this id as a text of {@code timeMs} sees it, the latest filed first; null when unknown or forgotten. */
    @Nullable
    KnownText text(String id, long timeMs) {
        for (int window = lastWindow(timeMs); window >= firstWindow(timeMs); window--) {
            var text = read(new Reference(window, Hash64.of(id)));
            if (text != null && sees(timeMs, text) && text.id().equals(id)) {
                return text;
            }
        }
        return null;
    }

    /** Files a text so that later ones find it; again for a known id, the newer words replace the older. */
    void add(Sketch sketch, String group, String head) {
        int window = window(sketch.timeMs());
        long reference = Hash64.of(sketch.id());
        for (long anchor : sketch.anchors()) {
            byte[] key = key(window, anchor);
            byte[] known = anchors.get(key);
            byte[] grown = Postings.with(known, reference, MAX_POSTINGS);
            if (grown != known && grown != null) {
                anchors.put(key, grown);
            }
        }
        update(KnownText.of(sketch, group, head));
    }

    /** Writes a text back without touching the anchors. */
    void update(KnownText text) {
        texts.put(key(window(text.timeMs()), Hash64.of(text.id())), SketchCodec.encode(text));
    }

    private @Nullable KnownText read(Reference reference) {
        byte[] bytes = texts.get(key(reference.window, reference.text));
        return bytes == null ? null : SketchCodec.decodeText(bytes);
    }

    private boolean sees(long timeMs, KnownText text) {
        return text.timeMs() >= timeMs - retentionMs && text.timeMs() <= timeMs + LATE_MS;
    }

    private int firstWindow(long timeMs) {
        return window(timeMs - retentionMs);
    }

    private int lastWindow(long timeMs) {
        return window(timeMs + LATE_MS);
    }

    private int window(long timeMs) {
        return (int) Math.min(Integer.MAX_VALUE, Math.max(0, timeMs) / retentionMs);
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
