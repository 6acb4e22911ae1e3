package newsloom.cleaner.extract.notice;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import newsloom.cleaner.extract.words.ResourceLines;
import newsloom.cleaner.extract.words.TextShape;
import newsloom.cleaner.extract.words.WordNumbers;

/**
 * Set phrases of things around articles, in the languages that crawled news are mostly in. A phrase is looked for at the beginning of each of the
 * first words of a text, so the cost grows with the text and not with the table.
 */
@SuppressWarnings("EnumOrdinal") // bits are numbered by it
public enum Notices {
    /** Headings of what follows an article: related stories, comments, popular news. */
    AFTERWORD,
    /** Asks the reader to subscribe, sign in, donate, download, follow. */
    APPEAL,
    /** Says whose text it is or under which terms. */
    COPYRIGHT,
    /** Asks for consent. */
    CONSENT,
    /** Credits a picture or film. */
    CREDIT,
    /** Shares and prints. */
    SHARE,
    /** Says who wrote it or when. */
    BYLINE;

    private final String label = "says " + name().toLowerCase(Locale.ROOT);

    private static final int MAX_CHARS = 600;
    private static final WordNumbers FIRST_WORDS;
    /** By number of their first word. */
    private static final List<List<Phrase>> PHRASES;

    private record Phrase(String text, Notices kind) {}

    static {
        Map<String, List<Phrase>> byFirstWord = new LinkedHashMap<>();
        Notices kind = AFTERWORD;
        for (String line : ResourceLines.read(Notices.class, "notices.txt")) {
            if (line.startsWith("[")) {
                kind = valueOf(line.substring(1, line.length() - 1));
            } else {
                byFirstWord
                        .computeIfAbsent(line.substring(0, wordEnd(line, 0)), absent -> new ArrayList<>())
                        .add(new Phrase(line, kind));
            }
        }
        FIRST_WORDS = WordNumbers.of(byFirstWord.keySet());
        PHRASES = List.copyOf(byFirstWord.values());
    }

    /** The kinds of notice in a text, as bits by {@link #anywhere} and {@link #first}. */
    public static int in(String text) {
        String lower = (text.length() <= MAX_CHARS ? text : text.substring(0, MAX_CHARS))
                .toLowerCase(Locale.ROOT)
                .replace('’', '\'');
        int found = 0;
        boolean first = true;
        for (int start = 0; start < lower.length(); ) {
            int end = wordEnd(lower, start);
            int word = FIRST_WORDS.of(lower, start, end);
            for (Phrase phrase : word == WordNumbers.UNKNOWN ? List.<Phrase>of() : PHRASES.get(word)) {
                if (says(lower, start, phrase.text())) {
                    found |= phrase.kind().anywhere() | (first ? phrase.kind().first() : 0);
                    found |= first && phrase.text().length() >= lower.length() - 2
                            ? phrase.kind().whole()
                            : 0;
                }
            }
            char c = lower.charAt(start);
            first &= end == start + 1 && !TextShape.letterOrDigit(c) && c != '©' && c != 'ⓒ';
            start = end;
            while (start < lower.length() && lower.charAt(start) == ' ') {
                start++;
            }
        }
        return found;
    }

    private static boolean says(String text, int start, String phrase) {
        int end = start + phrase.length();
        return text.startsWith(phrase, start)
                && (end == text.length()
                        || !Character.isLetterOrDigit(text.charAt(end))
                        || Character.isIdeographic(text.charAt(end)));
    }

    /** Where the letters and digits end that begin here; behind one other character. */
    private static int wordEnd(String text, int start) {
        int end = start;
        while (end < text.length() && TextShape.letterOrDigit(text.charAt(end))) {
            end++;
        }
        return Math.max(end, start + 1);
    }

    /** Set when the text has the phrase anywhere. */
    public int anywhere() {
        return 1 << ordinal();
    }

    /** Set when the text begins with the phrase. */
    public int first() {
        return 1 << (ordinal() + 8);
    }

    /** Set when the text is the phrase and nothing else. */
    public int whole() {
        return 1 << (ordinal() + 16);
    }

    /** How much of a text is this notice, given the bits of the text: 0 nothing, 1 somewhere in it, 2 its beginning, 3 the whole. */
    public int howMuchOf(int bits) {
        return (bits & whole()) != 0 ? 3 : (bits & first()) != 0 ? 2 : (bits & anywhere()) != 0 ? 1 : 0;
    }

    /** Its name as a feature. */
    public String label() {
        return label;
    }
}
