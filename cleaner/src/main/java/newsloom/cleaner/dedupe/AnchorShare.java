package newsloom.cleaner.dedupe;

import java.time.Duration;
import newsloom.cleaner.dedupe.Scattered.Answer;
import newsloom.cleaner.dedupe.Scattered.Probe;

/** One share of the index: which texts hold the anchors that it owns. Over one {@link KeyValues}, for one thread; a read and a write an anchor. */
public final class AnchorShare {
    /** Texts named in one answer: more than are compared, since what this share counts is a part. */
    private static final int MAX_HITS = 4 * DuplicateDecider.MAX_CANDIDATES;

    private final AnchorIndex anchors;

    /** {@code retention}: how long a text is found, at least an hour. */
    public AnchorShare(KeyValues store, Duration retention) {
        this.anchors = new AnchorIndex(store, retention);
    }

    /** The texts that were filed under these anchors before; files the document under them. */
    public Answer answer(Probe probe) {
        var found = anchors.find(probe.anchors(), probe.timeMs());
        anchors.add(found, probe.timeMs(), probe.document().number());
        var hits = found.ranked().stream()
                .filter(hit -> !hit.text().equals(probe.document()))
                .limit(MAX_HITS)
                .toList();
        return new Answer(probe.document(), probe.share(), probe.shares(), hits, null);
    }

    /** Deletes some of what no document of {@code nowMs} or later can see, at most {@code max} entries; returns how many. */
    public int expire(long nowMs, int max) {
        return anchors.expire(nowMs, max);
    }
}
