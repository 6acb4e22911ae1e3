package newsloom.cleaner.extract;

import java.util.Arrays;
import java.util.function.IntConsumer;

/**
 * The words of a short text as hashes, to ask how much of another text they make up. Case and punctuation do not count; a character of a script without
 * spaces is a word. Two words with one hash are taken for the same. Counts within itself, so not thread-safe.
 */
final class WordSet {

    private static final int MAX_CHARS = 2_000;

    private final int[] hashes;
    private int found;
    private int read;

    private WordSet(int[] hashes) {
        this.hashes = hashes;
    }

    static WordSet of(String text) {
        int[] words = new int[Math.min(text.length(), MAX_CHARS) + 1];
        int[] size = {0};
        forEach(text, hash -> words[size[0]++] = hash);
        return new WordSet(Arrays.stream(words, 0, size[0]).sorted().distinct().toArray());
    }

    /** Share of the text's words that are in this set, 0 to 1. */
    double shareOf(String text) {
        if (hashes.length == 0) {
            return 0;
        }
        found = 0;
        read = 0;
        forEach(text, hash -> {
            read++;
            found += Arrays.binarySearch(hashes, hash) >= 0 ? 1 : 0;
        });
        return read == 0 ? 0 : (double) found / read;
    }

    private static void forEach(String text, IntConsumer word) {
        int hash = 0;
        int end = Math.min(text.length(), MAX_CHARS);
        for (int i = 0; i < end; i++) {
            char c = text.charAt(i);
            boolean alone = TextShape.unspaced(c);
            boolean inWord = !alone && Character.isLetterOrDigit(c);
            if (!inWord && hash != 0) {
                word.accept(hash);
                hash = 0;
            }
            if (alone) {
                word.accept(c);
            } else if (inWord) {
                hash = (hash * 31 + Character.toLowerCase(c)) | 1 << 16;
            }
        }
        if (hash != 0) {
            word.accept(hash);
        }
    }
}
