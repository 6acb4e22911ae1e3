package newsloom.aggregator.story;

import newsloom.text.vectors.SparseVector;

/**
 * Three looks at the same thing: all terms, names, and the opening (title and first sentences). For an article each is a unit
 * vector, for a story the sum over its articles.
 */
record Views(SparseVector terms, SparseVector names, SparseVector opening) {
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

    /**
     * Weighted mean of the three cosines. A look that one of both lacks (an article without names, a title without text) has
     * no say, and the others share its weight.
     */
    double similarity(Views other, StorySettings settings) {
        double names = both(this.names, other.names) ? settings.nameWeight() : 0;
        double opening = both(this.opening, other.opening) ? settings.openingWeight() : 0;
        double rest = 1 - settings.nameWeight() - settings.openingWeight();
        double sum = rest * terms.cosine(other.terms)
                + names * this.names.cosine(other.names)
                + opening * this.opening.cosine(other.opening);
        return sum / (rest + names + opening);
    }

    private static boolean both(SparseVector a, SparseVector b) {
        return a.size() > 0 && b.size() > 0;
    }
}
