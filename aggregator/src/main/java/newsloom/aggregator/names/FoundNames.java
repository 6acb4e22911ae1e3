package newsloom.aggregator.names;

import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import newsloom.aggregator.names.Name.Kind;
import newsloom.aggregator.names.SpacedWords.Word;

/** Names that cues told, and how often the text has them with and without those. Not thread-safe. */
final class FoundNames {
    private final String language;
    private final List<Word> words;
    private final Map<String, Kind> kinds = new LinkedHashMap<>();
    private final Set<String> sure = new HashSet<>();

    FoundNames(String language, List<Word> words) {
        this.language = language;
        this.words = words;
    }

    /** @param enough whether it need not come again */
    void add(String name, Kind kind, boolean enough) {
        kinds.putIfAbsent(name, kind);
        if (enough) {
            sure.add(name);
        }
    }

    /** Most frequent first, at most {@code max}; the parts of a person's name are none themselves. */
    List<Name> byCount(int max) {
        kinds.keySet().removeIf(this::isPartOfAnother);
        Map<String, Integer> counts = counts();
        return kinds.keySet().stream()
                .filter(name -> sure.contains(name) || counts.getOrDefault(name, 0) > 1)
                .sorted(Comparator.comparingInt((String name) -> -counts.getOrDefault(name, 0))
                        .thenComparing(Comparator.naturalOrder()))
                .limit(max)
                .map(name -> new Name(name, kinds.getOrDefault(name, Kind.UNKNOWN)))
                .toList();
    }

    private boolean isPartOfAnother(String name) {
        return kinds.get(name) == Kind.PERSON
                && kinds.keySet().stream()
                        .anyMatch(other -> kinds.get(other) == Kind.PERSON
                                && (other.startsWith(name + " ") || other.endsWith(" " + name)));
    }

    private Map<String, Integer> counts() {
        var firsts = new HashMap<String, Set<String>>();
        var parts = new HashMap<String, List<String>>();
        kinds.forEach((name, kind) -> {
            List<String> own = NameWords.of(new Name(name, kind), language);
            if (!own.isEmpty()) {
                parts.put(name, own);
                firsts.computeIfAbsent(own.get(0), first -> new HashSet<>()).add(name);
                if (kind == Kind.PERSON) {
                    firsts.computeIfAbsent(own.get(own.size() - 1), last -> new HashSet<>())
                            .add(name);
                }
            }
        });
        var counts = new HashMap<String, Integer>();
        Particles particles = Particles.of(language);
        for (int at = 0; at < words.size(); at++) {
            int here = at;
            particles
                    .nameWord(words.get(at).form(), firsts.keySet())
                    .ifPresent(word -> firsts.getOrDefault(word, Set.of()).forEach(name -> {
                        if (isMention(parts.getOrDefault(name, List.of()), word, here)) {
                            counts.merge(name, 1, Integer::sum);
                        }
                    }));
        }
        return counts;
    }

    /** The whole name, or its last word without the first. */
    private boolean isMention(List<String> name, String word, int at) {
        int last = name.size() - 1;
        if (last > 0 && word.equals(name.get(last))) {
            return at == 0 || !words.get(at - 1).form().equals(name.get(last - 1));
        }
        for (int i = 1; i < name.size(); i++) {
            if (at + i >= words.size() || !words.get(at + i).form().equals(name.get(i))) {
                return false;
            }
        }
        return true;
    }
}
