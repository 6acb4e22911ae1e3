package newsloom.cleaner.dedupe;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import newsloom.text.shingles.Hash64;

/**
 * How the index of copies is spread: each anchor belongs to one share, each text to one home. Equal on every machine.
 *
 * @param shares how many shares, and homes, there are; at least 1
 */
public record Spread(int shares) {

    public Spread {
        if (shares < 1) {
            throw new IllegalArgumentException("at least one share, not " + shares);
        }
    }

    /** One probe for each share that owns an anchor of the text; none for a text without words. */
    public List<Scattered.Probe> probes(Reference document, Sketch sketch) {
        var byShare = new TreeMap<Integer, List<Long>>();
        for (long anchor : sketch.anchors()) {
            byShare.computeIfAbsent(of(anchor), share -> new ArrayList<>()).add(anchor);
        }
        var probes = new ArrayList<Scattered.Probe>();
        byShare.forEach((share, anchors) -> probes.add(new Scattered.Probe(
                document,
                sketch.timeMs(),
                share,
                byShare.size(),
                anchors.stream().mapToLong(Long::longValue).toArray())));
        return probes;
    }

    /** The home of a text: one for all versions of an article, so that what is given out of it leaves in order. */
    public int home(Reference text) {
        return of(text.article());
    }

    /** The home of an article's texts. */
    public int home(String id) {
        return of(Reference.article(id));
    }

    /** Anchors are sampled by their low bits, so these are mixed once more. */
    private int of(long hash) {
        return (int) Math.floorMod(Hash64.mix(hash), (long) shares);
    }
}
