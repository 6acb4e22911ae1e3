package newsloom.cleaner.dedupe;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Which texts hold an anchor: window (4 bytes) · anchor (8) → the numbers of up to 16 texts, the first that came. Whole windows are forgotten. For one thread.
 */
final class AnchorIndex {
    /** Texts kept under one anchor and window: text that everybody shares stops growing here. */
    static final int MAX_POSTINGS = 16;

    private final KeyValues store;
    private final Windows windows;

    /** {@code retention}: how long a text is found, at least an hour. */
    AnchorIndex(KeyValues store, Duration retention) {
        this(store, Windows.of(retention));
    }

    AnchorIndex(KeyValues store, Windows windows) {
        this.store = store;
        this.windows = windows;
    }

    /** What one look found, and what it read on the way, so that filing the same text need not read it again. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Found(Map<Reference, Integer> hits, long[] anchors, byte[] @Nullable [] postings) {

        /** The texts found, best first. */
        List<Hit> ranked() {
            return hits.entrySet().stream()
                    .map(hit -> new Hit(hit.getKey(), hit.getValue()))
                    .sorted(Hit.BEST_FIRST)
                    .toList();
        }
    }

    /** The texts that share an anchor, in all windows that one of {@code timeMs} sees; two reads an anchor. */
    Found find(long[] anchors, long timeMs) {
        var hits = new HashMap<Reference, Integer>();
        var postings = new byte[anchors.length][];
        int own = windows.of(timeMs);
        for (int window = windows.first(timeMs); window <= windows.last(timeMs); window++) {
            for (int i = 0; i < anchors.length; i++) {
                byte[] read = store.get(key(window, anchors[i]));
                for (long text : Postings.decode(read)) {
                    hits.merge(new Reference(window, text), 1, Integer::sum);
                }
                if (window == own && read != null) {
                    postings[i] = read;
                }
            }
        }
        return new Found(hits, anchors, postings);
    }

    /** Files a text of {@code timeMs} under its anchors, as they were found just before. */
    void add(Found found, long timeMs, long number) {
        int window = windows.of(timeMs);
        for (int i = 0; i < found.anchors().length; i++) {
            byte[] known = found.postings()[i];
            byte[] grown = Postings.with(known, number, MAX_POSTINGS);
            if (grown != known && grown != null) {
                store.put(key(window, found.anchors()[i]), grown);
            }
        }
    }

    /** Deletes at most {@code maxKeys} of what no text of {@code nowMs} or later can see; returns how many. */
    int expire(long nowMs, int maxKeys) {
        return store.deleteBelow(windows.forgottenBelow(nowMs), maxKeys);
    }

    private static byte[] key(int window, long anchor) {
        return new Reference(window, anchor).key();
    }
}
