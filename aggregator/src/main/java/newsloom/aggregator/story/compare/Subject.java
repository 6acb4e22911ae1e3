package newsloom.aggregator.story.compare;

import newsloom.aggregator.story.compare.KeyedVector.Alike;
import newsloom.aggregator.story.state.Member;
import newsloom.aggregator.story.state.Views;
import newsloom.text.terms.TermTable;
import newsloom.text.vectors.SparseVector;

/** An article that is held against many stories, its views and marks made ready for that. Not thread-safe. */
public final class Subject {
    private static final double TERM_WEIGHT = 0.72;
    private static final double NAME_WEIGHT = 0.08;
    private static final double OPENING_WEIGHT = 0.2;

    private final Member article;
    private final KeyedVector terms;
    private final KeyedVector names;
    private final KeyedVector opening;
    private final KeyedMarks marks;
    private final TermTable table;

    /** Prepares the article for many comparisons. */
    public Subject(Member article, TermTable table) {
        this.article = article;
        this.table = table;
        this.terms = new KeyedVector(article.views().terms());
        this.names = new KeyedVector(article.views().names());
        this.opening = new KeyedVector(article.views().opening());
        this.marks = new KeyedMarks(article.marks(), table);
    }

    /** How alike it and something else are. */
    public Likeness likeness(Views other) {
        return likeness(
                terms.alike(other.terms()), names.cosine(other.names()), opening.cosine(other.opening()), other);
    }

    /** The same where the cosines are known. */
    public Likeness likeness(Alike terms, double names, double opening, Views other) {
        double namesSay = both(article.views().names(), other.names()) ? NAME_WEIGHT : 0;
        double openingSays = both(article.views().opening(), other.opening()) ? OPENING_WEIGHT : 0;
        double sum = TERM_WEIGHT * terms.cosine() + namesSay * names + openingSays * opening;
        return new Likeness(terms, names, opening, sum / (TERM_WEIGHT + namesSay + openingSays));
    }

    /**
     * Cosines of the three looks, 0..1.
     *
     * @param mean weighted; a look that one of both lacks has no say, and the others share its weight
     */
    public record Likeness(Alike terms, double names, double opening, double mean) {}

    private static boolean both(SparseVector a, SparseVector b) {
        return a.size() > 0 && b.size() > 0;
    }

    /** The article itself. */
    public Member article() {
        return article;
    }

    KeyedVector terms() {
        return terms;
    }

    KeyedVector names() {
        return names;
    }

    KeyedVector opening() {
        return opening;
    }

    TermTable table() {
        return table;
    }

    KeyedMarks marks() {
        return marks;
    }
}
