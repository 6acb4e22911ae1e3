package newsloom.aggregator.story.compare;

import java.util.Arrays;
import newsloom.aggregator.story.sketch.Marks;
import newsloom.text.terms.TermTable;
import newsloom.text.vectors.KeySet;

/** The {@link Marks} of an article, to be held against those of many others. Remembers how rare they are; not thread-safe. */
public final class KeyedMarks {
    private final KeySet marks;
    private final KeyTable places;
    private final TermTable table;
    /** By place; not a number where nobody asked yet. */
    private final double[] rarities;

    /** Prepares the marks for many comparisons. */
    public KeyedMarks(KeySet marks, TermTable table) {
        this.marks = marks;
        this.table = table;
        this.places = new KeyTable(marks.size(), i -> marks.key(i) & ~1);
        this.rarities = new double[marks.size()];
        Arrays.fill(rarities, Double.NaN);
    }

    /**
     * The sum over shared marks of {@code rarity - 0.5}, twice that where both quote it; about 0.5 a shared mark nobody used
     * before.
     */
    public double evidence(KeySet other) {
        double sum = 0;
        for (int i = 0; i < other.size(); i++) {
            int place = places.find(other.key(i) & ~1);
            if (place >= 0) {
                boolean quoted = (marks.key(place) & other.key(i) & 1) == 1;
                sum += (rarity(place) - 0.5) * (quoted ? 2 : 1);
            }
        }
        return sum;
    }

    private double rarity(int place) {
        if (Double.isNaN(rarities[place])) {
            rarities[place] = table.rarity(marks.key(place) & ~1);
        }
        return rarities[place];
    }
}
