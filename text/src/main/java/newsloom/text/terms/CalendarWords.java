package newsloom.text.terms;

import java.time.DayOfWeek;
import java.time.Month;
import java.time.format.TextStyle;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Names of months and weekdays of a language, from the locale data of the platform, folded as {@link Tokenizer} folds. Words
 * that turn up only as "March" and "may" do count as calendar words. Immutable.
 */
public final class CalendarWords {
    private static final List<TextStyle> STYLES =
            List.of(TextStyle.FULL, TextStyle.FULL_STANDALONE, TextStyle.SHORT, TextStyle.SHORT_STANDALONE);

    /** Genitives of Greek weekdays, Monday first: capitals, so they look like names, and the platform has no genitives. */
    private static final List<String> GREEK =
            List.of("Δευτέρας", "Τρίτης", "Τετάρτης", "Πέμπτης", "Παρασκευής", "Σαββάτου", "Κυριακής");

    private final Set<String> forms = new HashSet<>();
    private final Set<String> months = new HashSet<>();
    private final boolean capital;

    public CalendarWords(String language) {
        Locale locale = Locale.forLanguageTag(language);
        var tokenizer = new Tokenizer(language);
        for (TextStyle style : STYLES) {
            for (Month month : Month.values()) {
                add(tokenizer, month.getDisplayName(style, locale), months);
            }
            for (DayOfWeek day : DayOfWeek.values()) {
                add(tokenizer, day.getDisplayName(style, locale), forms);
            }
        }
        for (DayOfWeek day : DayOfWeek.values()) {
            genitives(language, day).forEach(genitive -> add(tokenizer, genitive, forms));
        }
        forms.addAll(months);
        String monday = DayOfWeek.MONDAY.getDisplayName(TextStyle.FULL, locale);
        this.capital = Character.isUpperCase(monday.codePointAt(0));
    }

    /** Forms of a weekday in a sentence that the platform's locale data lack; none for most languages. */
    public static List<String> genitives(String language, DayOfWeek day) {
        return language.equals("el") ? List.of(GREEK.get(day.getValue() - 1)) : List.of();
    }

    private static void add(Tokenizer tokenizer, String name, Set<String> to) {
        for (Token token : tokenizer.tokens(name)) {
            if (!token.isNumber() && token.form().length() > 1) {
                to.add(token.form());
            }
        }
    }

    /** Whether the language writes them with a capital. */
    public boolean areCapital() {
        return capital;
    }

    /** Whether the token is the name of a month. */
    public boolean isMonth(Token token) {
        return months.contains(token.form());
    }

    /** Whether the token is the name of a month or weekday. */
    public boolean contains(Token token) {
        return forms.contains(token.form());
    }
}
