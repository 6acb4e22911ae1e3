package newsloom.aggregator.story.view;

import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Counts by key, of which the smallest are dropped when there are too many. Immutable. */
public record Tally<K extends Comparable<K>>(SortedMap<K, Integer> counts) {
    public Tally {
        counts = Collections.unmodifiableSortedMap(new TreeMap<>(counts));
    }

    static <K extends Comparable<K>> Tally<K> empty() {
        return new Tally<K>(new TreeMap<K, Integer>());
    }

    /** Adds {@code by}, which may be negative; a count that falls to 0 or below is dropped. */
    Tally<K> plus(K key, int by) {
        return plus(List.of(key), by);
    }

    /** The same for each of several keys. */
    Tally<K> plus(List<K> keys, int by) {
        var more = new TreeMap<>(counts);
        for (K key : keys) {
            int sum = more.getOrDefault(key, 0) + by;
            if (sum > 0) {
                more.put(key, sum);
            } else {
                more.remove(key);
            }
        }
        return new Tally<>(more);
    }

    /**
     * The {@code max} largest counts; of equal ones the {@code newest}, so that a key which comes late can still grow, then the first by key.
     */
    Tally<K> largest(int max, Collection<K> newest) {
        if (counts.size() <= max) {
            return this;
        }
        var kept = new TreeMap<K, Integer>();
        counts.entrySet().stream()
                .sorted(Map.Entry.<K, Integer>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(entry -> !newest.contains(entry.getKey()))
                        .thenComparing(Map.Entry.comparingByKey()))
                .limit(max)
                .forEach(entry -> kept.put(entry.getKey(), entry.getValue()));
        return new Tally<>(kept);
    }

    /** The {@code max} last keys. */
    Tally<K> last(int max) {
        var kept = new TreeMap<>(counts);
        while (kept.size() > max) {
            kept.remove(kept.firstKey());
        }
        return kept.size() == counts.size() ? this : new Tally<>(kept);
    }

    /** Largest count first, equal ones by key. */
    List<Map.Entry<K, Integer>> byCount() {
        return counts.entrySet().stream()
                .sorted(Map.Entry.<K, Integer>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .toList();
    }
}
