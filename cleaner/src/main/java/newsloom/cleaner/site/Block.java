package newsloom.cleaner.site;

import newsloom.text.shingles.Hash64;
import newsloom.text.tokens.Words;

/**
 * A paragraph as the site memory knows it. Digits of a short line without a full stop are ornament ("12 comments", "Photo 3 of 7") and
 * all count as the same; in a sentence, and in a longer block, the numbers are the news, so there only the very same numbers make the
 * same block: a weekly market report keeps its sentences however little else changes in them.
 *
 * @param hash of the words in order
 * @param words how many; 0 for a line of marks, which is no block
 */
record Block(long hash, int words) {
    private static final int SHORT_WORDS = 12;
    private static final String SENTENCE_ENDS = ".!?…。！？।۔\"”»";

    static Block of(String paragraph) {
        long[] exactAndFolded = {0, 0};
        int[] words = {0};
        Words.each(paragraph, (buffer, length, pair) -> {
            long word = Hash64.of(buffer, length);
            exactAndFolded[0] = Hash64.append(exactAndFolded[0], word);
            if (words[0]++ < SHORT_WORDS) {
                boolean folded = fold(buffer, length);
                exactAndFolded[1] = Hash64.append(exactAndFolded[1], folded ? Hash64.of(buffer, length) : word);
            }
        });
        boolean ornament = words[0] <= SHORT_WORDS && !endsAsSentence(paragraph);
        return new Block(Hash64.mix(exactAndFolded[ornament ? 1 : 0]), words[0]);
    }

    /** Makes every digit a zero; returns whether there was any. */
    private static boolean fold(char[] buffer, int length) {
        boolean any = false;
        for (int i = 0; i < length; i++) {
            if (buffer[i] >= '0' && buffer[i] <= '9') {
                buffer[i] = '0';
                any = true;
            }
        }
        return any;
    }

    private static boolean endsAsSentence(String paragraph) {
        var text = paragraph.strip();
        return !text.isEmpty() && SENTENCE_ENDS.indexOf(text.charAt(text.length() - 1)) >= 0;
    }
}
