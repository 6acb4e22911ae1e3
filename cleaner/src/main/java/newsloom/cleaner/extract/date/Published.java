package newsloom.cleaner.extract.date;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/**
 * When a page says it was published, or changed last.
 *
 * @param at the instant; midnight UTC of the day when no clock time was given
 * @param dayOnly whether the page gave the day without a clock time
 * @param source where in the page it was found
 * @param offset the page's own offset from UTC; null when it named none, or no clock time
 */
public record Published(
        Instant at,
        boolean dayOnly,
        PublishedSource source,
        @Nullable ZoneOffset offset) {

    /** The offset as ISO 8601 writes it, {@code Z} for UTC; null when there is none. */
    public @Nullable String zone() {
        return offset == null ? null : offset.getId();
    }

    /** The calendar day as the page's readers know it. */
    public LocalDate day() {
        return at.atOffset(offset == null ? ZoneOffset.UTC : offset).toLocalDate();
    }

    /** The same time found elsewhere. */
    public Published from(PublishedSource other) {
        return new Published(at, dayOnly, other, offset);
    }

    /** Whether it is the earlier one; a mere day is not before a time on it, nor behind. */
    public boolean isBefore(Published other) {
        return (dayOnly || other.dayOnly) ? day().isBefore(other.day()) : at.isBefore(other.at);
    }
}
