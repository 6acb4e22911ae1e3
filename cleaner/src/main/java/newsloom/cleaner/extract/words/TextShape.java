package newsloom.cleaner.extract.words;

/**
 * What the characters of a text tell without its words: one pass, computed once a block.
 *
 * @param chars characters without white space
 * @param words words; in scripts without spaces, two ideographs or four letters count as one
 * @param capitalised words that begin with a capital letter
 * @param shortWords words of up to three letters that begin with a small one: mostly articles, prepositions and the like
 * @param digits digits
 * @param commas commas of any script
 * @param sentences ends of sentences, at least as far as full stops tell
 * @param sentenceEnd whether the last letter is followed by a full stop, question mark or the like
 * @param unspaced whether most letters belong to a script that sets no spaces between words
 * @param density how many letters of an alphabet a character says as much as, mostly: 3 for Chinese and Japanese, 2 for Korean, else 1
 */
public record TextShape(
        int chars,
        int words,
        int capitalised,
        int shortWords,
        int digits,
        int commas,
        int sentences,
        boolean sentenceEnd,
        boolean unspaced,
        int density) {

    private static final int CHARS_PER_IDEOGRAPHIC_WORD = 2;
    private static final int CHARS_PER_UNSPACED_WORD = 4;
    private static final int MIN_SENTENCE_CHARS = 50;
    private static final int MIN_UNSTOPPED_CHARS = 60;
    private static final int MAX_CREDIT_CHARS = 50;
    private static final String STOPS_BEYOND_ASCII = "…।۔؟։።။។";

    /** The shape of the text. Costs a pass over its characters. */
    public static TextShape of(String text) {
        int chars = 0;
        int words = 0;
        int capitalised = 0;
        int digits = 0;
        int commas = 0;
        int unspacedChars = 0;
        int ideographs = 0;
        int syllables = 0;
        int shortWords = 0;
        int sentences = 0;
        int letters = 0;
        boolean small = false;
        boolean inWord = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (space(c)) {
                shortWords += inWord && small && letters <= 3 ? 1 : 0;
                inWord = false;
                sentences += i > 0 && stop(text.charAt(i - 1)) ? 1 : 0;
                continue;
            }
            chars++;
            if (unspaced(c)) {
                unspacedChars++;
                ideographs += c >= '\u3040' ? 1 : 0;
                inWord = false;
            } else if (letterOrDigit(c)) {
                if (!inWord) {
                    words++;
                    inWord = true;
                    letters = 0;
                    small = Character.isLowerCase(c);
                    if (Character.isUpperCase(c)) {
                        capitalised++;
                    }
                }
                letters++;
                syllables += c >= '\uac00' && c <= '\ud7a3' ? 1 : 0;
                digits += digit(c) ? 1 : 0;
            } else if (c == '。' || c == '\uff01' || c == '\uff1f') {
                sentences++;
            } else if (c == ',' || c == '、' || c == ',' || c == '،') {
                commas++;
            }
        }
        boolean mostlyUnspaced = unspacedChars * 2 > chars;
        int alphabetic = unspacedChars - ideographs;
        boolean unstopped = alphabetic * 2 > chars && chars >= MIN_UNSTOPPED_CHARS; // Thai and Lao set no full stops
        return new TextShape(
                chars,
                words
                        + (ideographs + CHARS_PER_IDEOGRAPHIC_WORD - 1) / CHARS_PER_IDEOGRAPHIC_WORD
                        + (alphabetic + CHARS_PER_UNSPACED_WORD - 1) / CHARS_PER_UNSPACED_WORD,
                capitalised,
                shortWords,
                digits,
                commas,
                sentences + (!text.isEmpty() && stop(text.charAt(text.length() - 1)) ? 1 : 0),
                unstopped || endsSentence(text),
                mostlyUnspaced,
                ideographs * 2 > chars ? 3 : syllables * 2 > chars ? 2 : 1);
    }

    /** White space as {@link Character#isWhitespace(char)} says, told at once for what nearly all text is made of. */
    private static boolean space(char c) {
        return c == ' ' || ((c < ' ' || c >= '\u1680') && Character.isWhitespace(c));
    }

    /** As {@link Character#isLetterOrDigit(char)} says, told at once for ASCII. */
    public static boolean letterOrDigit(char c) {
        return c < 128
                ? (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9')
                : Character.isLetterOrDigit(c);
    }

    private static boolean digit(char c) {
        return c < 128 ? c >= '0' && c <= '9' : Character.isDigit(c);
    }

    private static boolean stop(char c) {
        return c == '.' || c == '!' || c == '?' || (c > '~' && STOPS_BEYOND_ASCII.indexOf(c) >= 0);
    }

    /** Running text: long enough for a sentence, and ends like one. */
    public boolean sentence() {
        return sentenceEnd && chars * density >= MIN_SENTENCE_CHARS;
    }

    /** How much this text weighs beside others: characters by their density. */
    public int weight() {
        return chars * density;
    }

    /** A credit in brackets behind the full stop ({@code … on Monday. (AFP)}) does not count; one of a picture ({@code (Photo: AFP)}) does. */
    private static boolean endsSentence(String text) {
        int end = text.length();
        if (end > 0 && (text.charAt(end - 1) == ')' || text.charAt(end - 1) == '\uff09')) {
            int bracket = Math.max(text.lastIndexOf('('), text.lastIndexOf('\uff08'));
            boolean credit = bracket > 0
                    && end - bracket <= MAX_CREDIT_CHARS
                    && text.indexOf(':', bracket) < 0
                    && endsSentence(text, bracket);
            return credit || endsSentence(text, end);
        }
        return endsSentence(text, end);
    }

    private static boolean endsSentence(String text, int end) {
        for (int i = end - 1; i >= 0 && i >= end - 4; i--) {
            char c = text.charAt(i);
            if (stop(c) || c == '。' || c == ':') {
                return true;
            }
            if (c == ';' || letterOrDigit(c)) {
                return false;
            }
        }
        return false;
    }

    /** Whether the character belongs to a script that sets no spaces between words. */
    public static boolean unspaced(char c) {
        return c >= '\u0e00' && unspacedBeyondThai(c);
    }

    private static boolean unspacedBeyondThai(char c) {
        return (c >= '\u0e00' && c <= '\u0eff')
                || (c >= '\u1000' && c <= '\u109f')
                || (c >= '\u1780' && c <= '\u17ff')
                || (c >= '\u3040' && c <= '\u30ff')
                || (c >= '\u3400' && c <= '\u4dbf')
                || (c >= '\u4e00' && c <= '\u9fff');
    }
}
