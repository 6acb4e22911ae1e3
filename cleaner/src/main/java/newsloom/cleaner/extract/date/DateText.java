package newsloom.cleaner.extract.date;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.function.IntPredicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Reads the first date in a short text: ISO 8601, seconds since 1970, {@code 4 February 2026}, {@code Feb. 4, 2026}, {@code 4.2.2026},
 * {@code 2026. február 4.}, {@code 2026年2月4日}, {@code 令和8年2月4日}, {@code ۱۵ بهمن ۱۴۰۴}, in the digits of any script, with a clock time and zone before or after it. Month names are those of {@link MonthNames}. Only the first 300 characters are read.
 */
public final class DateText {

    private static final int MAX_CHARS = 300;
    private static final int MAX_DATE_LINE_CHARS = 32;
    private static final int MIN_DIGITS = 3;
    /** A month's name or its first letters; Thai and Lao ones with a point behind each part, Arabic ones of two words in the Levant, or two names of one month side by side. */
    private static final String MONTH =
            "(\\p{L}[\\p{L}\\p{M}]{2,14}|[\\p{IsThai}\\p{IsLao}]{1,3}\\.[\\p{IsThai}\\p{IsLao}]{1,2}|(?:كانون|تشرين) ال\\p{L}{3,6}|آب)";

    private static final String OTHER_NAME = "(?:\\s?/\\s?\\p{IsArabic}{2,8}(?: ال\\p{L}{3,6})?)?";

    private static final Pattern ISO = Pattern.compile(
            "(?<!\\d)(\\d{4})-(\\d{1,2})-(\\d{1,2})(?:(?:\\s*T\\s*|\\s+)(\\d{1,2}):(\\d{2})(?::(\\d{2})(?:[.,]\\d+)?)?\\s*("
                    + ZoneNames.PATTERN + ")?)?(?!\\d)");
    private static final Pattern EPOCH = Pattern.compile("^\\s*(\\d{10}|\\d{13})\\s*$");
    private static final Pattern COMPACT =
            Pattern.compile("^\\s*((?:19|20)\\d{2})(\\d{2})(\\d{2})(?:T?(\\d{2})(\\d{2})(?:\\d{2})?Z?)?\\s*$");
    private static final Pattern YEAR_FIRST =
            Pattern.compile("(?<!\\d)((?:19|20)\\d{2})\\s*[年년./]\\s*(\\d{1,2})\\s*[月월./]\\s*(\\d{1,2})(?!\\d)[日일.]?");
    private static final Pattern YEAR_MONTH_NAME =
            Pattern.compile("(?<!\\d)((?:19|20)\\d{2})\\.?,?\\s+(?:m\\.\\s+)?" + MONTH + "\\.?\\s+(\\d{1,2})(?!\\d)");
    private static final Pattern DAY_MONTH_NAME = Pattern.compile(
            "(?<!\\d)(\\d{1,2})(?:st|nd|rd|th|er|º|ª|\\.|-a)?[\\s\\-/.]*(?:de\\s+|d['’]|of\\s+|ta['’]\\s*)?" + MONTH
                    + OTHER_NAME + "\\.?[,،]?[\\s\\-/]*(?:de\\s+|del\\s+)?(\\d{4})(?!\\d)");
    private static final Pattern MONTH_NAME_DAY = Pattern.compile(
            "(?<!\\p{L})" + MONTH + OTHER_NAME + "\\.?\\s*(\\d{1,2})(?:st|nd|rd|th|\\.)?[,،]?\\s*(\\d{4})(?!\\d)");
    /** Latvian. */
    private static final Pattern YEAR_DAY_MONTH_NAME =
            Pattern.compile("(?<!\\d)((?:19|20)\\d{2})\\.?\\s*gada\\s+(\\d{1,2})\\.?\\s*(\\p{L}{3,14})");

