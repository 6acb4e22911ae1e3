package newsloom.aggregator.story;

/**
 * Figures of one language's stream, kept beside its stories.
 *
 * @param documents articles counted into the term frequencies, halved with each epoch
 * @param epoch how often the frequencies were halved
 * @param countedInEpoch articles counted since
 * @param stories active stories
 * @param streamMs highest fetch time seen
 * @param ticks how often the stream moved on
 * @param expired stories dropped for their age
 * @param evicted stories dropped because there were too many
 * @param postingsCut entries that a full posting list lost
 * @param membersCut articles that their story no longer remembers one by one
 */
public record StreamTotals(
        double documents,
        int epoch,
        int countedInEpoch,
        long stories,
        long streamMs,
        long ticks,
        long expired,
        long evicted,
        long postingsCut,
        long membersCut) {
    public static final StreamTotals NONE = new StreamTotals(0, 0, 0, 0, Long.MIN_VALUE, 0, 0, 0, 0, 0);

    StreamTotals counted(int halfLife) {
        boolean turn = countedInEpoch + 1 >= halfLife;
        double counted = documents + 1;
        return new StreamTotals(
                turn ? counted / 2 : counted,
                turn ? epoch + 1 : epoch,
                turn ? 0 : countedInEpoch + 1,
                stories,
                streamMs,
                ticks,
                expired,
                evicted,
                postingsCut,
                membersCut);
    }

    StreamTotals at(long fetchMs) {
        return new StreamTotals(
                documents,
                epoch,
                countedInEpoch,
                stories,
                Math.max(streamMs, fetchMs),
                ticks + 1,
                expired,
                evicted,
                postingsCut,
                membersCut);
    }

    StreamTotals withStories(int more, int expiredMore, int evictedMore) {
        return new StreamTotals(
                documents,
                epoch,
                countedInEpoch,
                stories + more,
                streamMs,
                ticks,
                expired + expiredMore,
                evicted + evictedMore,
                postingsCut,
                membersCut);
    }

    StreamTotals withPostingsCut(int more) {
        return new StreamTotals(
                documents,
                epoch,
                countedInEpoch,
                stories,
                streamMs,
                ticks,
                expired,
                evicted,
                postingsCut + more,
                membersCut);
    }

    StreamTotals withMembersCut(int more) {
        return new StreamTotals(
                documents,
                epoch,
                countedInEpoch,
                stories,
                streamMs,
                ticks,
                expired,
                evicted,
                postingsCut,
                membersCut + more);
    }
}
