package newsloom.cleaner.extract.words;

import java.util.regex.Pattern;

/** Patterns of words in whatever case, of any script. */
public final class AnyCase {

    private AnyCase() {}

    /** The expression, compiled so that capitals and small letters of any script are the same. */
    public static Pattern pattern(String regex) {
        return Pattern.compile(regex, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    }
}
