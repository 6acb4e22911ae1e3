package newsloom.aggregator.story.view;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** How high the articles that a story lists rank names or words: what equally many of them have is shown in that order. */
final class Prominence {
    private final Map<String, Double> ranks = new HashMap<>();

    /** @param ranked what each article has, foremost first */
    Prominence(List<List<String>> ranked) {
        for (List<String> each : ranked) {
            for (int rank = 0; rank < each.size(); rank++) {
                ranks.merge(each.get(rank), 1.0 / (1 + rank), Double::sum);
            }
        }
    }

    /**
     * The same entries, largest count first, equal ones by rank, then in the order they came in.
     *
     * @param text what articles call a key
     */
    <K> List<Map.Entry<K, Integer>> sorted(List<Map.Entry<K, Integer>> counted, Function<K, String> text) {
        return counted.stream()
                .sorted(Map.Entry.<K, Integer>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(entry -> -ranks.getOrDefault(text.apply(entry.getKey()), 0.0)))
                .toList();
    }
}
