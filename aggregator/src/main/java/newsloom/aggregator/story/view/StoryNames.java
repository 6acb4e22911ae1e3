package newsloom.aggregator.story.view;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import newsloom.aggregator.names.Name;
import newsloom.aggregator.names.Name.Kind;
import newsloom.aggregator.names.NameForms;

/** The names of a story out of those that its articles name often. */
final class StoryNames {
    /** A longer name that is so much rarer than its part is an accident: "Grandmaster Aldo Brink". */
    private static final int RARER = 3;

    private final Map<String, Map<Kind, Integer>> kinds = new LinkedHashMap<>();
    private final Map<String, Integer> whole = new LinkedHashMap<>();

    private StoryNames(Tally<Name> names, String language) {
        Map<String, String> written = NameForms.areIn(language) ? forms(names, language) : Map.of();
        for (Map.Entry<Name, Integer> name : names.byCount()) {
            String shown =
                    written.getOrDefault(name.getKey().text(), name.getKey().text());
            kinds.computeIfAbsent(shown, text -> new EnumMap<>(Kind.class))
                    .merge(name.getKey().kind(), name.getValue(), Integer::sum);
        }
        kinds.keySet().forEach(text -> whole.merge(longest(text), sum(text), Math::max));
    }

    /** For each name the form that is written most often of those that differ by their endings; of equally frequent ones the shortest. */
    private static Map<String, String> forms(Tally<Name> names, String language) {
        var forms = NameForms.of(language);
        var counts = new TreeMap<String, Integer>();
        names.counts().forEach((name, count) -> counts.merge(name.text(), count, Integer::sum));
        var shown = new ArrayList<NameForms.Form>();
        var written = new HashMap<String, String>();
        counts.entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(form -> form.getKey().length())
                        .thenComparing(Map.Entry.comparingByKey()))
                .map(entry -> forms.form(entry.getKey()))
                .forEach(form -> {
                    NameForms.Form known =
                            shown.stream().filter(form::isOneWith).findFirst().orElse(form);
                    if (known.equals(form)) {
                        shown.add(form);
                    }
                    written.put(form.name(), known.name());
                });
        return written;
    }

    /** In how many articles each is named, most first; a part of a longer name ("Keller", "Anna Keller") counts for the longer one. */
    static List<Map.Entry<Name, Integer>> of(Tally<Name> names, String language) {
        var found = new StoryNames(names, language);
        return found.whole.entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .map(name -> Map.entry(new Name(name.getKey(), found.kind(name.getKey())), name.getValue()))
                .toList();
    }

    private String longest(String name) {
        return kinds.keySet().stream()
                .filter(other -> isPart(name, other) && RARER * sum(other) >= sum(name))
                .findFirst()
                .orElse(name);
    }

    /** The town that another name is of, "Pell" of "Bank of Pell", is none. */
    private boolean isPart(String name, String of) {
        boolean ends = of.endsWith(" " + name)
                && !(kind(name) == Kind.PLACE && isBehindParticle(of, of.length() - name.length() - 1));
        return of.length() > name.length() && (of.startsWith(name + " ") || ends);
    }

    private static boolean isBehindParticle(String name, int space) {
        return Character.isLowerCase(name.codePointAt(name.lastIndexOf(' ', space - 1) + 1));
    }

    private int sum(String name) {
        return kinds.getOrDefault(name, Map.of()).values().stream()
                .mapToInt(Integer::intValue)
                .sum();
    }

    /** What most articles that tell it say; unknown where two kinds are told equally often. */
    private Kind kind(String name) {
        Kind most = Kind.UNKNOWN;
        int count = 0;
        for (Map.Entry<Kind, Integer> told : kinds.getOrDefault(name, Map.of()).entrySet()) {
            if (told.getKey() != Kind.UNKNOWN && told.getValue() >= count) {
                most = told.getValue() == count ? Kind.UNKNOWN : told.getKey();
                count = told.getValue();
            }
        }
        return most;
    }
}
