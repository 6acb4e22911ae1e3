package newsloom.aggregator.story.sketch;

import java.util.Map;
import java.util.Set;
import newsloom.aggregator.names.WordLists;

/** Words and endings that tell good key terms from bad ones, in one language; from {@code key-terms.txt}. Immutable. */
final class TermCues {
    private static final Map<String, Set<String>> LISTS = WordLists.read(TermCues.class, "key-terms.txt");
    private static final int LEAST_STEM = 2;

    private final Set<String> grammar;
    private final Set<String> beforeNouns;
    private final Set<String> verbEndings;

    TermCues(String language) {
        this.grammar = list("grammar", language);
        this.beforeNouns = list("before-noun", language);
        this.verbEndings = list("verb-ending", language);
    }

    /** Whether nothing is known of the language. */
    boolean isEmpty() {
        return beforeNouns.isEmpty();
    }

    boolean isGrammar(String word) {
        return grammar.contains(word);
    }

    /** Whether it mostly stands before a noun. */
    boolean precedesNouns(String word) {
        return beforeNouns.contains(word);
    }

    boolean endsLikeAVerb(String word) {
        return verbEndings.stream()
                .anyMatch(ending -> word.endsWith(ending) && word.length() >= ending.length() + LEAST_STEM);
    }

    private static Set<String> list(String name, String language) {
        return LISTS.getOrDefault(name + " " + language, Set.of());
    }
}
