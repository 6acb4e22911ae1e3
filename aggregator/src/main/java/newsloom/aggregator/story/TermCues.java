package newsloom.aggregator.story;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** Words and endings that tell good key terms from bad ones, in one language; from {@code key-terms.txt}. Immutable. */
final class TermCues {
    private static final Map<String, Set<String>> LISTS = read();
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

    private static Map<String, Set<String>> read() {
        var lists = new HashMap<String, Set<String>>();
        try (var in = Objects.requireNonNull(TermCues.class.getResourceAsStream("key-terms.txt"));
                var lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            lines.lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .forEach(line -> {
                        int colon = line.indexOf(':');
                        lists.computeIfAbsent(line.substring(0, colon), name -> new HashSet<>())
                                .addAll(Arrays.asList(
                                        line.substring(colon + 1).strip().split(" +")));
                    });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return lists;
    }
}
