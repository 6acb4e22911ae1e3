package newsloom.aggregator.story.sketch;

import java.time.DayOfWeek;
import java.time.Month;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import newsloom.aggregator.names.WordLists;
import newsloom.text.terms.CalendarWords;
import newsloom.text.terms.Token;
import newsloom.text.terms.Tokenizer;
import org.jspecify.annotations.Nullable;

/**
 * What a language calls months and weekdays, as runs of tokens: {@code September}, {@code segunda-feira}, {@code 土曜日}. The names are the platform's, also those of
 * countries that have others (Jänner, أيلول); forms that it does not know and the words that tell a coming day from one that is over are in
 * {@code days.txt}. Immutable.
 */
final class DayNames {
    private static final Map<String, Set<String>> LISTS = WordLists.read(DayNames.class, "days.txt");
    private static final Map<String, List<String>> COUNTRIES =
            Map.of("ar", List.of("ar-SY", "ar-DZ"), "de", List.of("de-AT"));

    private final Map<String, List<DayName>> months = new HashMap<>();
    private final Map<String, List<DayName>> weekdays = new HashMap<>();
    private final Set<String> ahead;
    private final Set<String> past;

    /**
     * A name in a text.
     *
     * @param value number of the month or weekday, from 1
     * @param forms tokens it consists of, at least one
     */
    record DayName(int value, List<String> forms) {
        int length() {
            return forms.size();
        }
    }

    DayNames(String language) {
        this.ahead = LISTS.getOrDefault("ahead " + language, Set.of());
        this.past = LISTS.getOrDefault("past " + language, Set.of());
        var tokenizer = new Tokenizer(language);
        var locales = new ArrayList<>(List.of(Locale.forLanguageTag(language)));
        COUNTRIES.getOrDefault(language, List.of()).forEach(tag -> locales.add(Locale.forLanguageTag(tag)));
        for (Locale locale : locales) {
            for (Month month : Month.values()) {
                for (TextStyle style : TextStyle.values()) {
                    add(months, month.getValue(), tokenizer.tokens(month.getDisplayName(style, locale)));
                }
            }
            for (DayOfWeek day : DayOfWeek.values()) {
                add(weekdays, day.getValue(), tokenizer.tokens(day.getDisplayName(TextStyle.FULL, locale)));
            }
        }
        for (DayOfWeek day : DayOfWeek.values()) {
            LISTS.getOrDefault(day.name().toLowerCase(Locale.ROOT) + " " + language, Set.of())
                    .forEach(name -> add(weekdays, day.getValue(), tokenizer.tokens(name)));
            CalendarWords.genitives(language, day)
                    .forEach(name -> add(weekdays, day.getValue(), tokenizer.tokens(name)));
        }
    }

    /** A single letter and a mere number name nothing. */
    private static void add(Map<String, List<DayName>> names, int value, List<Token> tokens) {
        List<String> forms = tokens.stream().map(Token::form).toList();
        if (!tokens.isEmpty() && !tokens.get(0).isNumber() && forms.get(0).length() > 1) {
            List<DayName> sameStart = names.computeIfAbsent(forms.get(0), form -> new ArrayList<>());
            sameStart.removeIf(name -> name.forms().equals(forms));
            sameStart.add(new DayName(value, forms));
        }
    }

    /** The month whose name begins there. */
    @Nullable
    DayName month(List<Token> tokens, int at) {
        return longest(months, tokens, at);
    }

    /** The weekday, likewise. */
    @Nullable
    DayName weekday(List<Token> tokens, int at) {
        return longest(weekdays, tokens, at);
    }

    private static @Nullable DayName longest(Map<String, List<DayName>> names, List<Token> tokens, int at) {
        DayName longest = null;
        for (DayName name : names.getOrDefault(tokens.get(at).form(), List.of())) {
            boolean longer = longest == null || name.length() > longest.length();
            longest = longer && stands(name, tokens, at) ? name : longest;
        }
        return longest;
    }

    private static boolean stands(DayName name, List<Token> tokens, int at) {
        for (int i = 0; i < name.length(); i++) {
            if (at + i >= tokens.size()
                    || !tokens.get(at + i).form().equals(name.forms().get(i))) {
                return false;
            }
        }
        return true;
    }

    /**
     * Whether a weekday is still to come: a word that looks ahead stands right behind it or before it in its sentence, without another weekday in between, and
     * none beside it that looks back.
     */
    boolean isAhead(List<Token> tokens, int at, DayName weekday) {
        int behind = at + weekday.length();
        if (ahead.isEmpty() || isIn(past, tokens, at, at - 1) || isIn(past, tokens, at, behind)) {
            return false;
        }
        boolean told = isIn(ahead, tokens, at, behind);
        for (int i = at - 1; i >= 0 && !told && isSameSentence(tokens, at, i) && weekday(tokens, i) == null; i--) {
            told = isIn(ahead, tokens, at, i);
        }
        return told;
    }

    private static boolean isIn(Set<String> words, List<Token> tokens, int of, int at) {
        return at >= 0
                && at < tokens.size()
                && isSameSentence(tokens, of, at)
                && words.contains(tokens.get(at).surface().toLowerCase(Locale.ROOT));
    }

    private static boolean isSameSentence(List<Token> tokens, int one, int other) {
        return tokens.get(one).sentence() == tokens.get(other).sentence();
    }
}
