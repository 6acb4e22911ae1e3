package newsloom.aggregator.story.state;

import java.util.stream.IntStream;
import newsloom.aggregator.story.sketch.Sketch;
import newsloom.text.terms.TermTable;
import newsloom.text.vectors.SparseVector;

/**
 * How rare a term is: the shipped table, blended with what the stream itself had since. The table counts as the documents it
 * was made of. Own counts are halved from time to time, see {@link TermCounts}.
 */
public final class Frequencies {

    private final TermTable table;
    private final StoryIndex index;
    private final double documents;

    /** The frequencies as the index has them now. */
    public Frequencies(TermTable table, StoryIndex index) {
        this.table = table;
        this.index = index;
        this.documents = table.documents() + index.totals().documents();
    }

    /** 0..1, as {@link TermTable#rarity}. */
    double rarity(int term) {
        double seen = table.share(term) * table.documents() + index.count(TermCounts.bucket(term));
        return Math.log(Math.min(1, seen / documents)) / Math.log(0.5 / documents);
    }

    /** Multiplies each weight by the rarity of its term and makes the length 1. */
    SparseVector weigh(SparseVector counted) {
        return counted.times(this::rarity).unit();
    }

    /** Counts an article that is no copy: each of its terms and names once. */
    public static void count(Sketch sketch, StoryIndex index) {
        index.count(IntStream.concat(buckets(sketch.terms()), buckets(sketch.names()))
                .toArray());
    }

    private static IntStream buckets(SparseVector terms) {
        return IntStream.range(0, terms.size()).map(i -> TermCounts.bucket(terms.key(i)));
    }
}
