package newsloom.aggregator.story.sketch;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import newsloom.aggregator.story.sketch.DayNames.DayName;
import newsloom.text.terms.Token;
import newsloom.text.vectors.KeySet;
import org.jspecify.annotations.Nullable;

/**
 * The days a text names, as days since 1970: "12 September 2026", "September 12", "2026-09-12", "12.09.2026", "9月12日", and the names of weekdays,
 * which are taken for the last such day up to the publication, or for the next one where the sentence looks ahead. A day without a year is the one
 * nearest to the publication; where that is unknown only days with a year count. What days are called is told by {@link DayNames}. Thread-safe.
 */
final class DayMentions {
    static final int MAX_DAYS = 16;
    private static final Pattern CJK =
            Pattern.compile("(?:(\\d{4})\\s*[年년]\\s*)?(\\d{1,2})\\s*[月월]\\s*(\\d{1,2})\\s*[日일]");
    /** Day, month and year; with slashes English has it in either order. */
    private static final Pattern POINTS =
            Pattern.compile("(?<![\\d.])(\\d{1,2})\\.(\\d{1,2})\\.(\\d{4})(?![\\d.]*\\d)");

    private static final int MIN_YEAR = 1900;
    private static final int MAX_YEAR = 2100;
    private static final int WEEK = 7;
    /** Between day and month, month and year: "12 de septiembre de 2026", "tháng 9 năm 2026". */
    private static final Set<String> LINKS = Set.of("de", "năm");

    private final DayNames names;

    DayMentions(String language) {
        this.names = new DayNames(language);
    }

    KeySet of(List<Token> tokens, String text, EventTime time) {
        var days = new TreeSet<Integer>();
        @Nullable
        LocalDate published = time.known() ? LocalDate.ofEpochDay(Math.floorDiv(time.ms(), 86_400_000L)) : null;
        for (int i = 0; i < tokens.size() && days.size() < MAX_DAYS; i++) {
            DayName month = names.month(tokens, i);
            DayName weekday = month == null ? names.weekday(tokens, i) : null;
            if (month != null) {
                besideMonth(tokens, i, month, published, days);
            } else if (weekday != null && published != null) {
                days.add(day(weekday, names.isAhead(tokens, i, weekday), published));
            } else if (weekday == null && year(tokens, i) > 0) {
                add(year(tokens, i), number(tokens, i + 1), number(tokens, i + 2), published, days);
            }
        }
        Matcher cjk = CJK.matcher(text);
        while (days.size() < MAX_DAYS && cjk.find()) {
            int year = cjk.group(1) == null ? 0 : Integer.parseInt(cjk.group(1));
            add(year, Integer.parseInt(cjk.group(2)), Integer.parseInt(cjk.group(3)), published, days);
        }
        Matcher points = POINTS.matcher(text);
        while (days.size() < MAX_DAYS && points.find()) {
            int year = Integer.parseInt(points.group(3));
            if (year >= MIN_YEAR && year <= MAX_YEAR) {
                add(year, Integer.parseInt(points.group(2)), Integer.parseInt(points.group(1)), published, days);
            }
        }
        return KeySet.of(days.stream().mapToInt(Integer::intValue).toArray());
    }

    /** The day of publication is neither the last week's nor the next one's. */
    private static int day(DayName weekday, boolean ahead, LocalDate published) {
        int back = Math.floorMod(published.getDayOfWeek().getValue() - weekday.value(), WEEK);
        return (int)
                published.minusDays(back).plusDays(ahead && back > 0 ? WEEK : 0).toEpochDay();
    }

    private void besideMonth(
            List<Token> tokens, int at, DayName month, @Nullable LocalDate published, Set<Integer> days) {
        int behind = at + month.length();
        int before = number(tokens, linked(tokens, at - 1) ? at - 2 : at - 1);
        int after = number(tokens, behind);
        if (before >= 1 && before <= 31) {
            add(year(tokens, linked(tokens, behind) ? behind + 1 : behind), month.value(), before, published, days);
        } else if (after >= 1 && after <= 31) {
            add(year(tokens, behind + 1), month.value(), after, published, days);
        }
    }

    private static boolean linked(List<Token> tokens, int at) {
        return at >= 0 && at < tokens.size() && LINKS.contains(tokens.get(at).form());
    }

    private static void add(int year, int month, int day, @Nullable LocalDate published, Set<Integer> days) {
        if (month < 1 || month > 12 || day < 1 || (year == 0 && published == null)) {
            return;
        }
        try {
            LocalDate named = LocalDate.of(year > 0 || published == null ? year : published.getYear(), month, day);
            days.add((int) (year > 0 || published == null ? named : nearest(named, published)).toEpochDay());
        } catch (DateTimeException e) {
            return; // 31 June: figures that are no day
        }
    }

    private static LocalDate nearest(LocalDate named, LocalDate published) {
        long ahead = named.toEpochDay() - published.toEpochDay();
        return ahead > 183 ? named.minusYears(1) : ahead < -183 ? named.plusYears(1) : named;
    }

    private static int year(List<Token> tokens, int at) {
        int number = number(tokens, at);
        return number >= MIN_YEAR && number <= MAX_YEAR && tokens.get(at).form().length() == 4 ? number : 0;
    }

    /** The whole number at the place, 0 for anything else; ordinals ("12th") count. */
    private static int number(List<Token> tokens, int at) {
        if (at < 0 || at >= tokens.size()) {
            return 0;
        }
        String form = tokens.get(at).form();
        int digits = 0;
        while (digits < form.length() && form.charAt(digits) >= '0' && form.charAt(digits) <= '9') {
            digits++;
        }
        boolean plain = digits > 0 && digits <= 4 && form.length() - digits <= 2 && form.indexOf('.') < 0;
        return plain ? Integer.parseInt(form.substring(0, digits)) : 0;
    }
}
