package newsloom.aggregator.names;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import newsloom.aggregator.names.Words.Word;

/** Finds the places at which a text writes what may be a name: runs of capitals, without titles and what merely opens a sentence. */
final class Mentions {
    private static final int MAX_WORDS = 6;
    private static final int MAX_CHARACTERS = 48;
    private static final String OF = "of";
    private static final Cues CUES = Cues.SHIPPED;
    private static final Pattern AGE = Pattern.compile("[1-9]\\d|10\\d");
    private static final Pattern ADJECTIVE = Pattern.compile("\\p{L}{2,}e[nmrs]?");

    /**
     * What a name neither begins nor ends with, words in lower case.
     *
     * @param ordinary whether a word alone is no name: days and months, and common nouns where nouns have capitals
     * @param begins whether such a word is a part of the name all the same where another follows, as in "Julio Barrantes"
     * @param ends likewise behind another, as in "Carol May"
     */
    record Edges(Predicate<String> ordinary, Predicate<String> begins, Predicate<String> ends) {}

    private final List<Word> words;
    private final String language;
    private final Predicate<String> grammar;
    private final Edges edges;
    private final boolean nouns;
    private final Set<String> particles;
    private final Set<String> small = new HashSet<>();
    private final Set<String> articled = new HashSet<>();
    private final List<Mention> found = new ArrayList<>();

    /**
     * Of a text.
     *
     * @param nouns whether nouns have capitals
     * @param grammar whether a word, in lower case, is one that most texts have
     * @param edges what is no part of a name where it begins or ends
     */
    private Mentions(List<Word> words, String language, boolean nouns, Predicate<String> grammar, Edges edges) {
        this.words = words;
        this.nouns = nouns;
        this.particles = nouns ? CUES.particlesBesideNouns() : CUES.particles();
        this.language = language;
        this.grammar = grammar;
        this.edges = edges;
        words.stream().filter(word -> !word.capital()).map(Word::lower).forEach(small::add);
        if (nouns) {
            noteNounsWithArticles();
        }
    }

    private void noteNounsWithArticles() {
        for (int at = 1; at < words.size(); at++) {
            boolean alone = at + 1 == words.size()
                    || !words.get(at + 1).capital()
                    || !words.get(at + 1).joined();
            if (words.get(at).capital() && alone && (isDetermined(at) || isDescribed(at))) {
                articled.add(words.get(at).lower());
            }
        }
    }

    static List<Mention> of(List<Word> words, String language, boolean nouns, Predicate<String> grammar, Edges edges) {
        return new Mentions(words, language, nouns, grammar, edges).find();
    }

    private List<Mention> find() {
        int at = 0;
        while (at < words.size()) {
            int end = words.get(at).capital() ? endOfRun(at) : at + 1;
            if (words.get(at).capital()) {
                add(at, end);
            }
            at = end;
        }
        return found;
    }

    private int endOfRun(int from) {
        int end = from + 1;
        while (end < words.size() && words.get(end).joined()) {
            if (!words.get(end - 1).possessive().isEmpty()) {
                return isNamedAfter(end) ? end + 1 : end;
            }
            if (words.get(end).capital()) {
                end++;
                continue;
            }
            int next = behindParticles(end);
            if (next == end) {
                break;
            }
            end = next;
        }
        return end;
    }

    /** Whether this one word behind a possessive is a part of the name: Cooper's Weir, but Kestrel's Anna Lindley. */
    private boolean isNamedAfter(int at) {
        Word word = words.get(at);
        boolean alone = at + 1 == words.size()
                || !words.get(at + 1).joined()
                || !words.get(at + 1).capital();
        return word.capital() && alone && (CUES.isPlace(word.lower()) || CUES.isOrganisation(word.lower()));
    }

