package newsloom.cleaner.extract.date;

import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A time that is told to machines in UTC, as the page's readers know it: {@code 2026-03-05T03:22Z} beside {@code 4 March 2026, 10:22 pm} was published on the 4th. The other times of the page tell
 * its offset: the same instant in another zone, a clock without a zone that is off by whole or half hours, or the day after where the instant can be its midnight. What
 * says itself to be UTC, or is the page's last change, tells no offset.
 */
public final class LocalTimes {

    private static final Set<PublishedSource> SHOWN =
            Set.of(PublishedSource.TIME_ELEMENT, PublishedSource.VISIBLE_TEXT);
    private static final Duration SAME = Duration.ofMinutes(1);
    private static final int STEP_MINUTES = 30;
    /** Zones that are half an hour off, in minutes. */
    private static final Set<Long> HALF_HOURS = Set.of(-570L, -210L, -150L, 210L, 270L, 330L, 390L, 570L, 630L);

    private static final int FARTHEST_EAST_HOURS = 14;
    private static final int FARTHEST_WEST_HOURS = 12;

    private LocalTimes() {}

    /** The same time with the page's offset where one of the others tells it; else as it is. */
    public static Published of(Published told, List<Published> others) {
        if (told.dayOnly() || !inUtc(told.offset())) {
            return told;
        }
        List<Published> changes = others.stream()
                .filter(other -> other.source() == PublishedSource.MODIFIED && !same(told, other))
                .toList();
        boolean sameDayShown = others.stream()
                .anyMatch(other -> other.dayOnly()
                        && SHOWN.contains(other.source())
                        && other.day().equals(told.day()));
        return others.stream()
                .filter(other -> !(other.dayOnly() && sameDayShown))
                .filter(other -> changes.stream().noneMatch(change -> same(change, other)))
                .flatMap(other -> beside(told, other).stream())
                .findFirst()
                .orElse(told);
    }

    private static Optional<Published> beside(Published told, Published other) {
        if (other.dayOnly()) {
            Published day = new Published(other.at(), true, told.source(), null);
            return midnight(told, other) ? Optional.of(day) : Optional.empty();
        }
        ZoneOffset offset = other.offset();
        if (offset == null) {
            offset = ZoneOffset.ofTotalSeconds(minutesAhead(told, other) * 60);
        } else if (inUtc(offset) || !same(told, other)) {
            return Optional.empty();
        }
        return offset.equals(ZoneOffset.UTC)
                ? Optional.empty()
                : Optional.of(new Published(told.at(), false, told.source(), offset));
    }

    /** Or in a zone that was not told. */
    public static boolean inUtc(@Nullable ZoneOffset offset) {
        return offset == null || offset.equals(ZoneOffset.UTC);
    }

    private static boolean same(Published one, Published other) {
        return Duration.between(one.at(), other.at()).abs().compareTo(SAME) <= 0;
    }

    /** Whether the instant can be the beginning of the other's day, east of Greenwich. */
    private static boolean midnight(Published told, Published other) {
        LocalTime clock = told.at().atOffset(ZoneOffset.UTC).toLocalTime();
        return SHOWN.contains(other.source())
                && other.day().equals(told.day().plusDays(1))
                && clock.getMinute() == 0
                && clock.getSecond() == 0
                && clock.getHour() >= 24 - FARTHEST_EAST_HOURS;
    }

    /** How far a clock without a zone is ahead of UTC if it shows the same instant; 0 where it cannot. */
    private static int minutesAhead(Published told, Published other) {
        if (!SHOWN.contains(other.source())) {
            return 0;
        }
        long seconds = Duration.between(told.at(), other.at()).toSeconds();
        long minutes = Math.round(seconds / (60.0 * STEP_MINUTES)) * STEP_MINUTES;
        boolean zone = minutes <= FARTHEST_EAST_HOURS * 60
                && minutes >= -FARTHEST_WEST_HOURS * 60
                && (minutes % 60 == 0 || HALF_HOURS.contains(minutes));
        return zone && Math.abs(seconds - minutes * 60) <= SAME.toSeconds() ? (int) minutes : 0;
    }
}
