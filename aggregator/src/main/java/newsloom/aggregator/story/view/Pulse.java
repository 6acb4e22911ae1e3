package newsloom.aggregator.story.view;

import java.util.Map;
import java.util.SortedMap;

/** How much a story is told, and whether more or less than before. Seen from its own newest report, so that it does not depend on a clock. */
final class Pulse {
    private static final int DAY_HOURS = 24;
    private static final int TREND_HOURS = 6;
    /** So many articles that say nothing keep a trend of few articles small. */
    private static final int SHRINKING = 2;

    private Pulse() {}

    /**
     * Sources times speed, both damped: {@code ln(1 + sites + copying sites / 2) x ln(1 + articles of the busiest 24 hours)}; the copying
     * sites count half, and an article of unknown time counts for no hour. 0 for a story without sites or known times; 5 sites that tell 10 articles in a day
     * make 4.3.
     */
    static double importance(StoryLedger ledger) {
        double sites = ledger.tallies().sources().counts().size()
                + ledger.tallies().reprinters().counts().size() / 2.0;
        int busiest = 0;
        for (Long hour : ledger.tallies().hours().counts().keySet()) {
            busiest = Math.max(busiest, between(ledger.tallies().hours(), hour, hour + DAY_HOURS));
        }
        return Math.log1p(sites) * Math.log1p(busiest);
    }

    /**
     * The pace of the newest 6 hours beside the pace before, -1..1: {@code (fresh - usual) / (fresh + usual + 2)}. {@code fresh} is how many
     * articles these hours have, {@code usual} how many six hours had before: over the 18 hours before them, or as many as the story is older,
     * as if six more hours with one article belonged to them. So a story of one article has 0, one that began with five at once .5, with twenty
     * .83; one that had 12 in the 18 hours before and has one now -.36. 0 without known times.
     */
    static double trend(Tally<Long> hours) {
        SortedMap<Long, Integer> counts = hours.counts();
        if (counts.isEmpty()) {
            return 0;
        }
        long end = counts.lastKey() + 1;
        long since = Math.max(counts.firstKey(), end - DAY_HOURS);
        double before = Math.max(0, end - TREND_HOURS - since);
        double fresh = between(hours, end - TREND_HOURS, end);
        double usual =
                (between(hours, since, Math.max(since, end - TREND_HOURS)) + 1) * TREND_HOURS / (before + TREND_HOURS);
        return (fresh - usual) / (fresh + usual + SHRINKING);
    }

    private static int between(Tally<Long> hours, long from, long to) {
        return hours.counts().subMap(from, to).entrySet().stream()
                .mapToInt(Map.Entry::getValue)
                .sum();
    }
}
