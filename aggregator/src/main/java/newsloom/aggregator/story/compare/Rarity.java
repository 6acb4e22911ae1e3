package newsloom.aggregator.story.compare;

import newsloom.text.terms.TermTable;
import newsloom.text.vectors.SparseVector;

/** What a shared word or name says by itself, however often and beside whatever else it is told: next to nothing where everybody uses it. */
final class Rarity {
    private Rarity() {}

    /** 0..1, the cube of {@link TermTable#rarity}: a name that nobody had before counts as much as eight that are half as rare. */
    static double weight(int key, TermTable table) {
        double rarity = table.rarity(key);
        return rarity * rarity * rarity;
    }

    /** {@code ln(1 + } sum of the weights of all that both have {@code )}. */
    static double shared(KeyedVector one, SparseVector other, TermTable table) {
        double sum = 0;
        for (int i = 0; i < other.size(); i++) {
            if (one.holds(other.key(i))) {
                sum += weight(other.key(i), table);
            }
        }
        return Math.log1p(sum);
    }
}
