package newsloom.cleaner.dedupe;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import newsloom.cleaner.dedupe.Scattered.Answer;
import newsloom.runtime.streams.OtherFormException;

/**
 * The answers about one document that have come so far. Immutable.
 *
 * @param shares how many are asked
 * @param answered numbers of those that have answered
 * @param hits the candidates, each with the anchors counted over all answers
 */
record Gathered(int shares, TreeSet<Integer> answered, Map<Reference, Integer> hits) {
    private static final byte FORM = 1;

    /** Nothing yet of so many. */
    static Gathered of(int shares) {
        return new Gathered(shares, new TreeSet<>(), Map.of());
    }

    /** With one more answer; the same when that share has answered before. */
    Gathered with(Answer answer) {
        if (answered.contains(answer.share())) {
            return this;
        }
        var more = new TreeSet<>(answered);
        more.add(answer.share());
        var all = new HashMap<>(hits);
        answer.hits().forEach(hit -> all.merge(hit.text(), hit.anchors(), Integer::sum));
        return new Gathered(shares, more, all);
    }

    boolean isComplete() {
        return answered.size() == shares;
    }

    /** The best candidates, at most {@code max}, by the home that has their text. */
    Map<Integer, List<Reference>> byHome(Spread spread, int max) {
        var byHome = new TreeMap<Integer, List<Reference>>();
        ranked().stream()
                .limit(max)
                .forEach(hit -> byHome.computeIfAbsent(spread.home(hit.text()), home -> new ArrayList<>())
                        .add(hit.text()));
        return byHome;
    }

    private List<Hit> ranked() {
        return hits.entrySet().stream()
                .map(hit -> new Hit(hit.getKey(), hit.getValue()))
                .sorted(Hit.BEST_FIRST)
                .toList();
    }

    byte[] encoded() {
        return ScatteredCodec.written(out -> {
            out.writeByte(FORM);
            out.writeInt(shares);
            out.writeInt(answered.size());
            for (int share : answered) {
                out.writeInt(share);
            }
            out.writeInt(hits.size());
            for (var hit : ranked()) {
                ScatteredCodec.write(out, hit);
            }
            return out;
        });
    }

    /** Of what {@link #encoded} gave; another form throws {@link OtherFormException}. */
    static Gathered decoded(byte[] bytes) {
        return ScatteredCodec.read(bytes, in -> {
            OtherFormException.unless("the answers of shares", in.readByte(), FORM);
            int shares = in.readInt();
            var answered = new TreeSet<>(ScatteredCodec.list(in, stream -> stream.readInt()));
            var hits = new HashMap<Reference, Integer>();
            ScatteredCodec.list(in, ScatteredCodec::hit).forEach(hit -> hits.put(hit.text(), hit.anchors()));
            return new Gathered(shares, answered, hits);
        });
    }
}
