package newsloom.cleaner.extract;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;

/**
 * When a page says it was published.
 *
 * @param at the instant; midnight UTC of the day when no clock time was given
 * @param dayOnly whether the page gave the day without a clock time
 * @param source where in the page it was found
 * @param offset the page's own offset from UTC; UTC when it named none
 */
public record Published(Instant at, boolean dayOnly, PublishedSource source, ZoneOffset offset) {

    /** The calendar day as the page's readers know it. */
    public LocalDate day() {
        return at.atOffset(offset).toLocalDate();
    }
}
