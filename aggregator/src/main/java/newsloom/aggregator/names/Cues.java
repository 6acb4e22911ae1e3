package newsloom.aggregator.names;

import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Words beside and inside names that tell what they stand for, in lower case; from {@code cues.txt}. Immutable. */
record Cues(
        Set<String> titles,
        Set<String> surnames,
        Set<String> speech,
        Set<String> organisations,
        Set<String> legalForms,
        Set<String> abbreviations,
        Set<String> places,
        Set<String> firstOfPlaces,
        Set<String> particles,
        Set<String> particlesBesideNouns,
        Map<String, Map<String, Set<String>>> byLanguage,
        Collection<String> titleEndings,
        Collection<String> organisationEndings,
        Collection<String> placeEndings) {
    /** Before the head of a compound, and before an ending. */
    private static final int MIN_STEM = 3;
    /** A shorter head stands at the end of too many names. */
    private static final int MIN_HEAD = 4;
    /** What German nouns end in, in some case. */
    private static final List<String> CASES = List.of("", "s", "es", "e", "n", "en", "er", "ern", "in", "innen");

    /** What sort of place or institution it is, where the sort stands first. */
    static final List<String> SORTS_BEFORE =
            List.of("before-place", "before-place-again", "before-organisation", "before-organisation-again");
    /** The same where it stands last. */
    static final List<String> SORTS_BEHIND =
            List.of("behind-place", "inner-place", "behind-organisation", "behind-organisation-again");

    static final Cues SHIPPED = read();

    boolean isLocative(String word, String language) {
        return of("in", language).contains(word);
    }

    /** Whether an ending, with its apostrophe, tells a place. */
    boolean isLocativeEnding(String ending, String language) {
        return !ending.isEmpty() && of("in-ending", language).contains(ending.substring(1));
    }

    boolean isDeterminer(String word, String language) {
        return of("the", language).contains(word);
    }

    /** Whether it is an article that stands before no name of a person. */
    boolean isArticle(String word, String language) {
        return of("the-thing", language).contains(word);
    }

    /** Whether it is a common noun in some case, as far as lists and endings tell. */
    boolean isNoun(String word, String language) {
        Set<String> nouns = of("noun", language);
        Set<String> alone = of("noun-alone", language);
        return of("noun-ending", language).stream()
                        .anyMatch(ending -> word.length() > MIN_STEM + ending.length() && word.endsWith(ending))
                || CASES.stream()
                        .filter(ending -> word.length() > ending.length() + MIN_STEM - 1 && word.endsWith(ending))
                        .map(ending -> word.substring(0, word.length() - ending.length()))
                        .anyMatch(stem -> alone.contains(stem) || isCompound(stem, nouns));
    }

    /** Whether it is one of these nouns, or a compound of which one is the head. */
    private static boolean isCompound(String stem, Set<String> nouns) {
        if (nouns.contains(stem)) {
            return true;
        }
        for (int from = MIN_STEM; from <= stem.length() - MIN_HEAD; from++) {
            if (nouns.contains(stem.substring(from))) {
                return true;
            }
        }
        return false;
    }

    /** The list of that name of a language; empty where there is none. */
    Set<String> of(String list, String language) {
        return byLanguage.getOrDefault(language, Map.of()).getOrDefault(list, Set.of());
    }

    /** The same list as a regular expression, longer words first; empty where there is none. */
    String oneOf(String list, String language) {
        return oneOf(List.of(list), language);
    }

    /** A regular expression for any word of these lists, longer ones first; empty where there is none. */
    String oneOf(List<String> lists, String language) {
        Set<String> cues =
                lists.stream().flatMap(list -> of(list, language).stream()).collect(Collectors.toSet());
        String characters = cues.stream().filter(Cues::isCharacter).sorted().collect(Collectors.joining());
        Stream<String> words = cues.stream()
                .filter(cue -> !isCharacter(cue))
                .sorted(Comparator.comparingInt(String::length).reversed().thenComparing(Comparator.naturalOrder()))
                .map(Pattern::quote);
        return Stream.concat(words, characters.isEmpty() ? Stream.of() : Stream.of("[" + characters + "]"))
                .collect(Collectors.joining("|"));
    }

    private static boolean isCharacter(String cue) {
        return cue.length() == 1 && Character.isLetter(cue.charAt(0));
    }

    boolean isTitle(String word) {
        return titles.contains(word) || titleEndings.stream().anyMatch(word::endsWith);
    }

    boolean isOrganisation(String word) {
        return organisations.contains(word) || organisationEndings.stream().anyMatch(word::endsWith);
    }

    boolean isPlace(String word) {
        return places.contains(word) || placeEndings.stream().anyMatch(word::endsWith);
    }

    private static Cues read() {
        Map<String, Set<String>> lists = WordLists.read(Cues.class, "cues.txt");
        return new Cues(
                list(lists, "title"),
                list(lists, "surname"),
                list(lists, "speech"),
                list(lists, "organisation"),
                list(lists, "legal"),
                list(lists, "abbreviation"),
                list(lists, "place"),
                list(lists, "place-first"),
                list(lists, "particle"),
                list(lists, "particle-beside-nouns"),
                byLanguage(lists),
                list(lists, "title-ending"),
                list(lists, "organisation-ending"),
                list(lists, "place-ending"));
    }

    private static Set<String> list(Map<String, Set<String>> lists, String name) {
        return Set.copyOf(Objects.requireNonNull(lists.get(name), name));
    }

    /** Lists by language and name; those of all languages are none of them. */
    private static Map<String, Map<String, Set<String>>> byLanguage(Map<String, Set<String>> lists) {
        var found = new HashMap<String, Map<String, Set<String>>>();
        lists.forEach((key, words) -> {
            int space = key.indexOf(' ');
            if (space > 0) {
                found.computeIfAbsent(key.substring(space + 1), language -> new HashMap<>())
                        .put(key.substring(0, space), Collections.unmodifiableSet(words));
            }
        });
        return Collections.unmodifiableMap(found);
    }
}