    private static final Pattern VIETNAMESE = Pattern.compile(
            "(?iu)(?<!\\d)(\\d{1,2})\\s+(?:tháng|thg)\\s+(\\d{1,2})(?:,|,?\\s+năm)?\\s+(\\d{4})(?!\\d)");
    private static final Pattern JAPANESE = Pattern.compile(
            "(" + OtherCalendars.JAPANESE_ERA + ")\\s?(\\d{1,2}|元)\\s?年\\s?(\\d{1,2})\\s?月\\s?(\\d{1,2})\\s?日");
    private static final Pattern PERSIAN = Pattern.compile(
            "(?<!\\d)(\\d{1,2})\\s+(" + OtherCalendars.PERSIAN_MONTH + ")(?:\\s?ماه)?[,،]?\\s+(1[34]\\d{2})(?!\\d)");
    private static final Pattern NUMERIC =
            Pattern.compile("(?<![\\d./\\-])(\\d{1,2})\\s?([./\\-])\\s?(\\d{1,2})\\s?\\2\\s?(\\d{4}|\\d{2})(?![\\d])");
    private static final Pattern CLOCK_AFTER = Pattern.compile(
            "^[\\s,،、.;|·•\\-–—/@(T]*(?:\\p{L}{1,5}\\.?\\s+){0,2}?(\\d{1,2})(?:[:.h時点시]\\s?(\\d{2}))?(?::(\\d{2}))?\\s*([AaPp]\\.?\\s?[Mm]\\b\\.?)?\\s*(?:Uhr|hrs|h\\b|น\\.)?[\\s(,]*("
                    + ZoneNames.PATTERN + ")?");
    private static final Pattern CLOCK_BEFORE = Pattern.compile(
            "(?<!\\d)(\\d{1,2})[:.h](\\d{2})(?::(\\d{2}))?\\s*([AaPp]\\.?\\s?[Mm]\\b\\.?)?\\s*(?:Uhr|hrs|h\\b)?[\\s(]*("
                    + ZoneNames.PATTERN + ")?[\\s),.|·•\\-–—]*(?:\\p{L}{2,4}\\.?,?\\s+)?$");

    /** Signs and a clock that follow a date. */
    private static final Pattern CLOCK_BEFORE_NAME = Pattern.compile(
            "^\\P{L}*+(?:(?:T|at|um|à|às|ore|kl|klo|в|о|на)(?=\\P{L}{0,3}\\d)\\P{L}*+)?(?:(?:Uhr|[AaPp]\\.?[Mm]|hrs?|h|"
                    + ZoneNames.PATTERN + ")(?!\\p{L})\\P{L}*+)*");

    private static final Pattern SIGNS_BEHIND = Pattern.compile("[\\s,;:|/·•–—(-]+$");

    /** A date as it was told: the clock and the offset are null when they were not. */
    public record Told(
            LocalDate day,
            @Nullable LocalTime clock,
            @Nullable ZoneOffset offset) {

        /** As a publication time; exact midnight counts as a day without a clock. */
        public Published published(PublishedSource source) {
            ZoneOffset zone = offset == null ? ZoneOffset.UTC : offset;
            if (clock == null || clock.equals(LocalTime.MIDNIGHT)) {
                return new Published(day.atStartOfDay().toInstant(ZoneOffset.UTC), true, source, null);
            }
            return new Published(day.atTime(clock).toInstant(zone), false, source, offset);
        }
    }

    /** A date and where it stands. */
    private record Found(Told told, int start, int end) {}

    private DateText() {}

    /** Whether there is a full date (day, month and year) in the text. */
    public static boolean mentionsDate(String text) {
        return parse(text, false) != null;
    }

    /** Whether the text is a date and hardly anything else. */
    public static boolean isDateLine(String text) {
        return text.length() <= MAX_DATE_LINE_CHARS && mentionsDate(text);
    }

    /**
     * The first date in the text, or null.
     *
     * @param monthFirst whether {@code 4/2/2026} means April
     */
    public static @Nullable Told parse(String text, boolean monthFirst) {
        String start = text.length() <= MAX_CHARS ? text : text.substring(0, MAX_CHARS);
        if (!enoughDigits(start)) {
            return null;
        }
        String digits = ownDigits(start);
        Told whole = wholeNumber(digits);
        if (whole != null) {
            return whole;
        }
        Found found = earliest(digits, monthFirst);
        return found == null ? null : found.told();
    }

    /** What stands before the first date in the text and what behind it, each without the signs around it; the text alone where there is no date of digits and signs. */
    public static List<String> around(String text) {
        String start = text.length() <= MAX_CHARS ? text : text.substring(0, MAX_CHARS);
        Found found = enoughDigits(start) ? earliest(ownDigits(start), false) : null;
        return found == null
                ? List.of(text)
                : Stream.of(text.substring(0, found.start()), text.substring(found.end()))
                        .map(part -> CLOCK_BEFORE_NAME.matcher(part).replaceFirst(""))
                        .map(part -> SIGNS_BEHIND.matcher(part).replaceFirst(""))
                        .filter(part -> !part.isBlank())
                        .toList();
    }

