package newsloom.cleaner.extract;

import java.time.Month;
import java.time.format.TextStyle;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Month names and their short forms in the languages of the news, from the platform's own locale data (CLDR). */
final class MonthNames {

    private static final List<String> LANGUAGES = List.of(
            "en", "de", "fr", "es", "it", "pt", "nl", "sv", "da", "nb", "fi", "pl", "cs", "sk", "hu", "ro", "tr", "id",
            "ms", "hr", "sl", "sr", "bs", "lt", "lv", "et", "ca", "ru", "uk", "bg", "el", "ar", "fa", "he", "hi", "mr",
            "bn", "ur", "sq", "is", "th", "ka", "az", "gl", "eu", "af", "sw");
    private static final List<TextStyle> STYLES =
            List.of(TextStyle.FULL, TextStyle.FULL_STANDALONE, TextStyle.SHORT, TextStyle.SHORT_STANDALONE);
    private static final Map<String, Integer> MONTHS = read();

    private MonthNames() {}

    private static Map<String, Integer> read() {
        Map<String, Integer> months = new HashMap<>();
        for (String language : LANGUAGES) {
            for (Month month : Month.values()) {
                for (TextStyle style : STYLES) {
                    String name = fold(month.getDisplayName(style, Locale.forLanguageTag(language)));
                    if (name.length() >= 3 && name.chars().allMatch(MonthNames::partOfWord)) {
                        months.putIfAbsent(name, month.getValue());
                        if (language.equals("he")) {
                            months.putIfAbsent("ב" + name, month.getValue()); // in a date: "of March", one word
                        }
                    }
                }
            }
        }
        Map.of(
                        "sept",
                        9,
                        "janv",
                        1,
                        "févr",
                        2,
                        "juil",
                        7,
                        "marz",
                        3,
                        "märz",
                        3,
                        "mrz",
                        3,
                        "jänner",
                        1,
                        "feber",
                        2,
                        "setiembre",
                        9)
                .forEach(months::putIfAbsent);
        return Map.copyOf(months);
    }

    private static boolean partOfWord(int c) {
        return Character.isLetter(c)
                || Character.getType(c) == Character.NON_SPACING_MARK
                || Character.getType(c) == Character.COMBINING_SPACING_MARK;
    }

    private static String fold(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return lower.endsWith(".") ? lower.substring(0, lower.length() - 1) : lower;
    }

    /** 1 to 12, or 0 when the word is no month. */
    static int month(String word) {
        return MONTHS.getOrDefault(fold(word), 0);
    }
}
