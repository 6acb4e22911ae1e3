package newsloom.aggregator.story.sketch;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** When an article came out, as far as one can tell. */
record EventTime(long ms, boolean known) {
    private static final Instant EARLIEST = Instant.parse("1990-01-01T00:00:00Z");
    private static final Duration AHEAD = Duration.ofDays(1);

    /** The publication, unless it is absurd: before 1990, or over a day (time zones) after the page was fetched. */
    static EventTime of(@Nullable Instant published, Instant fetched) {
        boolean credible =
                published != null && !published.isBefore(EARLIEST) && !published.isAfter(fetched.plus(AHEAD));
        return new EventTime((credible && published != null ? published : fetched).toEpochMilli(), credible);
    }
}
