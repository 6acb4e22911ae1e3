package newsloom.cleaner.extract.notice;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import newsloom.cleaner.extract.words.AnyCase;

/**
 * A pattern in whatever case that texts may begin with. Nearly all texts do not, and their first two letters tell: which two can begin no match is asked of the pattern once for all
 * pairs of ASCII letters. Immutable and thread-safe.
 */
public final class Opening {

    private static final int LETTERS = 26;

    private final Pattern pattern;
    /** By the first letter times {@value #LETTERS} and the second. */
    private final boolean[] possible = new boolean[LETTERS * LETTERS];

    /** An expression in any case that is matched at the beginning of texts. */
    public Opening(String regex) {
        this.pattern = AnyCase.pattern(regex);
        for (char first = 'a'; first <= 'z'; first++) {
            for (char second = 'a'; second <= 'z'; second++) {
                Matcher matcher = pattern.matcher(String.valueOf(new char[] {first, second}));
                boolean matches = matcher.lookingAt();
                possible[pair(first, second)] = matches || matcher.hitEnd(); // else no letter more would change it
            }
        }
    }

    /** Whether the text begins with the pattern. */
    public boolean begins(String text) {
        if (text.length() >= 2) {
            char first = small(text.charAt(0));
            char second = small(text.charAt(1));
            if (letter(first) && letter(second) && !possible[pair(first, second)]) {
                return false;
            }
        }
        return pattern.matcher(text).lookingAt();
    }

    private static int pair(char first, char second) {
        return (first - 'a') * LETTERS + second - 'a';
    }

    private static char small(char c) {
        return c >= 'A' && c <= 'Z' ? (char) (c + 'a' - 'A') : c;
    }

    private static boolean letter(char c) {
        return c >= 'a' && c <= 'z';
    }
}
