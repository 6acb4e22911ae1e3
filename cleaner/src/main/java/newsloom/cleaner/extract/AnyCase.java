package newsloom.cleaner.extract;

import java.util.regex.Pattern;

/** Patterns of words in whatever case, of any script. */
final class AnyCase {

    private AnyCase() {}

    static Pattern pattern(String regex) {
        return Pattern.compile(regex, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    }
}
