package newsloom.cleaner.extract.words;

/**
 * The words of a short text, to ask how much of another text they make up. Case and punctuation do not count; a character of a script without spaces is a word. Two
 * words with one hash are taken for the same. Not thread-safe, as its reader is not.
 */
public final class WordSet {

    /** Open addressing, half empty at least; 0 where no word is. */
    private final int[] table;

    private final boolean empty;
    private final WordReader reader;

    private WordSet(String text, WordReader reader) {
        this.reader = reader;
        int size = reader.read(text);
        this.empty = size == 0;
        this.table = new int[Math.max(2, Integer.highestOneBit(size) * 4)];
        for (int i = 0; i < size; i++) {
            table[slot(reader.word(i))] = reader.word(i);
        }
    }

    /** The words of the text. */
    public static WordSet of(String text) {
        return of(text, new WordReader());
    }

    /** The words of the text; sets that are asked for the same texts in turn share the reader of those. */
    public static WordSet of(String text, WordReader reader) {
        return new WordSet(text, reader);
    }

    /** Share of the text's words that are in this set, 0 to 1. */
    public double shareOf(String text) {
        if (empty) {
            return 0;
        }
        int size = reader.read(text);
        int found = 0;
        for (int i = 0; i < size; i++) {
            found += table[slot(reader.word(i))] == 0 ? 0 : 1;
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
}
