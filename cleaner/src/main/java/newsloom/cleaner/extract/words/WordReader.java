package newsloom.cleaner.extract.words;

/**
 * Reads the words of a text as hashes that are never 0, regardless of case; a character of a script without spaces is a word. Only the first 2 000 characters are read. Remembers the last text,
 * so that it is read once for several {@link WordSet}s. Not thread-safe.
 */
public final class WordReader {

    private static final int MAX_CHARS = 2_000;

    private String last = "";
    private int size;
    private int[] words = new int[64];

    /** Reads the text's words, in order; how many there are. */
    @SuppressWarnings("ReferenceEquality") // an equal one is read again, which costs less than to compare all
    int read(String text) {
        if (text != last) {
            readAgain(text);
            last = text;
        }
        return size;
    }

    /** A word of the text that was read last. */
    int word(int i) {
        return words[i];
    }

    private void readAgain(String text) {
        size = 0;
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
    }

    private static int small(char c) {
        if (c < 128) {
            return c >= 'A' && c <= 'Z' ? c + 32 : c;
        }
        return Character.toLowerCase(c);
    }
}
