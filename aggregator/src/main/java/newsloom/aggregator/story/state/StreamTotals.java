package newsloom.aggregator.story.state;

/**
 * Figures of one language's stream, kept beside its stories. Immutable.
 *
 * @param documents articles counted into the term frequencies, halved with each epoch
 * @param epoch how often the frequencies were halved, which is every {@value #HALF_LIFE} articles
 * @param countedInEpoch articles counted since
 * @param stories stories kept, those that rest too
 * @param articles articles and copies whose place is remembered
 * @param streamMs highest fetch time seen
 * @param ticks how often the stream moved on
 * @param losses what is no more
 */
public record StreamTotals(
        double documents,
        int epoch,
        int countedInEpoch,
        long stories,
        long articles,
        long streamMs,
        long ticks,
        Losses losses) {
    public static final StreamTotals NONE = new StreamTotals(0, 0, 0, 0, 0, Long.MIN_VALUE, 0, Losses.NONE);
    static final int HALF_LIFE = 20_000;

    /** Articles counted into the term frequencies so far, none of them halved. */
    long counted() {
        return (long) epoch * HALF_LIFE + countedInEpoch;
    }

    /** With one more article in the term frequencies. */
    StreamTotals counting() {
        boolean turn = countedInEpoch + 1 >= HALF_LIFE;
        double more = documents + 1;
        return new StreamTotals(
                turn ? more / 2 : more,
                turn ? epoch + 1 : epoch,
                turn ? 0 : countedInEpoch + 1,
                stories,
                articles,
                streamMs,
                ticks,
                losses);
    }

    /** After something was fetched then; an earlier time does not turn the stream back. */
    public StreamTotals at(long fetchMs) {
        return new StreamTotals(
                documents, epoch, countedInEpoch, stories, articles, Math.max(streamMs, fetchMs), ticks + 1, losses);
    }

    /** With so many more, or fewer. */
    StreamTotals with(int moreStories, int moreArticles, Losses more) {
        return new StreamTotals(
                documents,
                epoch,
                countedInEpoch,
                stories + moreStories,
                articles + moreArticles,
                streamMs,
                ticks,
                losses.plus(more));
    }

    /** With so many more stories, or fewer. */
    public StreamTotals withStories(int more) {
        return with(more, 0, Losses.NONE);
    }

    StreamTotals withArticles(int more) {
        return with(0, more, Losses.NONE);
    }

    /** With these losses more. */
    public StreamTotals losing(Losses more) {
        return with(0, 0, more);
    }
}
