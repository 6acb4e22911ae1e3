package newsloom.aggregator.names;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import newsloom.aggregator.names.Name.Kind;
import newsloom.aggregator.names.SpacedWords.Word;

/**
 * Names in Korean texts: a family name and two syllables before an office, whatever stands before an honorific, and words that end like a town or
 * an institution once the particles are off. Districts and villages only behind a province or a town, for "dong" and "ri" end too many words. Linear in the text.
 */
final class KoreanNames {
    private static final Cues CUES = Cues.SHIPPED;
    private static final String LANGUAGE = "ko";
    private static final Particles PARTICLES = Particles.of(LANGUAGE);
    private static final Pattern HANGUL = Pattern.compile("[가-힣]+");
    /** Endings of verbs, plurals and parties, in which hardly any given name ends. */
    private static final Pattern NO_GIVEN_NAME = Pattern.compile(".*[는던된한를을의들했였졌려면당부청회측시등및권]");
    /** Whom a report does not name. */
    private static final Pattern UNNAMED = Pattern.compile(".모");

    private static final Set<String> REGIONS = CUES.of("region", LANGUAGE);
    private static final Set<String> OFFICES = CUES.of("behind-person", LANGUAGE);
    private static final Set<String> FORMER = CUES.of("former", LANGUAGE);
    private static final Set<String> DOUBTFUL_OFFICES = CUES.of("behind-person-again", LANGUAGE);
    private static final Set<String> NO_NAME = CUES.of("no-name", LANGUAGE);
    private static final Set<String> NO_STEM = CUES.of("no-stem", LANGUAGE);
    private static final Set<String> NO_ENDING = CUES.of("no-ending", LANGUAGE);
    private static final Set<String> SURNAMES = CUES.of("surname", LANGUAGE);
    private static final Set<String> SIDES = Set.of("동", "서", "남", "북", "중");
    private static final String MR = "씨";
    private static final int GIVEN_NAME = 2;
    private static final int MIN_STEM = 2;
    private static final int MAX_STEM = 8;

    private final List<Word> words;
    private final FoundNames found;

    private KoreanNames(String title, String text) {
        this.words = SpacedWords.of(title + "\n" + text, Set.of());
        this.found = new FoundNames(LANGUAGE, words);
    }

    static boolean areIn(String language) {
        return language.equals(LANGUAGE);
    }

    /** Most frequent first, at most {@code max}. */
    static List<Name> find(String title, String text, int max) {
        var names = new KoreanNames(title, text);
        boolean behindPlace = false;
        for (int at = 0; at < names.words.size(); at++) {
            behindPlace = names.place(at, behindPlace && names.words.get(at).joined());
            names.organisation(at);
            names.person(at);
        }
        return names.found.byCount(max);
    }

    /** Whether it is a place, or a province, so that smaller ones may follow. */
    private boolean place(int at, boolean behindPlace) {
        String word = words.get(at).form();
        Optional<String> place = ending(word, "behind-place").filter(name -> !REGIONS.contains(name));
        if (place.isEmpty() && behindPlace) {
            place = ending(word, "inner-place");
        }
        place.ifPresent(name -> found.add(name, Kind.PLACE, true));
        return place.isPresent() || PARTICLES.word(word, REGIONS).isPresent();
    }

    private void organisation(int at) {
        String word = words.get(at).form();
        ending(word, "behind-organisation").ifPresent(name -> found.add(name, Kind.ORGANISATION, true));
        ending(word, "behind-organisation-again").ifPresent(name -> found.add(name, Kind.ORGANISATION, false));
    }

    /** The word without particles, where it ends so and no list says that it is a common noun. */
    private static Optional<String> ending(String word, String list) {
        for (int to = word.length(); to > MIN_STEM; to--) {
            String bare = word.substring(0, to);
            if (PARTICLES.isBehind(word.substring(to)) && isNamed(bare, list)) {
                return Optional.of(bare);
            }
        }
        return Optional.empty();
    }

    private static boolean isNamed(String word, String list) {
        return CUES.of(list, LANGUAGE).stream()
                        .filter(ending -> word.length() > ending.length() && word.endsWith(ending))
                        .map(ending -> word.substring(0, word.length() - ending.length()))
                        .anyMatch(stem -> isStem(stem, list))
                && NO_ENDING.stream().noneMatch(word::endsWith)
                && !NO_NAME.contains(word);
    }

    private static boolean isStem(String stem, String list) {
        boolean side = list.equals("inner-place") && SIDES.contains(stem);
        return HANGUL.matcher(stem).matches()
                && (side || (stem.length() >= MIN_STEM && stem.length() <= MAX_STEM))
                && !NO_STEM.contains(stem);
    }

    private void person(int at) {
        boolean former =
                at + 1 < words.size() && FORMER.contains(words.get(at + 1).form());
        int behind = former ? at + 2 : at + 1;
        if (behind >= words.size() || !words.get(behind).joined()) {
            return;
        }
        String word = words.get(at).form();
        String next = words.get(behind).form();
        if (isWholeName(word)) {
            boolean sure = isHonorific(next) || isOffice(next, OFFICES);
            if (sure || isOffice(next, DOUBTFUL_OFFICES)) {
                found.add(
                        word,
                        Kind.PERSON,
                        sure || PARTICLES.word(next, DOUBTFUL_OFFICES).isEmpty());
            }
        } else if (next.startsWith(MR) && isHonorific(next) && mayBeForeign(word)) {
            found.add(word, Kind.PERSON, true);
        }
    }

    private static boolean mayBeForeign(String word) {
        return word.length() >= MIN_STEM
                && HANGUL.matcher(word).matches()
                && !UNNAMED.matcher(word).matches();
    }

    private static boolean isHonorific(String word) {
        return CUES.of("honorific", LANGUAGE).stream()
                .anyMatch(ending -> word.startsWith(ending) && PARTICLES.isBehind(word.substring(ending.length())));
    }

    /** An office, alone or behind what it is of; in the plural it is nobody's. */
    private static boolean isOffice(String word, Set<String> offices) {
        for (int to = word.length(); to >= MIN_STEM; to--) {
            String bare = word.substring(0, to);
            String behind = word.substring(to);
            if (!behind.startsWith("들")
                    && PARTICLES.isBehind(behind)
                    && offices.stream().anyMatch(office -> isAloneOrOf(bare, office))) {
                return true;
            }
        }
        return false;
    }

    private static boolean isAloneOrOf(String word, String office) {
        int rest = word.length() - office.length();
        return word.endsWith(office) && (rest == 0 || rest >= MIN_STEM);
    }

    private static boolean isWholeName(String word) {
        return SURNAMES.stream()
                        .anyMatch(surname -> word.startsWith(surname) && word.length() == surname.length() + GIVEN_NAME)
                && HANGUL.matcher(word).matches()
                && !NO_GIVEN_NAME.matcher(word).matches()
                && !NO_NAME.contains(word)
                && !REGIONS.contains(word);
    }
}
