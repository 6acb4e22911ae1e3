package newsloom.aggregator.names;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import newsloom.aggregator.names.Name.Kind;
import newsloom.aggregator.names.SpacedWords.Word;

/**
 * Names in Arabic, Persian, Urdu, Hebrew and Hindi texts, which have spaces and no capitals: the words beside a cue, as far as they may be a name. Before
 * it stands what sort of place or institution it is, a title, an office with what it is of, or a verb of speech; behind it the sort, in Hindi and Urdu, or
 * an office between commas. A family name that many have is a cue itself. Names without a cue are missed. Linear in the text.
 */
final class SpacedNames {
    private static final Cues CUES = Cues.SHIPPED;
    private static final Set<String> LANGUAGES = Set.of("ar", "fa", "ur", "he", "hi");
    private static final int MAX_SKIPPED = 5;
    private static final int MIN_STEM = 3;
    private final String language;
    private final Particles particles;
    private final List<Word> words;
    private final FoundNames found;
    private final NameRuns runs;
    private final Set<String> surnames;

    private SpacedNames(String language, String title, String text) {
        this.language = language;
        this.particles = Particles.of(language);
        this.words = SpacedWords.of(title + "\n" + text, list("before-person"));
        this.found = new FoundNames(language, words);
        this.surnames = list("surname");
        this.runs = new NameRuns(language, words);
    }

    static boolean areIn(String language) {
        return LANGUAGES.contains(language);
    }

    /** Most frequent first, at most {@code max}. */
    static List<Name> find(String language, String title, String text, int max) {
        var names = new SpacedNames(language, title, text);
        for (int at = 0; at < names.words.size(); at++) {
            names.behindSort(at);
            names.beforeSort(at);
            names.behindTitle(at);
            names.behindSpeech(at);
            names.withSurname(at);
            names.inRegion(at);
            names.beforeOffice(at);
        }
        return names.found.byCount(max);
    }

    /** "City X", "X University" where the sort stands first. */
    private void behindSort(int at) {
        boolean place = is(at, "before-place");
        if (place || is(at, "before-place-again")) {
            add(at + 1, runs.endBeside(at + 1, 1), Kind.PLACE, place);
        }
        boolean organisation = is(at, "before-organisation");
        if (organisation || is(at, "before-organisation-again")) {
            int end = runs.endBeside(at + 1, 1);
            if (end > at + 1) {
                found.add(runs.cue(at) + " " + text(at + 1, end), Kind.ORGANISATION, organisation);
            }
        }
    }

    /** The same where the sort stands last. */
    private void beforeSort(int at) {
        if (at == 0 || !words.get(at).joined()) {
            return;
        }
        String word = words.get(at).form();
        int from = runs.start(at - 1);
        if (from < 0) {
            return;
        }
        if (list("behind-place").contains(word)) {
            add(from, at, Kind.PLACE, true);
        }
        boolean organisation = list("behind-organisation").contains(word);
        if (organisation || list("behind-organisation-again").contains(word)) {
            add(from, at + 1, Kind.ORGANISATION, organisation);
        }
    }

    /** "Colonel X Y", and "director of the hospital X Y", with or without a comma. */
    private void behindTitle(int at) {
        boolean title = is(at, "before-person");
        boolean office = is(at, "office");
        if (!title && !office) {
            return;
        }
        int from = behindDomain(at + 1, office);
        boolean apart = from < words.size() && words.get(from).behindComma();
        if ((office && !title && from == at + 1) || (apart && !office)) {
            return;
        }
        if (from == words.size() || !(apart || words.get(from).joined())) {
            return;
        }
        int end = runs.endOfPerson(from);
        boolean whole = end - from >= NameRuns.PERSON;
        boolean closed = apart ? end < words.size() && words.get(end).behindComma() : title || !isGenitive(from, end);
        if (whole ? closed : title && from == at + 1) {
            add(from, end, Kind.PERSON, whole);
        }
    }

    /** Whether an Arabic word with an article that is none of origin stands last: "charge of theft". */
    private boolean isGenitive(int from, int end) {
        String last = words.get(end - 1).form();
        return end - from == NameRuns.PERSON && runs.hasArticle(last) && !NameRuns.isOfOrigin(last);
    }

    /** What an office is of is told by articles, by words of institutions, and by the word behind these. */
    private int behindDomain(int from, boolean office) {
        int at = from;
        while (at < Math.min(from + MAX_SKIPPED, words.size())
                && words.get(at).joined()
                && (office ? isDomain(at, from) : runs.hasArticle(words.get(at).form()))) {
            at++;
        }
        return at;
    }

    private boolean isDomain(int at, int from) {
        String word = words.get(at).form();
        boolean named = at > from && runs.isCue(at - 1) && runs.isName(at + 1) && runs.isName(at + 2);
        return runs.hasArticle(word) || list("domain").contains(word) || named;
    }

    /** "Said X Y that". */
    private void behindSpeech(int at) {
        if (is(at, "says")
                && at + 1 < words.size()
                && words.get(at + 1).joined()
                && !runs.hasArticle(words.get(at + 1).form())) {
            int end = runs.endOfPerson(at + 1);
            if (end - at > NameRuns.PERSON && runs.isEnd(end)) {
                add(at + 1, end, Kind.PERSON, true);
            }
        }
    }

    private void withSurname(int at) {
        String word = words.get(at).form();
        boolean ends = list("surname-ending").stream()
                .anyMatch(ending -> word.endsWith(ending) && word.length() >= ending.length() + MIN_STEM);
        if ((!ends && !surnames.contains(word))
                || at == 0
                || !words.get(at).joined()
                || surnames.contains(words.get(at - 1).form())) {
            return;
        }
        int from = runs.start(at - 1);
        if (from >= 0) {
            int end = at + 1;
            while (end < words.size()
                    && words.get(end).joined()
                    && surnames.contains(words.get(end).form())) {
                end++;
            }
            add(from, end, Kind.PERSON, true);
        }
    }

    /** "X in Bihar", which Hindi says with the province first. */
    private void inRegion(int at) {
        if (!list("region").contains(words.get(at).form())
                || at + 2 >= words.size()
                || !list("of").contains(words.get(at + 1).form())) {
            return;
        }
        int end = runs.end(at + 2, NameRuns.PERSON);
        boolean in = end < words.size()
                && words.get(end).joined()
                && list("at").contains(words.get(end).form());
        boolean near = end + 1 < words.size()
                && words.get(end).joined()
                && list("of").contains(words.get(end).form())
                && list("near").contains(words.get(end + 1).form());
        if (in || near) {
            add(at + 2, end, Kind.PLACE, true);
        }
    }

    /** "X Y, governor of Z, said", where a sentence begins. */
    private void beforeOffice(int at) {
        if (!words.get(at).opens() || runs.hasArticle(words.get(at).form())) {
            return;
        }
        int end = runs.end(at, NameRuns.PERSON);
        if (end - at >= NameRuns.PERSON
                && end < words.size()
                && words.get(end).behindComma()
                && (is(end, "office") || is(end, "before-person"))) {
            add(at, end, Kind.PERSON, true);
        }
    }

    private boolean is(int at, String list) {
        return particles.word(words.get(at).form(), list(list)).isPresent();
    }

    private Set<String> list(String name) {
        return CUES.of(name, language);
    }

    private void add(int from, int to, Kind kind, boolean enough) {
        if (to > from) {
            found.add(text(from, to), kind, enough);
        }
    }

    private String text(int from, int to) {
        return words.subList(from, to).stream().map(Word::text).collect(Collectors.joining(" "));
    }
}
