package newsloom.text.tokens;

import java.lang.Character.UnicodeScript;
import java.util.ArrayList;
import java.util.List;

/**
 * Cuts a text into words for comparing, not for reading: compatibility forms are unified (NFKC), everything is in lower
 * case, apostrophes vanish inside a word ({@code don't} and {@code don’t} are {@code dont}), a decimal or grouped number stays
 * whole ({@code 5.65}, {@code 1,000}), digits of every script become ASCII digits, and all other marks part words.
 *
 * <p>Scripts written without spaces (Han, kana, Thai, Lao, Khmer, Burmese) give the overlapping pairs of characters of each
 * run: {@code 北京新闻} is {@code 北京 京新 新闻}. That needs no dictionary and keeps every shared run of text a shared run of words.
 *
 * <p>Stateless, so safe for any thread; linear in the text.
 */
public final class Words {
    private Words() {}

    /** Receives one word; the characters are valid during the call only. */
    @FunctionalInterface
    public interface Sink {
        /**
         * One word.
         *
         * @param buffer holds the word from index 0
         * @param length characters of the word, 1 to {@value WordCutter#MAX_WORD}
         * @param pair whether it is a pair of characters of a script without spaces; two of them make about one word
         */
        void word(char[] buffer, int length, boolean pair);
    }

    /** The words in order; may be empty. */
    public static List<String> of(String text) {
        var words = new ArrayList<String>();
        each(text, (buffer, length, pair) -> words.add(new String(buffer, 0, length)));
        return words;
    }

    /** Hands over the words in order without making a string of each. */
    public static void each(String text, Sink sink) {
        var cutter = new WordCutter(sink);
        var plain = CompatibilityForm.of(text);
        int length = plain.length();
        for (int i = 0; i < length; ) {
            int c = plain.codePointAt(i);
            i += Character.charCount(c);
            cutter.accept(c, i < length ? plain.charAt(i) : ' ');
        }
        cutter.end();
    }

    /** Whether a script writes its words without spaces between them. */
    static boolean unspaced(int codePoint) {
        if (codePoint < 0x0E00) {
            return false;
        }
        UnicodeScript script = UnicodeScript.of(codePoint);
        return switch (script) {
            case HAN, HIRAGANA, KATAKANA, THAI, LAO, KHMER, MYANMAR -> true;
            default -> codePoint == 0x30FC; // the long-vowel mark belongs to both kana
        };
    }
}
