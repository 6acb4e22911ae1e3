package newsloom.aggregator.story;

import java.util.List;
import java.util.function.Predicate;
import newsloom.text.terms.CalendarWords;
import newsloom.text.terms.TermHash;
import newsloom.text.terms.Token;
import newsloom.text.vectors.KeySet;

/** A title taken apart: what a series repeats, and what it changes from one issue to the next. */
record TitleParts(KeySet shape, KeySet figures) {
    private static final int MAX_WORDS = 24;

    static TitleParts of(List<Token> title, CalendarWords calendar) {
        Predicate<Token> figure = token -> hasDigit(token.form()) || calendar.contains(token);
        return new TitleParts(hashes(title, figure.negate()), hashes(title, figure));
    }

    private static boolean hasDigit(String form) {
        return form.chars().anyMatch(Character::isDigit);
    }

    private static KeySet hashes(List<Token> title, Predicate<Token> which) {
        return KeySet.of(title.stream()
                .filter(which)
                .mapToInt(token -> TermHash.of(token.form()))
                .limit(MAX_WORDS)
                .toArray());
    }
}
