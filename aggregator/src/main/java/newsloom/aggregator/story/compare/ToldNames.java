package newsloom.aggregator.story.compare;

import newsloom.aggregator.story.sketch.NameCounts;
import newsloom.aggregator.story.state.Member;
import newsloom.text.terms.TermTable;

/**
 * How many of the names in one article's opening another article tells.
 *
 * @param told sum of the {@link Rarity#weight} of those that it tells anywhere
 * @param left the same of those that it does not
 */
public record ToldNames(double told, double left) {

    /** What is neither told nor left out counts so much for each: who names nobody says half. */
    private static final double NOTHING_TOLD = 0.2;

    /** What the other article tells of the names that this one begins with. */
    public static ToldNames of(Member article, Member other, TermTable table) {
        double told = 0;
        double left = 0;
        for (int i = 0; i < article.openingNames().size(); i++) {
            int key = article.openingNames().key(i);
            double weight = Rarity.weight(key, table);
            boolean known = other.openingNames().contains(key)
                    || other.views().names().contains(key)
                    || other.views().terms().contains(NameCounts.wordKey(key));
            told += known ? weight : 0;
            left += known ? 0 : weight;
        }
        return new ToldNames(told, left);
    }

    /** Whether each of two articles begins with names that the other does not tell, by this weight at least. */
    static boolean eachHasItsOwn(Member a, Member b, double weight, TermTable table) {
        return of(a, b, table).left() >= weight && of(b, a, table).left() >= weight;
    }

    /** Of all, 0..1; one half where there is none. */
    public double share() {
        return (told + NOTHING_TOLD) / (told + left + 2 * NOTHING_TOLD);
    }
}
