package newsloom.aggregator.names;

import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import newsloom.text.terms.Token;
import newsloom.text.terms.Tokenizer;

/** The forms that one name has in languages that give it endings: Антон Верещин, Антона Верещина. Immutable and thread-safe. */
public final class NameForms {
    private static final Set<String> INFLECTED =
            Set.of("ru", "uk", "be", "bg", "sr", "mk", "pl", "cs", "sk", "sl", "hr", "lt", "lv", "fi", "et", "hu");
    private static final Pattern SPACE = Pattern.compile(" ");

    /** Of Slavic cases, in either script. */
    private static final Pattern ENDING = Pattern.compile("[аяуюеиыоьії]?[йм]?|[aeiouyąęí]{0,2}m?");

    private static final int MIN_STEM = 3;
    private static final int MAX_ENDING = 2;

    private final Tokenizer tokenizer;

    NameForms(Tokenizer tokenizer) {
        this.tokenizer = tokenizer;
    }

    /** Of names in a language that {@link #areIn}. */
    public static NameForms of(String language) {
        return new NameForms(new Tokenizer(language));
    }

    public static boolean areIn(String language) {
        return INFLECTED.contains(language);
    }

    /** What the forms of a name have in common, as far as folding tells. */
    String stem(String name) {
        return tokenizer.tokens(name).stream().map(Token::form).collect(Collectors.joining(" "));
    }

    /** Whether two names are one in two forms. Of a single word only folding tells: the surname of a man with an ending is that of a woman. */
    public boolean areOne(String name, String other) {
        String[] words = SPACE.split(name);
        String[] others = SPACE.split(other);
        return name.regionMatches(0, other, 0, 1)
                && ((words.length > 1 && areOne(words, others)) || stem(name).equals(stem(other)));
    }

    private static boolean areOne(String[] words, String[] others) {
        if (words.length != others.length) {
            return false;
        }
        for (int i = 0; i < words.length; i++) {
            if (!isOneWord(words[i], others[i])) {
                return false;
            }
        }
        return true;
    }

    private static boolean isOneWord(String word, String other) {
        int stem = 0;
        while (stem < Math.min(word.length(), other.length()) && word.charAt(stem) == other.charAt(stem)) {
            stem++;
        }
        return word.equals(other) || (stem >= MIN_STEM && isEnding(word, stem) && isEnding(other, stem));
    }

    private static boolean isEnding(String word, int from) {
        return word.length() - from <= MAX_ENDING
                && ENDING.matcher(word.substring(from)).matches();
    }
}
