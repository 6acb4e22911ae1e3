package newsloom.aggregator.story;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.time.format.TextStyle;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import newsloom.text.terms.Token;
import newsloom.text.terms.Tokenizer;
import newsloom.text.vectors.KeySet;
import org.jspecify.annotations.Nullable;

/**
 * The days a text names, as days since 1970: "12 September 2026", "September 12", "2026-09-12", "9月12日", and the names of weekdays,
 * which are taken for the last such day up to the publication. A day without a year is the one nearest to the publication;
 * where that is unknown only days with a year count. Month and weekday names are the platform's for the language. Thread-safe.
 */
final class DayMentions {
    static final int MAX_DAYS = 16;
    private static final Pattern CJK =
            Pattern.compile("(?:(\\d{4})\\s*[年년]\\s*)?(\\d{1,2})\\s*[月월]\\s*(\\d{1,2})\\s*[日일]");
    private static final int MIN_YEAR = 1900;
    private static final int MAX_YEAR = 2100;
    /** Between day and month, month and year: "12 de septiembre de 2026". */
    private static final String LINK = "de";

    private final Map<String, Integer> months = new HashMap<>();
    private final Map<String, DayOfWeek> weekdays = new HashMap<>();

    DayMentions(String language) {
        Locale locale = Locale.forLanguageTag(language);
        var tokenizer = new Tokenizer(language);
        for (Month month : Month.values()) {
            for (TextStyle style : TextStyle.values()) {
                only(tokenizer, month.getDisplayName(style, locale), form -> months.put(form, month.getValue()));
            }
        }
        for (DayOfWeek day : DayOfWeek.values()) {
            only(tokenizer, day.getDisplayName(TextStyle.FULL, locale), form -> weekdays.put(form, day));
        }
    }

    private static void only(Tokenizer tokenizer, String name, java.util.function.Consumer<String> put) {
        List<Token> tokens = tokenizer.tokens(name);
        if (tokens.size() == 1
                && !tokens.get(0).isNumber()
                && tokens.get(0).form().length() > 1) {
            put.accept(tokens.get(0).form());
        }
    }

    KeySet of(List<Token> tokens, String text, EventTime time) {
        var days = new TreeSet<Integer>();
        @Nullable
        LocalDate published = time.known() ? LocalDate.ofEpochDay(Math.floorDiv(time.ms(), 86_400_000L)) : null;
        for (int i = 0; i < tokens.size() && days.size() < MAX_DAYS; i++) {
            Token token = tokens.get(i);
            DayOfWeek weekday = weekdays.get(token.form());
            if (months.containsKey(token.form())) {
                besideMonth(tokens, i, published, days);
            } else if (weekday != null && published != null) {
                days.add((int) published
                        .minusDays(Math.floorMod(published.getDayOfWeek().getValue() - weekday.getValue(), 7))
                        .toEpochDay());
            } else if (year(tokens, i) > 0) {
                add(year(tokens, i), number(tokens, i + 1), number(tokens, i + 2), published, days);
            }
        }
        Matcher cjk = CJK.matcher(text);
        while (days.size() < MAX_DAYS && cjk.find()) {
            int year = cjk.group(1) == null ? 0 : Integer.parseInt(cjk.group(1));
            add(year, Integer.parseInt(cjk.group(2)), Integer.parseInt(cjk.group(3)), published, days);
        }
        return KeySet.of(days.stream().mapToInt(Integer::intValue).toArray());
    }

    private void besideMonth(List<Token> tokens, int at, @Nullable LocalDate published, Set<Integer> days) {
        int month = months.getOrDefault(tokens.get(at).form(), 0);
        int before = number(tokens, linked(tokens, at - 1) ? at - 2 : at - 1);
        int after = number(tokens, at + 1);
        if (before >= 1 && before <= 31) {
            add(year(tokens, linked(tokens, at + 1) ? at + 2 : at + 1), month, before, published, days);
        } else if (after >= 1 && after <= 31) {
            add(year(tokens, at + 2), month, after, published, days);
        }
    }

    private static boolean linked(List<Token> tokens, int at) {
        return at >= 0 && at < tokens.size() && tokens.get(at).form().equals(LINK);
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
