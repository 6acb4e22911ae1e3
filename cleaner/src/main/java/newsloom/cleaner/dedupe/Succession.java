package newsloom.cleaner.dedupe;

import java.time.Duration;
import java.util.Optional;
import newsloom.cleaner.dedupe.Decision.Cause;

/**
 * Which of two copies of one text stands for it. In this order: one that is not an excerpt of the other; one that does not say that it is somebody else's; the one published earlier. The text that came
 * first stands until another one is better, so a group changes its article seldom, and never goes round in a circle.
 *
 * <p>A publication time is believed when it is not after the fetch, and not more than {@link #LONGEST_LEAD} before the first of the group was seen: copies often claim to be older than what they copy. A text
 * without a believable time counts as published when it was fetched.
 */
final class Succession {

    /** How much earlier than the first sighting of its group a text may claim to be. */
    static final Duration LONGEST_LEAD = Duration.ofDays(2);

    /** Clocks and feeds are not more exact than that. */
    static final Duration LEAST_LEAD = Duration.ofMinutes(5);

    private Succession() {}

    /**
     * Why {@code fresh} takes the place of the text it copies; empty when it does not.
     *
     * @param head what {@code fresh} shares with the text that stands for the group
     * @param foundedMs when the first of the group was seen
     */
    static Optional<Cause> cause(Card fresh, Match head, long foundedMs) {
        if (head.kind() == CopyKind.EXCERPT) {
            return Optional.empty();
        }
        Card old = head.old();
        if (fresh.origin().credited() != old.origin().credited()) {
            return old.origin().credited() ? Optional.of(Cause.UNCREDITED) : Optional.empty();
        }
        long lead = believed(old, foundedMs) - believed(fresh, foundedMs);
        return lead >= LEAST_LEAD.toMillis() ? Optional.of(Cause.EARLIER) : Optional.empty();
    }

    private static long believed(Card text, long foundedMs) {
        long published = text.origin().publishedMs();
        boolean believable = published != Origin.NO_TIME
                && published <= text.timeMs()
                && published >= foundedMs - LONGEST_LEAD.toMillis();
        return believable ? published : text.timeMs();
    }
}
