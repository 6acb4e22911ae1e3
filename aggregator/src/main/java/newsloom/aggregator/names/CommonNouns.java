package newsloom.aggregator.names;

import java.util.Set;

/** What tells a common noun from a name in a language that writes both with capitals. Immutable and thread-safe. */
public final class CommonNouns {
    private static final Set<String> CAPITAL = Set.of("de", "lb");

    private final String language;

    /** @param language ISO 639-1; one of those for which {@link #areCapital} holds, elsewhere nothing is told */
    public CommonNouns(String language) {
        this.language = language;
    }

    /** Whether common nouns have capitals in a language. */
    public static boolean areCapital(String language) {
        return CAPITAL.contains(language);
    }

    /** Whether lists and endings say that it is one; in lower case. */
    public boolean contains(String word) {
        return Cues.SHIPPED.isNoun(word, language);
    }

    /** Whether a noun follows: an article and the like, or a number; in lower case. */
    public boolean follow(String word) {
        return Character.isDigit(word.codePointAt(0)) || Cues.SHIPPED.isDeterminer(word, language);
    }
}
