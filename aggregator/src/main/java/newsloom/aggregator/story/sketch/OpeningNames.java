package newsloom.aggregator.story.sketch;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import newsloom.text.terms.CalendarWords;
import newsloom.text.terms.TermHash;
import newsloom.text.terms.TermTable;
import newsloom.text.terms.Token;
import newsloom.text.vectors.KeySet;

/**
 * The names in title and first sentences: whom and what place a report is about. Two reports on two fires share their words but not these, two on one
 * fire hardly ever do without. Months and weekdays are none.
 */
final class OpeningNames {
    private static final int MAX_NAMES = 24;

    /** A word that hardly any text has. */
    private static final double RARE = 0.8;

    private OpeningNames() {}

    /**
     * Names of an article, by the keys of {@link NameCounts#nameKey}. Capitals at the start of a sentence count for words that are names within one, or rare ones that the title has, too, and
     * nobody writes small. Those of the title, where everything may have one, count for words that are names in the text, and all of them where there is
     * hardly any text.
     */
    static KeySet of(
            List<Token> title, List<Token> opening, List<Token> text, CalendarWords calendar, TermTable table) {
        Set<String> names = forms(text.stream().filter(token -> isName(token, calendar) && !token.opening()));
        names.addAll(neverSmall(title, text, calendar, table));
        boolean titleOnly = NameCounts.isTitleOnly(text.size());
        Stream<Token> titled =
                title.stream().filter(token -> isName(token, calendar) && (titleOnly || names.contains(token.form())));
        Stream<Token> opened = opening.stream().filter(token -> token.capital() && names.contains(token.form()));
        return KeySet.of(Stream.concat(titled, opened)
                .mapToInt(token -> NameCounts.nameKey(token.form()))
                .distinct()
                .limit(MAX_NAMES)
                .toArray());
    }

    /** A firm that begins its sentences and stands in the title: "Harnesk said". Such words are rare, where "Firefighters" are not. */
    private static Set<String> neverSmall(
            List<Token> title, List<Token> text, CalendarWords calendar, TermTable table) {
        Set<String> both = forms(title.stream().filter(token -> isName(token, calendar)));
        both.retainAll(forms(text.stream().filter(token -> isName(token, calendar))));
        both.removeAll(forms(Stream.concat(title.stream(), text.stream()).filter(token -> !token.capital())));
        both.removeIf(form -> table.rarity(TermHash.of(form)) < RARE);
        return both;
    }

    private static Set<String> forms(Stream<Token> tokens) {
        return tokens.map(Token::form).collect(Collectors.toCollection(HashSet::new));
    }

    private static boolean isName(Token token, CalendarWords calendar) {
        return token.capital() && !token.isNumber() && !calendar.contains(token);
    }
}
