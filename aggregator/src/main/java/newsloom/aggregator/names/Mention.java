package newsloom.aggregator.names;

import java.util.List;
import newsloom.aggregator.names.Words.Word;

/**
 * One place at which a text writes what may be a name.
 *
 * @param words of it, particles included; at least one
 * @param sure whether its capitals say something: a single word at the start of a sentence is not
 * @param titled whether a title stands before it, or an age behind it
 * @param speaks whether a word of speech stands beside it
 * @param located whether it stands behind a preposition of place
 * @param determined whether an article or a number stands before it, where nouns have capitals
 * @param articled whether an article stands before it that people's names have none of
 */
record Mention(
        List<Word> words,
        boolean sure,
        boolean titled,
        boolean speaks,
        boolean located,
        boolean determined,
        boolean articled) {

    String text() {
        var text = new StringBuilder(words.get(0).text());
        String possessive = words.get(0).possessive();
        for (Word word : words.subList(1, words.size())) {
            text.append(possessive).append(' ').append(word.elided()).append(word.text());
            possessive = word.possessive();
        }
        return text.toString();
    }

    String first() {
        return words.get(0).lower();
    }

    String last() {
        return words.get(words.size() - 1).lower();
    }

    /** Where the first particle stands; the number of words where there is none. */
    int particle() {
        return Words.particle(words);
    }
}
