package newsloom.aggregator.story;

import newsloom.text.vectors.SparseVector;

/**
 * Three looks at the same thing: all terms, names, and the opening (title and first sentences). For an article each is a unit
 * vector, for a story the sum over its articles.
 */
record Views(SparseVector terms, SparseVector names, SparseVector opening) {
    static final Views EMPTY = new Views(SparseVector.EMPTY, SparseVector.EMPTY, SparseVector.EMPTY);
    private static final double TERM_WEIGHT = 0.72;
    private static final double NAME_WEIGHT = 0.08;
    private static final double OPENING_WEIGHT = 0.2;
    private static final int MAX_TERMS = 96;
    private static final int MAX_NAMES = 32;
    private static final int MAX_OPENING = 48;

    Views plus(Views other, float factor) {
        return new Views(
                terms.plus(other.terms, factor).heaviest(MAX_TERMS),
                names.plus(other.names, factor).heaviest(MAX_NAMES),
                opening.plus(other.opening, factor).heaviest(MAX_OPENING));
    }

    /** A third of what a sum may hold: the heaviest. */
    Views third() {
        return new Views(
                terms.heaviest(MAX_TERMS / 3), names.heaviest(MAX_NAMES / 3), opening.heaviest(MAX_OPENING / 3));
    }

    /** Weighted mean of the three cosines; a look that one of both lacks has no say, and the others share its weight. */
    double likeness(Views other) {
        double names = both(this.names, other.names) ? NAME_WEIGHT : 0;
        double opening = both(this.opening, other.opening) ? OPENING_WEIGHT : 0;
        double sum = TERM_WEIGHT * terms.cosine(other.terms)
                + names * this.names.cosine(other.names)
                + opening * this.opening.cosine(other.opening);
        return sum / (TERM_WEIGHT + names + opening);
    }

    private static boolean both(SparseVector a, SparseVector b) {
        return a.size() > 0 && b.size() > 0;
    }
}
