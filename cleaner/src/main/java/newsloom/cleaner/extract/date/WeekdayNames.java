package newsloom.cleaner.extract.date;

import java.time.DayOfWeek;
import java.time.format.TextStyle;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Names of the days of the week and their short forms in the languages of {@link MonthNames}, from the platform's own locale data (CLDR). */
public final class WeekdayNames {

    private static final List<TextStyle> STYLES =
            List.of(TextStyle.FULL, TextStyle.FULL_STANDALONE, TextStyle.SHORT, TextStyle.SHORT_STANDALONE);
    private static final Set<String> NAMES = MonthNames.LANGUAGES.stream()
            .map(Locale::forLanguageTag)
            .flatMap(language -> Stream.of(DayOfWeek.values())
                    .flatMap(day -> STYLES.stream().map(style -> day.getDisplayName(style, language))))
            .map(WeekdayNames::fold)
            .collect(Collectors.toUnmodifiableSet());

    private WeekdayNames() {}

    /** Whether the word is one. */
    public static boolean has(String word) {
        return NAMES.contains(fold(word));
    }

    private static String fold(String name) {
        return name.toLowerCase(Locale.ROOT).replace(".", "");
    }
}
