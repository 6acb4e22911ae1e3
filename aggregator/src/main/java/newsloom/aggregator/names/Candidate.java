package newsloom.aggregator.names;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import newsloom.aggregator.names.Name.Kind;
import newsloom.aggregator.names.Words.Word;

/** All mentions of one name in a text. Not thread-safe. */
final class Candidate {
    private static final Cues CUES = Cues.SHIPPED;

    /** A kind needs so much evidence, and so much more than any other kind. */
    private static final double ENOUGH = 2;

    private static final double AHEAD = 0.5;

    private static final double HAS_TITLE = 3;
    private static final double SPEAKS = 1.5;
    private static final int MOST_SPEAKING = 2;
    private static final double CALLED_BY_SURNAME = 2;
    private static final double CALLED_ORGANISATION = 4;
    private static final double ACRONYM = 2;
    private static final double CALLED_PLACE = 3;
    private static final double MOSTLY_LOCATED = 2;
    private static final double LOCATED = 0.5;
    private static final int MAX_ACRONYM = 6;
    private static final int MAX_PERSON_WORDS = 5;

    private final List<Mention> mentions = new ArrayList<>();
    private final List<Mention> shortened = new ArrayList<>();

    void add(Mention mention) {
        mentions.add(mention);
    }

    /** Takes in the mentions of a part of it that stands alone. */
    void addShortened(Candidate part) {
        shortened.addAll(part.mentions);
    }

    int count() {
        return mentions.size() + shortened.size();
    }

    /** Whether some mention is sure. */
    boolean isSure() {
        return mentions.stream().anyMatch(Mention::sure);
    }

    boolean isDetermined() {
        return mentions.stream().anyMatch(Mention::determined);
    }

    Mention example() {
        return mentions.get(0);
    }

    List<Mention> mentions() {
        return mentions;
    }

    /** As it is written most often, of equally frequent forms the shortest. */
    String text() {
        return mentions.stream()
                .collect(Collectors.groupingBy(Mention::text, Collectors.counting()))
                .entrySet()
                .stream()
                .min(Comparator.comparing((Map.Entry<String, Long> form) -> -form.getValue())
                        .thenComparing(form -> form.getKey().length())
                        .thenComparing(Map.Entry::getKey))
                .orElseThrow()
                .getKey();
    }

    Kind kind() {
        double person = person();
        double organisation = organisation();
        double place = place();
        double most = Math.max(person, Math.max(organisation, place));
        double second = person + organisation + place - most - Math.min(person, Math.min(organisation, place));
        if (most < ENOUGH || most - second < AHEAD) {
            return Kind.UNKNOWN;
        }
        return most == person ? Kind.PERSON : most == organisation ? Kind.ORGANISATION : Kind.PLACE;
    }

    private double person() {
        List<Word> words = example().words();
        double titled = count(Mention::titled) > 0 ? HAS_TITLE : 0;
        if (isAcronym(words) || isFirm(words) || 2 * count(Mention::articled) > count()) {
            return titled;
        }
        boolean whole =
                words.size() > 1; // a firm that speaks has one word mostly, and who speaks was named in full before
        double speaks = whole ? SPEAKS * Math.min(MOST_SPEAKING, count(Mention::speaks)) : 0;
        boolean bySurname = whole
                && words.size() <= MAX_PERSON_WORDS
                && shortened.stream()
                        .anyMatch(mention -> mention.last().equals(example().last()));
        return titled + speaks + (bySurname ? CALLED_BY_SURNAME : 0);
    }

    private double organisation() {
        List<Word> words = example().words();
        boolean named = words.stream().anyMatch(word -> CUES.isOrganisation(word.lower()));
        boolean legal = words.size() > 1
                && CUES.legalForms().contains(words.get(words.size() - 1).text());
        return (named || legal || isFirm(words) ? CALLED_ORGANISATION : 0) + (isAcronym(words) ? ACRONYM : 0);
    }

    /** "Brodie & Lamm". */
    private static boolean isFirm(List<Word> words) {
        return words.stream().anyMatch(word -> word.text().equals("&"));
    }

    static boolean isAcronym(List<Word> words) {
        String text = words.get(0).text();
        return words.size() == 1
                && text.length() > 1
                && text.length() <= MAX_ACRONYM
                && text.chars().allMatch(Character::isUpperCase);
    }

    private double place() {
        Mention example = example();
        boolean named = CUES.isPlace(example.last())
                || (example.words().size() > 1
                        && (CUES.isPlace(example.first())
                                || CUES.firstOfPlaces().contains(example.first())));
        int located = count(Mention::located);
        boolean mostly = located > 0 && 2 * located >= count();
        return (named ? CALLED_PLACE : 0) + (mostly ? MOSTLY_LOCATED + LOCATED * located : 0);
    }

    private int count(Predicate<Mention> what) {
        return (int) Stream.concat(mentions.stream(), shortened.stream())
                .filter(what)
                .count();
    }
}
