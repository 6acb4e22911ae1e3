package newsloom.cleaner.dedupe;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import newsloom.cleaner.dedupe.KeyValues.Entry;
import org.jspecify.annotations.Nullable;

/**
 * Which texts hold an anchor: the upper 6 bytes of the anchor → the texts that hold it, in the order they came, see {@link Postings}. Of the texts that one sees, 16 are kept under an anchor. The window stands in the
 * posting and not in the key, so that an anchor is read once, whatever windows are looked into: most anchors of most texts are not there, and that is what a decision costs. What is forgotten is found by going round
 * the store, two entries for each one that is filed, so in steady traffic an entry outlives its texts by half of a round: a quarter of what is stored. For one thread.
 */
final class AnchorIndex {
    /** Texts kept under one anchor: text that everybody shares stops growing here. */
    static final int MAX_POSTINGS = 16;

    private static final int KEY_BYTES = 6;
    private static final int CUT_BITS = (Long.BYTES - KEY_BYTES) * Byte.SIZE;

    private final RoundStore store;
    private final Windows windows;
    private int kept;

    /** {@code retention}: how long a text is found, at least an hour. */
    AnchorIndex(KeyValues store, Duration retention) {
        this(store, Windows.of(retention));
    }

    AnchorIndex(KeyValues store, Windows windows) {
        this.store = new RoundStore(store);
        this.windows = windows;
    }

    /** What one look found, and what it read on the way, so that filing the same text need not read it again. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Found(Map<Reference, Integer> hits, byte[][] keys, byte[] @Nullable [] postings) {

        /** The texts found, best first. */
        List<Hit> ranked() {
            return hits.entrySet().stream()
                    .map(hit -> new Hit(hit.getKey(), hit.getValue()))
                    .sorted(Hit.BEST_FIRST)
                    .toList();
        }
    }

    /** The texts that share an anchor, in all windows that one of {@code timeMs} sees; a read for each anchor. */
    Found find(long[] anchors, long timeMs) {
        var hits = new HashMap<Reference, Integer>();
        var keys = keys(anchors);
        var postings = new byte[keys.length][];
        int first = windows.first(timeMs);
        int last = windows.last(timeMs);
        for (int i = 0; i < keys.length; i++) {
            postings[i] = store.get(keys[i]);
            for (var text : Postings.decode(postings[i])) {
                if (text.window() >= first && text.window() <= last) {
                    hits.merge(text, 1, Integer::sum);
                }
            }
        }
        return new Found(hits, keys, postings);
    }

    /** Files a text of {@code timeMs} under its anchors, as they were found just before. */
    void add(Found found, long timeMs, long number) {
        var text = new Reference(windows.of(timeMs), number);
        var entries = new ArrayList<Entry>(found.keys().length);
        for (int i = 0; i < found.keys().length; i++) {
            byte[] known = found.postings()[i];
            byte[] grown = Postings.with(known, text, windows.first(timeMs), kept, MAX_POSTINGS);
            if (grown != known && grown != null) {
                entries.add(new Entry(found.keys()[i], grown));
            }
        }
        store.putAll(entries);
    }

    /** Goes on round the store and deletes what no text of {@code nowMs} or later can see; looks at {@code max} entries at most and returns how many it has deleted. */
    int expire(long nowMs, int max) {
        kept = windows.kept(nowMs);
        return store.goOn(max, postings -> Postings.youngest(postings) < kept);
    }

    /** Different ones: two anchors of a text may begin alike. */
    private static byte[][] keys(long[] anchors) {
        return Arrays.stream(anchors)
                .map(anchor -> anchor >>> CUT_BITS)
                .distinct()
                .mapToObj(anchor -> ByteBuffer.allocate(KEY_BYTES)
                        .putShort((short) (anchor >>> Integer.SIZE))
                        .putInt((int) anchor)
                        .array())
                .toArray(byte[][]::new);
    }
}
