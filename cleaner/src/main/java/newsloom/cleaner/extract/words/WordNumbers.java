package newsloom.cleaner.extract.words;

import java.util.Arrays;
import java.util.Set;

/** Numbers the words of a table, and finds the number of a word where it stands in a text, without cutting it out. Immutable. */
public final class WordNumbers {

    public static final int UNKNOWN = -1;

    private static final int OUTLINES = 1 << 13;

    private final String[] words;
    /** Numbers by hash, open addressing, half empty at least; {@link #UNKNOWN} where there is none. */
    private final int[] table;
    /** By the first two letters, the last and the length: whether a word has them, as most words of a text that are not in the table have not. */
    private final boolean[] outlines = new boolean[OUTLINES];

    private WordNumbers(String[] words) {
        this.words = words;
        this.table = new int[Integer.highestOneBit(Math.max(1, words.length)) * 4];
        Arrays.fill(table, UNKNOWN);
        for (int number = 0; number < words.length; number++) {
            int end = words[number].length();
            table[slot(words[number], 0, end)] = number;
            outlines[outline(words[number], 0, end)] = true;
        }
    }

    /** Numbered from 0 in the order in which the set gives them. */
    public static WordNumbers of(Set<String> words) {
        return new WordNumbers(words.toArray(String[]::new));
    }

    /** The number of the word that stands there, letter by letter; {@link #UNKNOWN} when it is none of them. */
    public int of(String text, int from, int to) {
        return from < to && outlines[outline(text, from, to)] ? table[slot(text, from, to)] : UNKNOWN;
    }

    private static int outline(String text, int from, int to) {
        int first = text.charAt(from) * 31 + text.charAt(Math.min(from + 1, to - 1));
        return ((first * 31 + text.charAt(to - 1)) * 31 + to - from) & (OUTLINES - 1);
    }

    private int slot(String text, int from, int to) {
        int hash = 0;
        for (int i = from; i < to; i++) {
            hash = hash * 31 + text.charAt(i);
        }
        int slot = (hash ^ (hash >>> 11)) & (table.length - 1);
        while (table[slot] != UNKNOWN && !stands(words[table[slot]], text, from, to)) {
            slot = (slot + 1) & (table.length - 1);
        }
        return slot;
    }

    private static boolean stands(String word, String text, int from, int to) {
        return word.length() == to - from && text.startsWith(word, from);
    }
}
