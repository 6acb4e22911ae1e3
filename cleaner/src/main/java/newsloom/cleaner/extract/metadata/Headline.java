package newsloom.cleaner.extract.metadata;

import newsloom.cleaner.extract.words.Names;
import newsloom.cleaner.extract.words.TextShape;

/**
 * The page's headline.
 *
 * @param text as a reader sees it, empty when none was found
 * @param block the block it stands in, or -1 when it is only known from the head of the page
 */
public record Headline(String text, int block) {

    public static final Headline NONE = new Headline("", -1);

    /** Whether a text only says the headline again. */
    public boolean saidAgainBy(String other) {
        if (text.isEmpty() || other.length() > text.length() * 2 + 20 || other.length() * 2 + 20 < text.length()) {
            return false;
        }
        return mayBeginAlike(other) && Names.fold(other).equals(Names.fold(text));
    }

    /** Whether the first letters do not tell them apart, as they do for nearly all texts; of ASCII ones only. */
    private boolean mayBeginAlike(String other) {
        char one = first(text);
        char another = first(other);
        return one >= 128 || another >= 128 || one == another;
    }

    /** The first letter or digit in lower case, or the first character beyond ASCII. */
    private static char first(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= 128 || TextShape.letterOrDigit(c)) {
                return Character.toLowerCase(c);
            }
        }
        return ' ';
    }
}