    /** Behind the capital that follows one or two particles; {@code at} where none does. */
    private int behindParticles(int at) {
        for (int next = at; next < Math.min(at + 2, words.size() - 1); next++) {
            if (!particles.contains(words.get(next).lower()) || !words.get(next).joined()) {
                return at;
            }
            if (words.get(next + 1).capital() && words.get(next + 1).joined()) {
                return next + 2;
            }
        }
        return at;
    }

    private void add(int from, int to) {
        if (nouns && isCounted(from)) {
            return; // "900 Kilo Hering"
        }
        int noun = nounInside(from, to);
        if (noun > from) {
            add(from, noun);
            add(noun + 1, to);
            return;
        }
        int first = from;
        int end = to;
        while (first < end && (isLedBy(first, end) || isNoun(first, end))) {
            first++;
        }
        while (end > first && isNoEnd(first, end)) {
            end--;
        }
        int behindTitle = behindTitle(first, end);
        if (behindTitle < 0) {
            return;
        }
        boolean titled = behindTitle > first && words.get(behindTitle).capital();
        addParts(behindCommon(behindTitle, end), end, titled);
    }

    /** Where a noun parts two names, "Harlau Gemälde der Malerin Edda Lorrimer"; {@code from} where none does. */
    private int nounInside(int from, int to) {
        for (int at = from + 1; at < to - 1; at++) {
            if (isNoun(at, to)) {
                return at;
            }
        }
        return from;
    }

    /** "die Küste von Serrano" names Serrano where nouns have capitals. */
    private int behindCommon(int first, int end) {
        boolean determined = first > 0 && CUES.isDeterminer(words.get(first - 1).lower(), language);
        int particle = particle(first, end);
        return capital(nouns && determined && particle < end ? particle : first, end);
    }

    /** "Residents of Tanner Street" is no name, "Bank of Orlund" is. */
    private void addParts(int first, int end, boolean titled) {
        int of = particle(first, end);
        boolean parted = of < end
                && words.get(of).lower().equals(OF)
                && !isCue(first, of)
                && (of - first > 1 || words.get(first).opening());
        if (parted) {
            add(mention(first, of, titled));
            addParts(capital(of, end), end, false);
        } else if (first < end && end - first <= MAX_WORDS) {
            add(mention(first, end, titled));
        }
    }

    private void add(Mention mention) {
        int length = mention.text().length();
        if (length > 1 && length <= MAX_CHARACTERS) {
            found.add(mention);
        }
    }

    private boolean isCue(int from, int to) {
        return words.subList(from, to).stream()
                .anyMatch(word -> CUES.isOrganisation(word.lower()) || CUES.isPlace(word.lower()));
    }

    /** Where the first particle stands; {@code to} where there is none. */
    private int particle(int from, int to) {
        return from + Words.particle(words.subList(from, to));
    }

    /** Where the first capital stands from there on. */
    private int capital(int from, int to) {
        int at = from;
        while (at < to && !words.get(at).capital()) {
            at++;
        }
        return at;
    }

    /** Whether the first word is no part of the name. */
    private boolean isLedBy(int at, int end) {
        Word word = words.get(at);
        boolean begins = end - at > 1
                && words.get(at + 1).capital()
                && !edges.ordinary().test(words.get(at + 1).lower())
                && edges.begins().test(word.lower());
        boolean merelyOpens = word.opening()
                && (small.contains(word.lower())
                        || grammar.test(word.lower())
                        || (nouns && CUES.isDeterminer(word.lower(), language))); // "Elf Bergleute"
        return merelyOpens || !word.capital() || (edges.ordinary().test(word.lower()) && !begins);
    }

