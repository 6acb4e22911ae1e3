package newsloom.aggregator.story;

import newsloom.text.terms.TermTable;
import newsloom.text.vectors.SparseVector;

/**
 * How rare a term is: the shipped table, blended with what the stream itself had since. The table counts as the documents it
 * was made of. Own counts are halved every {@value #HALF_LIFE} articles and kept in {@value #BUCKETS} buckets by hash, so they are
 * bounded; terms that share a bucket look a little more frequent than they are.
 */
final class Frequencies {
    static final int HALF_LIFE = 20_000;
    static final int BUCKETS = 1 << 18;

    private final TermTable table;
    private final StoryIndex index;
    private final StreamTotals totals;
    private final double documents;

    Frequencies(TermTable table, StoryIndex index) {
        this.table = table;
        this.index = index;
        this.totals = index.totals();
        this.documents = table.documents() + totals.documents();
    }

    /** 0..1, as {@link TermTable#rarity}. */
    double rarity(int term) {
        TermCount own = index.count(bucket(term));
        double seen = table.share(term) * table.documents() + (own == null ? 0 : own.at(totals.epoch()));
        return Math.log(Math.min(1, seen / documents)) / Math.log(0.5 / documents);
    }

    /** Multiplies each weight by the rarity of its term and makes the length 1. */
    SparseVector weigh(SparseVector counted) {
        return counted.times(this::rarity).unit();
    }

    /** Counts an article that is no copy: each of its terms and names once. */
    void count(Sketch sketch) {
        count(sketch.terms());
        count(sketch.names());
        index.putTotals(index.totals().counted(HALF_LIFE));
    }

    private void count(SparseVector terms) {
        for (int i = 0; i < terms.size(); i++) {
            int bucket = bucket(terms.key(i));
            TermCount own = index.count(bucket);
            double before = own == null ? 0 : own.at(totals.epoch());
            index.putCount(bucket, new TermCount((float) (before + 1), totals.epoch()));
        }
    }

    private static int bucket(int term) {
        return term >>> 14;
    }
}
