package newsloom.aggregator.names;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What is written together with a word and is no part of it: conjunctions, prepositions and articles before Arabic and Hebrew ones, and behind
 * Korean ones particles, offices and what sort of place it is. Immutable and thread-safe.
 */
final class Particles {
    private static final Cues CUES = Cues.SHIPPED;
    private static final Pattern NOTHING = Pattern.compile("");
    private static final Map<String, Pattern> BEFORE = Map.of(
            "ar", Pattern.compile("[وف]?[بلك]?"),
            "he", Pattern.compile("ו?(?:כש|ש)?[בלמכ]?ה?"));
    private static final List<String> BEHIND_NAMES = Stream.of(
                    Cues.SORTS_BEHIND, List.of("behind-person", "behind-person-again", "honorific"))
            .flatMap(List::stream)
            .toList();
    private static final int MAX_BEFORE = 5;
    private static final int MIN_WORD = 2;
    /** The Arabic preposition of three forms that takes in the article behind it. */
    private static final Pattern TO_THE = Pattern.compile("^([وف]?)لل");

    private static final Map<String, Particles> BY_LANGUAGE = new ConcurrentHashMap<>();

    private final Pattern before;
    private final Pattern behind;
    private final Pattern behindName;

    private Particles(String language) {
        this.before = BEFORE.getOrDefault(language, NOTHING);
        String particle = CUES.oneOf("particle", language);
        this.behind = particle.isEmpty() ? NOTHING : Pattern.compile("(?:" + particle + ")?");
        String sort = CUES.oneOf(BEHIND_NAMES, language);
        this.behindName = particle.isEmpty() ? behind : Pattern.compile("(?:" + sort + "){0,2}(?:" + particle + ")?");
    }

    static Particles of(String language) {
        return BY_LANGUAGE.computeIfAbsent(language, Particles::new);
    }

    /** Which of these words is written, alone or with particles. */
    Optional<String> word(String written, Set<String> words) {
        return stem(written, words, behind);
    }

    /** The same for the words of names. */
    Optional<String> nameWord(String written, Set<String> words) {
        return stem(written, words, behindName);
    }

    /** Whether there may be particles behind words, and this is one or nothing. */
    boolean isBehind(String ending) {
        return behind.matcher(ending).matches();
    }

    private Optional<String> stem(String written, Set<String> words, Pattern endings) {
        if (words.contains(written)) {
            return Optional.of(written);
        }
        String full = written.contains("لل") ? TO_THE.matcher(written).replaceFirst("$1ال") : written;
        int most = before == NOTHING ? 0 : Math.min(MAX_BEFORE, full.length() - MIN_WORD);
        for (int from = 0; from <= most; from++) {
            int least = behind == NOTHING ? full.length() : from + MIN_WORD;
            for (int to = full.length(); to >= least; to--) {
                if (words.contains(full.substring(from, to))
                        && before.matcher(full).region(0, from).matches()
                        && endings.matcher(full).region(to, full.length()).matches()) {
                    return Optional.of(full.substring(from, to));
                }
            }
        }
        return Optional.empty();
    }
}
