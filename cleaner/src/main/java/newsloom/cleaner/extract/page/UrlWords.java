package newsloom.cleaner.extract.page;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/**
 * The words of a headline that a page's address repeats ({@code /sport/harbour-wins-cup-1234.html}), to find that headline and its text among the lines of a page that shows no elements.
 * Accents do not count, nor how an umlaut is spelt without its dots. Empty when no part of the path has three words. Immutable.
 */
public final class UrlWords {

    public static final UrlWords NONE = new UrlWords(Map.of());

    private static final int MIN_WORDS = 3;
    private static final int MAX_WORDS = 30;
    /** Of a headline and hardly of the name of a section. */
    private static final int MANY_WORDS = 5;

    private static final double AGREES = 0.6;
    private static final int MIN_LETTERS = 3;
    private static final int MAX_URL_CHARS = 2_000;

    private static final Said NOTHING = new Said(0, 0, 0);

    private final Map<String, Integer> numbers;

    /**
     * What a text says of an address.
     *
     * @param bits the words of the address that it says, a bit each
     * @param found how many of its words are among them
     * @param words how many words it has, short ones aside
     */
    record Said(int bits, int found, int words) {}

    private UrlWords(Map<String, Integer> numbers) {
        this.numbers = numbers;
    }

    /** The words of the address; none where it is no address. */
    public static UrlWords of(String url) {
        if (url.length() > MAX_URL_CHARS) {
            return NONE;
        }
        int host = url.indexOf("//");
        int path = url.indexOf('/', host < 0 ? 0 : host + 2);
        Map<String, Integer> most = Map.of();
        for (String part : path < 0 ? new String[0] : url.substring(path).split("[/?&=#]", -1)) {
            Map<String, Integer> numbers = new HashMap<>();
            for (String word : fold(decode(part)).split("[^\\p{L}]+", -1)) {
                if (word.length() >= MIN_LETTERS && numbers.size() < MAX_WORDS) {
                    numbers.putIfAbsent(word, numbers.size());
                }
            }
            most = numbers.size() > most.size() ? numbers : most;
        }
        return most.size() < MIN_WORDS ? NONE : new UrlWords(most);
    }

    private static String decode(String part) {
        if (part.indexOf('%') < 0) {
            return part;
        }
        try {
            return URLDecoder.decode(part, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException broken) {
            return part;
        }
    }

    /** Small letters without accents; {@code ae}, {@code oe} and {@code ue} as the vowel that they may stand for. */
    private static String fold(String text) {
        String plain = Normalizer.normalize(text.toLowerCase(Locale.ROOT), Normalizer.Form.NFD);
        StringBuilder folded = new StringBuilder(plain.length());
        char before = ' ';
        for (int i = 0; i < plain.length(); i++) {
            char c = plain.charAt(i);
            boolean mark = Character.getType(c) == Character.NON_SPACING_MARK || c == '\'' || c == '’';
            boolean umlaut = c == 'e' && (before == 'a' || before == 'o' || before == 'u');
            if (c == 'ß') {
                folded.append("ss");
            } else if (c == 'ø') {
                folded.append('o');
            } else if (c == 'æ') {
                folded.append('a');
            } else if (c == 'ł') {
                folded.append('l');
            } else if (!mark && !umlaut) {
                folded.append(c);
            }
            before = c;
        }
        return folded.toString();
    }

    int size() {
        return numbers.size();
    }

    Said saidBy(String text) {
        if (numbers.isEmpty()) {
            return NOTHING;
        }
        int bits = 0;
        int found = 0;
        int words = 0;
        String folded = fold(text);
        for (int from = 0; from < folded.length(); ) {
            int to = from;
            while (to < folded.length() && Character.isLetter(folded.charAt(to))) {
                to++;
            }
            if (to - from >= MIN_LETTERS) {
                words++;
                Integer number = numbers.get(folded.substring(from, to));
                if (number != null) {
                    found++;
                    bits |= 1 << number;
                }
            }
            from = to + 1;
        }
        return new Said(bits, found, words);
    }

    /** Whether a text is clearly the headline that the address repeats. */
    public boolean repeat(String headline) {
        return size() >= MANY_WORDS && agreesWith(headline);
    }

    /** Whether a text has most of the address's words, and hardly others. */
    public boolean agreesWith(String text) {
        return agreement(saidBy(text)) >= AGREES;
    }

    /** How far a text is the headline that the address repeats, 0 to 1: the F1 of their words. */
    double agreement(Said said) {
        return said.found() == 0 ? 0 : 2.0 * Integer.bitCount(said.bits()) / (numbers.size() + said.words());
    }
}
