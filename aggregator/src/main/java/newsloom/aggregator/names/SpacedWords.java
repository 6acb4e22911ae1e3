package newsloom.aggregator.names;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The words of a text in a script with spaces and without capitals. Linear in the text. */
final class SpacedWords {
    /** Letters with their marks; the marks of a Hebrew abbreviation and a hyphen stand inside, and what keeps two Persian letters unjoined. */
    private static final Pattern WORD =
            Pattern.compile("[\\p{L}\\p{M}\\p{Nd}\\u200c]++(?:['’\"״׳־-]\\p{L}[\\p{L}\\p{M}\\p{Nd}]*+)*+");

    private static final Pattern MARK_INSIDE = Pattern.compile("[’\"״׳]");
    private static final Pattern COMMA = Pattern.compile("[,،，] ");
    private static final Pattern SHORTENING = Pattern.compile("[.'’׳] ?");
    private static final Pattern SENTENCE_END = Pattern.compile("[.!?؟।۔\\n:\"“”«»]");
    private static final int MAX_SHORTENED = 5;

    private SpacedWords() {}

    /**
     * A word.
     *
     * @param text as it is written
     * @param form the same with one sort of mark inside
     * @param joined whether only a space stands between it and the word before, or the mark of a title that is cut short
     * @param behindComma whether a comma does
     * @param opens whether it is the first of a sentence or quotation
     */
    record Word(String text, String form, boolean joined, boolean behindComma, boolean opens) {}

    /** @param titles those that may be cut short */
    static List<Word> of(String text, Set<String> titles) {
        var words = new ArrayList<Word>();
        Matcher found = WORD.matcher(text);
        int end = 0;
        while (found.find()) {
            String gap = text.substring(end, found.start());
            String before = words.isEmpty() ? "" : words.get(words.size() - 1).form();
            boolean shortened = before.length() <= MAX_SHORTENED
                    && titles.contains(before)
                    && SHORTENING.matcher(gap).matches();
            words.add(new Word(
                    found.group(),
                    MARK_INSIDE.matcher(found.group()).replaceAll("'"),
                    !words.isEmpty() && (gap.equals(" ") || gap.equals("\u00a0") || shortened),
                    COMMA.matcher(gap).matches(),
                    words.isEmpty() || (!shortened && SENTENCE_END.matcher(gap).find())));
            end = found.end();
        }
        return words;
    }
}
