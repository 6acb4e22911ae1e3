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

    private final Set<String> forms = new HashSet<>();

    public CalendarWords(String language) {
        Locale locale = Locale.forLanguageTag(language);
        var tokenizer = new Tokenizer(language);
        for (TextStyle style : STYLES) {
            for (Month month : Month.values()) {
                add(tokenizer, month.getDisplayName(style, locale));
            }
            for (DayOfWeek day : DayOfWeek.values()) {
                add(tokenizer, day.getDisplayName(style, locale));
            }
        }
    }

    private void add(Tokenizer tokenizer, String name) {
        for (Token token : tokenizer.tokens(name)) {
            if (!token.isNumber() && token.form().length() > 1) {
                forms.add(token.form());
            }
        }
    }

    /** Whether the token is the name of a month or weekday. */
    public boolean contains(Token token) {
        return forms.contains(token.form());
    }
}
