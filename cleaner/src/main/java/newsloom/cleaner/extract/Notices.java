package newsloom.cleaner.extract;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Set phrases of things around articles, in the languages that crawled news are mostly in. A phrase is looked for at the beginning of each of the
 * first words of a text, so the cost grows with the text and not with the table.
 */
@SuppressWarnings("EnumOrdinal") // bits are numbered by it
enum Notices {
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
    private static final Map<String, List<Phrase>> BY_FIRST_WORD = new HashMap<>();

    private record Phrase(String text, Notices kind) {}

    static {
        Notices kind = AFTERWORD;
        for (String line : ResourceLines.read("notices.txt")) {
            if (line.startsWith("[")) {
                kind = valueOf(line.substring(1, line.length() - 1));
            } else {
                BY_FIRST_WORD
                        .computeIfAbsent(firstWord(line, 0), absent -> new ArrayList<>())
                        .add(new Phrase(line, kind));
            }
        }
    }

    /** The kinds of notice in a text, as bits by {@link #anywhere} and {@link #first}. */
    static int in(String text) {
        String lower = (text.length() <= MAX_CHARS ? text : text.substring(0, MAX_CHARS))
                .toLowerCase(Locale.ROOT)
                .replace('’', '\'');
        int found = 0;
        boolean first = true;
        for (int start = 0; start < lower.length(); ) {
            String word = firstWord(lower, start);
            for (Phrase phrase : BY_FIRST_WORD.getOrDefault(word, List.of())) {
                if (says(lower, start, phrase.text())) {
                    found |= phrase.kind().anywhere() | (first ? phrase.kind().first() : 0);
                    found |= first && phrase.text().length() >= lower.length() - 2
                            ? phrase.kind().whole()
                            : 0;
                }
            }
            start += Math.max(1, word.length());
            while (start < lower.length() && lower.charAt(start) == ' ') {
                start++;
            }
            first &= word.length() == 1 && !Character.isLetterOrDigit(word.charAt(0)) && word.charAt(0) != '©';
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

    /** Letters, digits and inner apostrophes and hyphens from here; or one other character. */
    private static String firstWord(String text, int start) {
        int end = start;
        while (end < text.length() && Character.isLetterOrDigit(text.charAt(end))) {
            end++;
        }
        return text.substring(start, Math.max(end, Math.min(text.length(), start + 1)));
    }

    /** Set when the text has the phrase anywhere. */
    int anywhere() {
        return 1 << ordinal();
    }

    /** Set when the text begins with the phrase. */
    int first() {
        return 1 << (ordinal() + 8);
    }

    /** Set when the text is the phrase and nothing else. */
    int whole() {
        return 1 << (ordinal() + 16);
    }

    /** How much of a text is this notice, given the bits of the text: 0 nothing, 1 somewhere in it, 2 its beginning, 3 the whole. */
    int howMuchOf(int bits) {
        return (bits & whole()) != 0 ? 3 : (bits & first()) != 0 ? 2 : (bits & anywhere()) != 0 ? 1 : 0;
    }

    /** Its name as a feature. */
    String label() {
        return label;
    }
}
