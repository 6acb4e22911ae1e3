package newsloom.cleaner.extract.date;

import java.time.Month;
import java.time.format.TextStyle;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Month names and their short forms in the languages of the news, from the platform's own locale data (CLDR). */
final class MonthNames {

    /** Language tags. */
    static final List<String> LANGUAGES = List.of(
            "en", "de", "fr", "es", "it", "pt", "nl", "sv", "da", "nb", "fi", "pl", "cs", "sk", "hu", "ro", "tr", "id",
            "ms", "hr", "sl", "sr", "bs", "lt", "lv", "et", "ca", "ru", "uk", "bg", "el", "ar", "fa", "he", "hi", "mr",
            "bn", "ur", "sq", "is", "th", "ka", "az", "gl", "eu", "af", "sw", "hy", "mk", "be", "kk", "uz", "ta", "te",
            "ml", "kn", "gu", "pa", "ne", "si", "my", "km", "lo", "am", "ga", "cy", "mt", "fil", "ps", "ar-SY", "ar-DZ",
            "ar-MA");

    private static final List<TextStyle> STYLES =
            List.of(TextStyle.FULL, TextStyle.FULL_STANDALONE, TextStyle.SHORT, TextStyle.SHORT_STANDALONE);
    /** What short forms end with, or have between their parts. */
    private static final Pattern POINTS = Pattern.compile("[.׳॰]");

    private static final Map<String, String> SLOVENIAN = Map.ofEntries(
            Map.entry("januar", "januarja"),
            Map.entry("februar", "februarja"),
            Map.entry("marec", "marca"),
            Map.entry("april", "aprila"),
            Map.entry("maj", "maja"),
            Map.entry("junij", "junija"),
            Map.entry("julij", "julija"),
            Map.entry("avgust", "avgusta"),
            Map.entry("september", "septembra"),
            Map.entry("oktober", "oktobra"),
            Map.entry("november", "novembra"),
            Map.entry("december", "decembra"));
    private static final Map<String, Integer> MONTHS = read();

    private MonthNames() {}

    private static Map<String, Integer> read() {
        Map<String, Integer> months = new HashMap<>();
        for (String language : LANGUAGES) {
            for (Month month : Month.values()) {
                for (TextStyle style : STYLES) {
                    String name = fold(month.getDisplayName(style, Locale.forLanguageTag(language)));
                    if (name.length() >= 2 && name.chars().allMatch(MonthNames::partOfName)) {
                        months.putIfAbsent(name, month.getValue());
                        String inDate = inDate(name, language);
                        if (inDate != null) {
                            months.putIfAbsent(inDate, month.getValue());
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

    /** What becomes of the name in "on 17 March", where CLDR has no such form. */
    private static @Nullable String inDate(String name, String language) {
        return switch (language) {
            case "he" -> "ב" + name;
            case "lv" ->
                name.endsWith("is")
                        ? name.substring(0, name.length() - 2) + "ī"
                        : name.endsWith("s") ? name.substring(0, name.length() - 1) + "ā" : null;
            case "et" -> name.endsWith("i") ? name + "l" : name + "il";
            case "sl" -> SLOVENIAN.get(name);
            default -> null;
        };
    }

    private static boolean partOfName(int c) {
        return c == ' '
                || Character.isLetter(c)
                || Character.getType(c) == Character.NON_SPACING_MARK
                || Character.getType(c) == Character.COMBINING_SPACING_MARK;
    }

    private static String fold(String name) {
        return POINTS.matcher(name.toLowerCase(Locale.ROOT)).replaceAll("");
    }

    /** 1 to 12, or 0 when the word is no month. */
    static int month(String word) {
        return MONTHS.getOrDefault(fold(word), 0);
    }
}
