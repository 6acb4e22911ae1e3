package newsloom.cleaner.extract.date;

import com.ibm.icu.text.DateFormatSymbols;
import com.ibm.icu.util.Calendar;
import com.ibm.icu.util.TimeZone;
import com.ibm.icu.util.ULocale;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.chrono.JapaneseDate;
import java.time.chrono.JapaneseEra;
import java.time.format.TextStyle;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Days of calendars that news are dated by besides the Gregorian one. */
final class OtherCalendars {

    private static final ULocale PERSIAN = new ULocale("fa@calendar=persian");
    /** Names of the Persian solar year's months, from the first on, as CLDR has them. */
    private static final List<String> PERSIAN_MONTHS = List.of(new DateFormatSymbols(PERSIAN).getMonths());

    /** A regular expression for the name of a Persian month. */
    static final String PERSIAN_MONTH = PERSIAN_MONTHS.stream().collect(Collectors.joining("|", "(?:", ")"));

    /** A regular expression for the name of a Japanese era. */
    static final String JAPANESE_ERA =
            Arrays.stream(JapaneseEra.values()).map(OtherCalendars::name).collect(Collectors.joining("|", "(?:", ")"));

    private static final int BUDDHIST_ERA = 543;
    private static final int BUDDHIST_YEARS = 2_400;

    private OtherCalendars() {}

    /** Thai pages count years from the Buddha's death: 2569 is 2026. Other years as they are. */
    static int commonEra(int year) {
        return year >= BUDDHIST_YEARS && year < BUDDHIST_YEARS + 300 ? year - BUDDHIST_ERA : year;
    }

    /** The day of a year that is counted from the beginning of a Japanese era, its first year being 1; null where there is no such day. */
    static @Nullable LocalDate japanese(String era, int year, int month, int day) {
        for (JapaneseEra known : JapaneseEra.values()) {
            if (name(known).equals(era)) {
                try {
                    return LocalDate.ofEpochDay(
                            JapaneseDate.of(known, year, month, day).toEpochDay());
                } catch (DateTimeException noSuchDay) {
                    return null;
                }
            }
        }
        return null;
    }

    private static String name(JapaneseEra era) {
        return era.getDisplayName(TextStyle.FULL, Locale.JAPAN);
    }

    /** The day of a Persian solar year (1404 began in March 2025); null where there is no such day. */
    static @Nullable LocalDate persian(int year, String month, int day) {
        int number = PERSIAN_MONTHS.indexOf(month);
        Calendar calendar = Calendar.getInstance(TimeZone.GMT_ZONE, PERSIAN);
        calendar.clear();
        calendar.setLenient(false);
        calendar.set(year, number, day);
        try {
            return Instant.ofEpochMilli(calendar.getTimeInMillis())
                    .atOffset(ZoneOffset.UTC)
                    .toLocalDate();
        } catch (IllegalArgumentException noSuchDay) {
            return null;
        }
    }
}
