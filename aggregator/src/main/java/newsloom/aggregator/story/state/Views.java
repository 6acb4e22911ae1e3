package newsloom.aggregator.story.state;

import newsloom.text.vectors.SparseVector;

/**
 * Three looks at the same thing: all terms, names, and the opening (title and first sentences). For an article each is a unit
 * vector, for a story the sum over its articles.
 */
public record Views(SparseVector terms, SparseVector names, SparseVector opening) {
    static final Views EMPTY = new Views(SparseVector.EMPTY, SparseVector.EMPTY, SparseVector.EMPTY);
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
}