    /**
     * Whether it is a noun and no part of the name behind it, "Betreiber Norkraft", or no name at all, where nouns have capitals; by lists, or because it has an
     * article elsewhere in the text. What stands behind a title is none.
     */
    private boolean isNoun(int at, int end) {
        Word word = words.get(at);
        boolean last = at + 1 == end;
        if (!nouns
                || !word.capital()
                || (at > 0 && word.joined() && CUES.isTitle(words.get(at - 1).lower()))) {
            return false;
        }
        boolean cue = CUES.isOrganisation(word.lower()) || CUES.isPlace(word.lower());
        boolean named = !last
                && (CUES.legalForms().contains(words.get(end - 1).text())
                        || CUES.isOrganisation(words.get(end - 1).lower()));
        return (CUES.isNoun(word.lower(), language) && (last || !cue))
                || (!last && !cue && !named && articled.contains(word.lower()));
    }

    /** Whether a number stands before it. */
    private boolean isCounted(int at) {
        return at > 0 && words.get(at).joined() && isNumber(at - 1);
    }

    private boolean isNumber(int at) {
        return Character.isDigit(words.get(at).lower().codePointAt(0));
    }

    private boolean isDetermined(int at) {
        return at > 0
                && words.get(at).joined()
                && (isCounted(at) || CUES.isDeterminer(words.get(at - 1).lower(), language));
    }

    /** Whether an adjective, and an article before that, stands before it, where nouns have capitals. */
    private boolean isDescribed(int at) {
        Word before = at > 1 ? words.get(at - 1) : null;
        return nouns
                && before != null
                && !before.capital()
                && words.get(at).joined()
                && ADJECTIVE.matcher(before.lower()).matches()
                && isDetermined(at - 1);
    }

    /** Whether its last word is no part of the name; of a date neither. */
    private boolean isNoEnd(int first, int end) {
        Word word = words.get(end - 1);
        boolean ends = end - first > 1
                && words.get(end - 2).capital()
                && !(end < words.size() && words.get(end).joined() && isNumber(end))
                && edges.ends().test(word.lower());
        return !word.capital() || (edges.ordinary().test(word.lower()) && !ends);
    }

    /** Where the name begins behind its titles; -1 where there are only titles. */
    private int behindTitle(int first, int end) {
        int begin = first;
        for (int i = first; i < end; i++) {
            begin = CUES.isTitle(words.get(i).lower()) ? i + 1 : begin;
        }
        if (begin < end) {
            return begin;
        }
        boolean surname =
                end - first > 1 && CUES.surnames().contains(words.get(end - 1).lower());
        return surname ? first : -1;
    }

    /** Whether a title and a comma stand before the whole name, "the mayor, Anja Rauth". */
    private boolean isApposed(int first, int end) {
        return first > 0
                && end - first > 1
                && words.get(first).apposed()
                && CUES.isTitle(words.get(first - 1).lower());
    }

    /** Whether an age stands behind it, between commas or brackets. */
    private boolean isAged(int end) {
        return end < words.size()
                && words.get(end).apposed()
                && AGE.matcher(words.get(end).lower()).matches()
                && (end + 1 == words.size() || !words.get(end + 1).joined());
    }

    private Mention mention(int first, int end, boolean titled) {
        Word before = first > 0 && words.get(first).joined() ? words.get(first - 1) : null;
        Word earlier = first > 1 ? words.get(first - 2) : null;
        Word after = end < words.size() && words.get(end).joined() ? words.get(end) : null;
        String lower = before == null ? "" : before.lower();
        boolean determined = isDetermined(first);
        boolean located = CUES.isLocative(lower, language)
                || (determined && earlier != null && CUES.isLocative(earlier.lower(), language))
                || CUES.isLocativeEnding(words.get(end - 1).possessive(), language);
        return new Mention(
                List.copyOf(words.subList(first, end)),
                end - first > 1
                        || !words.get(first).opening()
                        || !words.get(first).possessive().isEmpty(),
                titled || CUES.isTitle(lower) || isApposed(first, end) || isAged(end),
                CUES.speech().contains(lower) || (after != null && CUES.speech().contains(after.lower())),
                located,
                determined || (end - first == 1 && isDescribed(first)),
                CUES.isArticle(lower, language));
    }
}
