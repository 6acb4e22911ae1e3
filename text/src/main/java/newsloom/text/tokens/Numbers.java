package newsloom.text.tokens;

import java.util.ArrayList;
import java.util.List;

/**
 * The numbers among the words of a text: the leading figure of every word that begins with a digit, so {@code 5.65bn}
 * counts as {@code 5.65} and {@code covid19} as none. What tells two texts from one template apart.
 */
public final class Numbers {
    private Numbers() {}

    /** The numbers in order, as written; may hold one number several times, may be empty. */
    public static List<String> of(String text) {
        var numbers = new ArrayList<String>();
        Words.each(text, (buffer, length, pair) -> {
            int digits = length(buffer, length);
            if (digits > 0) {
                numbers.add(new String(buffer, 0, digits));
            }
        });
        return numbers;
    }

    /** Characters of the figure that a word begins with; 0 when it begins with none. The figure ends with a digit. */
    public static int length(char[] word, int wordLength) {
        int end = 0;
        for (int i = 0; i < wordLength; i++) {
            char c = word[i];
            if (c >= '0' && c <= '9') {
                end = i + 1;
            } else if (c != '.' && c != ',') {
                break;
            }
        }
        return end;
    }
}