    /** The text with the digits of other scripts (Arabic, Persian, Devanagari, wide ones …) in ours. */
    private static String ownDigits(String text) {
        StringBuilder own = null;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c > '9' && Character.isDigit(c)) {
                own = own == null ? new StringBuilder(text) : own;
                own.setCharAt(i, (char) ('0' + Character.digit(c, 10)));
            }
        }
        return own == null ? text : own.toString();
    }

    private static boolean enoughDigits(String text) {
        int digits = 0;
        for (int i = 0; i < text.length() && digits < MIN_DIGITS; i++) {
            digits += Character.isDigit(text.charAt(i)) ? 1 : 0;
        }
        return digits == MIN_DIGITS;
    }

    private static @Nullable Told wholeNumber(String text) {
        Matcher epoch = EPOCH.matcher(text);
        if (epoch.matches()) {
            long number = Long.parseLong(epoch.group(1));
            Instant at = epoch.group(1).length() == 13 ? Instant.ofEpochMilli(number) : Instant.ofEpochSecond(number);
            return new Told(
                    at.atOffset(ZoneOffset.UTC).toLocalDate(),
                    at.atOffset(ZoneOffset.UTC).toLocalTime(),
                    ZoneOffset.UTC);
        }
        Matcher compact = COMPACT.matcher(text);
        if (compact.matches()) {
            return told(
                    number(compact, 1),
                    number(compact, 2),
                    number(compact, 3),
                    clock(compact.group(4), compact.group(5), null, null),
                    null);
        }
        return null;
    }

    /** Each form finds its first date; the one that stands first in the text counts. */
    private static @Nullable Found earliest(String text, boolean monthFirst) {
        if (!hasDay(text)) {
            return null;
        }
        Found best = null;
        int at = Integer.MAX_VALUE;
        boolean year = hasYear(text);
        for (Form form : Form.ALL) {
            if (at == 0) {
                break; // none can stand before it
            }
            if ((!year && form.fullYear()) || !form.sign.matcher(text).find()) {
                continue;
            }
            Matcher matcher = form.pattern.matcher(text);
            while (matcher.find() && matcher.start() < at) {
                Told told = form.read(text, matcher, monthFirst);
                if (told != null) {
                    at = matcher.start();
                    best = new Found(told, at, matcher.end());
                    break;
                }
            }
        }
        return best;
    }

    /** Whether digits stand together that may be a day's, alone or right before the four of a year, as in each form. */
    private static boolean hasDay(String text) {
        return hasDigits(text, together -> together % 4 == 1 || together % 4 == 2);
    }

    /** Whether four digits stand together, without which only {@code 4.2.26} can be a date. */
    private static boolean hasYear(String text) {
        return hasDigits(text, together -> together >= 4);
    }

    private static boolean hasDigits(String text, IntPredicate together) {
        int digits = 0;
        for (int i = 0; i <= text.length(); i++) {
            if (i < text.length() && text.charAt(i) >= '0' && text.charAt(i) <= '9') {
                digits++;
            } else if (digits > 0 && together.test(digits)) {
                return true;
            } else {
                digits = 0;
            }
        }
        return false;
    }

    private enum Form {
        ISO_FORM(ISO, "-"),
        YEAR_FIRST_FORM(YEAR_FIRST, "[./年년]"),
        YEAR_MONTH_NAME_FORM(YEAR_MONTH_NAME),
        DAY_MONTH_NAME_FORM(DAY_MONTH_NAME),
        MONTH_NAME_DAY_FORM(MONTH_NAME_DAY),
        YEAR_DAY_MONTH_NAME_FORM(YEAR_DAY_MONTH_NAME, "gada"),
        VIETNAMESE_FORM(VIETNAMESE, "[Tt][Hh]"),
        JAPANESE_FORM(JAPANESE, "年"),
        PERSIAN_FORM(PERSIAN, "1[34]"),
        NUMERIC_FORM(NUMERIC, "[./-]");

        private static final List<Form> ALL = List.of(values());

        private final Pattern pattern;
        /** Stands in each date of the form, and is found at a glance; may be empty. */
        private final Pattern sign;

        Form(Pattern pattern) {
            this(pattern, "");
        }

        Form(Pattern pattern, String sign) {
            this.pattern = pattern;
            this.sign = Pattern.compile(sign);
        }

        /** Whether the year has four digits. */
        boolean fullYear() {
            return this != NUMERIC_FORM && this != JAPANESE_FORM;
        }

        @Nullable
        Told read(String text, Matcher m, boolean monthFirst) {
            return switch (this) {
                case ISO_FORM ->
                    m.group(4) == null
                            ? withClock(text, m, number(m, 1), number(m, 2), number(m, 3))
                            : told(
                                    number(m, 1),
                                    number(m, 2),
                                    number(m, 3),
                                    clock(m.group(4), m.group(5), m.group(6), null),
                                    ZoneNames.offset(m.group(7)));
                case YEAR_FIRST_FORM -> withClock(text, m, number(m, 1), number(m, 2), number(m, 3));
                case YEAR_MONTH_NAME_FORM ->
                    withClock(text, m, number(m, 1), MonthNames.month(m.group(2)), number(m, 3));
                case DAY_MONTH_NAME_FORM ->
                    withClock(text, m, number(m, 3), MonthNames.month(m.group(2)), number(m, 1));
                case MONTH_NAME_DAY_FORM ->
                    withClock(text, m, number(m, 3), MonthNames.month(m.group(1)), number(m, 2));
                case YEAR_DAY_MONTH_NAME_FORM ->
                    withClock(text, m, number(m, 1), MonthNames.month(m.group(3)), number(m, 2));
                case VIETNAMESE_FORM -> withClock(text, m, number(m, 3), number(m, 2), number(m, 1));
                case JAPANESE_FORM ->
                    withClock(
                            text,
                            m,
                            OtherCalendars.japanese(
                                    m.group(1), m.group(2).equals("元") ? 1 : number(m, 2), number(m, 3), number(m, 4)));
                case PERSIAN_FORM -> withClock(text, m, OtherCalendars.persian(number(m, 3), m.group(2), number(m, 1)));
                case NUMERIC_FORM -> numeric(text, m, monthFirst);
            };
        }
    }

    private static @Nullable Told numeric(String text, Matcher m, boolean monthFirst) {
        int first = number(m, 1);
        int second = number(m, 3);
        int year = number(m, 4);
        if (m.group(4).length() == 2) {
            year += year < 70 ? 2000 : 1900;
        }
        boolean swap = second > 12 || (monthFirst && first <= 12 && m.group(2).equals("/"));
        return withClock(text, m, year, swap ? first : second, swap ? second : first);
    }

    private static @Nullable Told withClock(String text, Matcher date, @Nullable LocalDate day) {
        return day == null ? null : withClock(text, date, day.getYear(), day.getMonthValue(), day.getDayOfMonth());
    }

    private static @Nullable Told withClock(String text, Matcher date, int year, int month, int day) {
        Matcher after = CLOCK_AFTER.matcher(text.substring(date.end()));
        if (after.find() && (after.group(2) != null || after.group(4) != null)) {
            return told(
                    year,
                    month,
                    day,
                    clock(after.group(1), after.group(2), after.group(3), after.group(4)),
                    ZoneNames.offset(after.group(5)));
        }
        Matcher before = CLOCK_BEFORE.matcher(text.substring(Math.max(0, date.start() - 40), date.start()));
        if (before.find()) {
            return told(
                    year,
                    month,
                    day,
                    clock(before.group(1), before.group(2), before.group(3), before.group(4)),
                    ZoneNames.offset(before.group(5)));
        }
        return told(year, month, day, null, null);
    }

    private static @Nullable Told told(
            int year, int month, int day, @Nullable LocalTime clock, @Nullable ZoneOffset offset) {
        if (month < 1 || month > 12) {
            return null;
        }
        try {
            return new Told(LocalDate.of(OtherCalendars.commonEra(year), month, day), clock, offset);
        } catch (DateTimeException noSuchDay) {
            return null;
        }
    }

    private static @Nullable LocalTime clock(
            @Nullable String hour, @Nullable String minute, @Nullable String second, @Nullable String half) {
        if (hour == null) {
            return null;
        }
        int hours = Integer.parseInt(hour);
        if (half != null && hours <= 12) {
            hours = hours % 12 + (half.toLowerCase(Locale.ROOT).startsWith("p") ? 12 : 0);
        }
        int minutes = minute == null ? 0 : Integer.parseInt(minute);
        int seconds = second == null ? 0 : Integer.parseInt(second);
        return hours < 24 && minutes < 60 && seconds < 60 ? LocalTime.of(hours, minutes, seconds) : null;
    }

    private static int number(Matcher matcher, int group) {
        return Integer.parseInt(matcher.group(group));
    }
}
