package newsloom.aggregator.story.sketch;

import java.util.List;
import java.util.stream.Stream;
import newsloom.text.terms.CalendarWords;
import newsloom.text.terms.NumberWords;
import newsloom.text.terms.TermHash;
import newsloom.text.terms.Token;
import newsloom.text.vectors.KeySet;

/** A title taken apart: what a series repeats, and what it changes from one issue to the next: figures, in digits or as words, days and months. */
record TitleParts(KeySet shape, KeySet figures) {
    private static final int MAX_WORDS = 24;

    static TitleParts of(List<Token> title, CalendarWords calendar, NumberWords numbers) {
        var shape = Stream.<String>builder();
        var figures = Stream.<String>builder();
        for (Token token : title) {
            String form = numbers.inDigits(token).orElse(token.form());
            boolean figure = hasDigit(form) || calendar.contains(token);
            (figure ? figures : shape).accept(form);
        }
        return new TitleParts(hashes(shape.build()), hashes(figures.build()));
    }

    private static boolean hasDigit(String form) {
        return form.chars().anyMatch(Character::isDigit);
    }

    private static KeySet hashes(Stream<String> forms) {
        return KeySet.of(forms.mapToInt(TermHash::of).limit(MAX_WORDS).toArray());
    }
}
