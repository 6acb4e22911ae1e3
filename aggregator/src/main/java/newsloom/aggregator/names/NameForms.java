package newsloom.aggregator.names;

import java.util.List;
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

    /** Cut up once, to be compared with many. */
    public Form form(String name) {
        return new Form(name, List.of(SPACE.split(name)), stem(name));
    }

    /**
     * A name in one of its forms.
     *
     * @param name as it is written
     * @param words of it
     * @param stem what its forms have in common, as far as folding tells
     */
    public record Form(String name, List<String> words, String stem) {

        /** Whether both are one name. Of a single word only folding tells: the surname of a man with an ending is that of a woman. */
        public boolean isOneWith(Form other) {
            return name.regionMatches(0, other.name, 0, 1)
                    && ((words.size() > 1 && areOne(words, other.words)) || stem.equals(other.stem));
        }
    }

    private static boolean areOne(List<String> words, List<String> others) {
        if (words.size() != others.size()) {
            return false;
        }
        for (int i = 0; i < words.size(); i++) {
            if (!isOneWord(words.get(i), others.get(i))) {
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
