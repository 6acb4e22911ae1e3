package newsloom.aggregator.story;

/**
 * A count that is halved with every epoch that passes.
 *
 * @param epoch when {@code value} was true
 */
public record TermCount(float value, int epoch) {
    /** The count as of a later epoch. */
    double at(int now) {
        return now - epoch > 60 ? 0 : value / (double) (1L << (now - epoch));
    }
}
