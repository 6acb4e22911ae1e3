package newsloom.cleaner.extract;

/**
 * What the characters of a text tell without its words: one pass, computed once a block.
 *
 * @param chars characters without white space
 * @param words words; a word of a script without spaces counts as two characters
 * @param capitalised words that begin with a capital letter
 * @param digits digits
 * @param commas commas of any script
 * @param sentenceEnd whether the last letter is followed by a full stop, question mark or the like
 * @param unspaced whether most letters belong to a script that sets no spaces between words
 */
record TextShape(int chars, int words, int capitalised, int digits, int commas, boolean sentenceEnd, boolean unspaced) {

    private static final int CHARS_PER_UNSPACED_WORD = 2;
    private static final int MAX_CREDIT_CHARS = 50;

    static TextShape of(String text) {
        int chars = 0;
        int words = 0;
        int capitalised = 0;
        int digits = 0;
        int commas = 0;
        int unspacedChars = 0;
        boolean inWord = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == ' ' || Character.isWhitespace(c)) {
                inWord = false;
                continue;
            }
            chars++;
            if (unspaced(c)) {
                unspacedChars++;
                inWord = false;
            } else if (Character.isLetterOrDigit(c)) {
                if (!inWord) {
                    words++;
                    inWord = true;
                    if (Character.isUpperCase(c)) {
                        capitalised++;
                    }
                }
                if (Character.isDigit(c)) {
                    digits++;
                }
            } else if (c == ',' || c == '、' || c == ',' || c == '،') {
                commas++;
            }
        }
        boolean mostlyUnspaced = unspacedChars * 2 > chars;
        return new TextShape(
                chars,
                words + (unspacedChars + CHARS_PER_UNSPACED_WORD - 1) / CHARS_PER_UNSPACED_WORD,
                capitalised,
                digits,
                commas,
                endsSentence(text),
                mostlyUnspaced);
    }

    /** Running text: long enough for a sentence, and ends like one. */
    boolean sentence() {
        return sentenceEnd && (chars >= 50 || (unspaced && chars >= 20));
    }

    /** How much this text weighs beside others: characters, those of dense scripts counted three times. */
    int weight() {
        return unspaced ? chars * 3 : chars;
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
            if (".!?。!?…।۔؟:;".indexOf(c) >= 0) {
                return c != ';';
            }
            if (Character.isLetterOrDigit(c)) {
                return false;
            }
        }
        return false;
    }

    private static boolean unspaced(char c) {
        return (c >= '\u0e00' && c <= '\u0eff')
                || (c >= '\u1000' && c <= '\u109f')
                || (c >= '\u1780' && c <= '\u17ff')
                || (c >= '\u3040' && c <= '\u30ff')
                || (c >= '\u3400' && c <= '\u4dbf')
                || (c >= '\u4e00' && c <= '\u9fff');
    }
}
