package newsloom.aggregator.names;

import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import newsloom.text.terms.Token;
import newsloom.text.terms.Tokenizer;

/**
 * The words of names in a script without capitals that tell one name from another of its kind, as a text writes them: of "Haeon Fire Station" the first
 * alone, with or without particles. Immutable and thread-safe.
 */
public final class NameWords {
    private static final Cues CUES = Cues.SHIPPED;
    private static final List<String> SORTS = Stream.of(Cues.SORTS_BEFORE, Cues.SORTS_BEHIND, List.of("first-part"))
            .flatMap(List::stream)
            .toList();
    private static final int MIN_STEM = 2;

    private final Particles particles;
    private final Set<String> words = new HashSet<>();

    /** @param names those found in the text */
    public NameWords(String language, Collection<Name> names) {
        this.particles = Particles.of(language);
        var tokenizer = new Tokenizer(language);
        names.forEach(name -> of(name, language)
                .forEach(
                        word -> tokenizer.tokens(word).stream().map(Token::form).forEach(words::add)));
        words.removeAll(CUES.of("no-name", language));
    }

    /** Whether names are told by cues there and their words carry particles or stand beside common ones. */
    public static boolean areIn(String language) {
        return SpacedNames.areIn(language) || KoreanNames.areIn(language);
    }

    /** The word of a name that a text writes here, without particles; empty where it is none. */
    public Optional<String> in(String form) {
        return particles.nameWord(form, words);
    }

    /** What is left of a name without the words of its kind; may be empty. */
    static List<String> of(Name name, String language) {
        if (CUES.of("region", language).contains(name.text())) {
            return List.of();
        }
        if (KoreanNames.areIn(language)) {
            return List.of(name.kind() == Name.Kind.PERSON ? name.text() : stem(name.text(), language));
        }
        return Arrays.stream(name.text().split(" "))
                .filter(word ->
                        SORTS.stream().noneMatch(sort -> CUES.of(sort, language).contains(word)))
                .toList();
    }

    private static String stem(String name, String language) {
        return Cues.SORTS_BEHIND.stream()
                .flatMap(list -> CUES.of(list, language).stream())
                .filter(ending -> name.endsWith(ending) && name.length() >= ending.length() + MIN_STEM)
                .map(ending -> name.substring(0, name.length() - ending.length()))
                .min(Comparator.comparingInt(String::length))
                .orElse(name);
    }
}
