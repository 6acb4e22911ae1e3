package newsloom.cleaner.extract;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Text without characters that show nothing and only steer those who show it: control characters, what turns the direction of writing (U+202A to U+202E, U+2066 to
 * U+2069), byte order marks and halves of surrogate pairs. Marks that scripts need (joiners, left-to-right and right-to-left marks) stay. Line ends and tabs stay.
 * One pass; a text without such characters is returned as it is.
 */
final class VisibleText {

    private VisibleText() {}

    static String of(String text) {
        for (int at = 0; at < text.length(); at++) {
            if (steers(text, at)) {
                return without(text, at);
            }
        }
        return text;
    }

    static @Nullable String ofNullable(@Nullable String text) {
        return text == null ? null : of(text);
    }

    /** Each of them, those left out that hold nothing else. */
    static List<String> ofAll(List<String> texts) {
        return texts.stream()
                .map(VisibleText::of)
                .filter(text -> !text.isEmpty())
                .toList();
    }

    private static String without(String text, int first) {
        var visible = new StringBuilder(text.length()).append(text, 0, first);
        for (int at = first + 1; at < text.length(); at++) {
            if (!steers(text, at)) {
                visible.append(text.charAt(at));
            }
        }
        return visible.toString().strip();
    }

    private static boolean steers(String text, int at) {
        char c = text.charAt(at);
        if (c < '\u007f') {
            return c < ' ' && c != '\n' && c != '\t';
        }
        return c <= '\u009f'
                || (c >= '\u202a' && c <= '\u202e')
                || (c >= '\u2066' && c <= '\u2069')
                || c == '\ufeff'
                || (Character.isSurrogate(c) && !inPair(text, at));
    }

    private static boolean inPair(String text, int at) {
        return Character.isHighSurrogate(text.charAt(at))
                ? at + 1 < text.length() && Character.isLowSurrogate(text.charAt(at + 1))
                : at > 0 && Character.isHighSurrogate(text.charAt(at - 1));
    }
}
