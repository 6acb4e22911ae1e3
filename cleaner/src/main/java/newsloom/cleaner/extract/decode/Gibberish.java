package newsloom.cleaner.extract.decode;

import java.lang.Character.UnicodeScript;
import java.nio.charset.Charset;

/**
 * Signs that a text was read in a charset that is not its own. Writing has habits that hold in every language: Latin letters with accents stand among plain ones, and letters of
 * other scripts do not stand within Latin words.
 */
final class Gibberish {

    private static final int MIN_LETTERS = 12;
    private static final double MOST = 0.6;

    private int accented;
    private int accentedTogether;
    private int otherScript;
    private int otherInLatinWord;

    private Gibberish() {}

    /** Whether these bytes make no sense in this charset; false where there are too few letters beyond ASCII to tell. */
    static boolean is(byte[] bytes, Charset charset) {
        return is(new String(bytes, charset));
    }

    /** Whether the text can hardly be what was written. */
    static boolean is(String text) {
        Gibberish signs = new Gibberish();
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) >= 0x80 && Character.isLetter(text.charAt(i))) {
                signs.letter(text, i);
            }
        }
        return signs.outweigh();
    }

    private void letter(String text, int at) {
        char c = text.charAt(at);
        char before = at > 0 ? text.charAt(at - 1) : ' ';
        char after = at + 1 < text.length() ? text.charAt(at + 1) : ' ';
        if (UnicodeScript.of(c) == UnicodeScript.LATIN) {
            accented++;
            accentedTogether += foreign(before) || foreign(after) ? 1 : 0;
        } else {
            otherScript++;
            otherInLatinWord += asciiLetter(before) || asciiLetter(after) ? 1 : 0;
        }
    }

    private boolean outweigh() {
        boolean latin = accented >= MIN_LETTERS && accentedTogether > MOST * accented;
        boolean mixed = otherScript >= MIN_LETTERS && otherInLatinWord > MOST * otherScript;
        return latin || mixed;
    }

    /** A sign or letter beyond ASCII that does not stand beside letters as a matter of course: no quote, dash or space. */
    private static boolean foreign(char c) {
        if (c < 0x80) {
            return false;
        }
        return switch (Character.getType(c)) {
            case Character.INITIAL_QUOTE_PUNCTUATION,
                    Character.FINAL_QUOTE_PUNCTUATION,
                    Character.START_PUNCTUATION,
                    Character.DASH_PUNCTUATION,
                    Character.SPACE_SEPARATOR,
                    Character.NON_SPACING_MARK -> false;
            default -> true;
        };
    }

    private static boolean asciiLetter(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    }
}
