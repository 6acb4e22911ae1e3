package newsloom.aggregator.story.compare;

import newsloom.aggregator.story.sketch.NameCounts;
import newsloom.aggregator.story.state.Views;
import newsloom.text.vectors.SparseVector;

/** What two texts share beside names: two matters of one mayor have his name in common, and his town, and hardly a word more. */
final class PlainTerms {
    private PlainTerms() {}

    /**
     * Terms that both have, and that are among the names of neither nor those that the article begins with; linear in the terms of the other.
     *
     * @param rarity sum of their {@link Rarity#weight}
     * @param cosine what they add to the cosine of all terms, 0..1
     */
    record Shared(double rarity, double cosine) {}

    static Shared of(Subject subject, Views other) {
        SparseVector terms = other.terms();
        double rarity = 0;
        double dot = 0;
        for (int i = 0; i < terms.size(); i++) {
            int key = terms.key(i);
            double own = subject.terms().weight(key);
            if (own > 0 && !isName(NameCounts.nameKey(key), subject, other)) {
                rarity += Rarity.weight(key, subject.table());
                dot += own * terms.weight(i);
            }
        }
        double norms = subject.article().views().terms().norm() * terms.norm();
        return new Shared(rarity, norms == 0 ? 0 : Math.min(1, dot / norms));
    }

    private static boolean isName(int nameKey, Subject subject, Views other) {
        return subject.names().holds(nameKey)
                || other.names().contains(nameKey)
                || subject.article().openingNames().contains(nameKey);
    }
}
