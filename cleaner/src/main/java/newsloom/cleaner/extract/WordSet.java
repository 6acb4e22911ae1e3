package newsloom.cleaner.extract;

/**
 * The words of a short text as hashes, to ask how much of another text they make up. Case and punctuation do not count; a character of a script without
 * spaces is a word. Two words with one hash are taken for the same. Reads into an array of its own, so not thread-safe.
 */
final class WordSet {

    private static final int MAX_CHARS = 2_000;

    /** Open addressing, half empty at least; 0 where no word is. */
    private final int[] table;

    private final boolean empty;
    private int[] words = new int[64];

    private WordSet(String text) {
        int size = read(text);
        this.empty = size == 0;
        this.table = new int[Math.max(2, Integer.highestOneBit(size) * 4)];
        for (int i = 0; i < size; i++) {
            table[slot(words[i])] = words[i];
        }
    }

    static WordSet of(String text) {
        return new WordSet(text);
    }

    /** Share of the text's words that are in this set, 0 to 1. */
    double shareOf(String text) {
        if (empty) {
            return 0;
        }
        int size = read(text);
        int found = 0;
        for (int i = 0; i < size; i++) {
            found += table[slot(words[i])] == 0 ? 0 : 1;
        }
        return size == 0 ? 0 : (double) found / size;
    }

    /** Where the word stands, or where it would. */
    private int slot(int word) {
        int slot = ((word * 0x9E3779B9) >>> 16) & (table.length - 1); // the golden ratio spreads the bits
        while (table[slot] != 0 && table[slot] != word) {
            slot = (slot + 1) & (table.length - 1);
        }
        return slot;
    }

    /** Fills {@link #words} with the text's words, in order and never 0; how many there are. */
    private int read(String text) {
        int size = 0;
        int hash = 0;
        int end = Math.min(text.length(), MAX_CHARS);
        if (words.length < end + 1) {
            words = new int[end + 1];
        }
        for (int i = 0; i < end; i++) {
            char c = text.charAt(i);
            boolean alone = TextShape.unspaced(c);
            if (!alone && TextShape.letterOrDigit(c)) {
                hash = (hash * 31 + small(c)) | 1 << 16;
                continue;
            }
            if (hash != 0) {
                words[size++] = hash;
                hash = 0;
            }
            if (alone) {
                words[size++] = c;
            }
        }
        if (hash != 0) {
            words[size++] = hash;
        }
        return size;
    }

    private static int small(char c) {
        if (c < 128) {
            return c >= 'A' && c <= 'Z' ? c + 32 : c;
        }
        return Character.toLowerCase(c);
    }
}
