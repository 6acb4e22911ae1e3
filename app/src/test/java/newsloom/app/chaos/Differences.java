package newsloom.app.chaos;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** Where two results differ: what is lost, what is there that should not be or is there twice, what reads otherwise. */
record Differences(List<String> lost, List<String> extra, List<String> changed) {
    private static final int SHOWN = 5;

    static Differences between(Map<String, List<String>> expected, Map<String, List<String>> actual) {
        var keys = new TreeSet<>(expected.keySet());
        keys.addAll(actual.keySet());
        var differences = new Differences(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        for (var key : keys) {
            differences.compare(key, expected.getOrDefault(key, List.of()), actual.getOrDefault(key, List.of()));
        }
        return differences;
    }

    private void compare(String key, List<String> expected, List<String> actual) {
        if (actual.size() < expected.size()) {
            lost.add(key);
        } else if (actual.size() > expected.size()) {
            extra.add(key);
        } else if (!actual.equals(expected)) {
            changed.add(key + "\n  expected " + expected + "\n  actual   " + actual);
        }
    }

    boolean none() {
        return lost.isEmpty() && extra.isEmpty() && changed.isEmpty();
    }

    @Override
    public String toString() {
        return "%d lost %s, %d extra %s, %d changed %s"
                .formatted(lost.size(), some(lost), extra.size(), some(extra), changed.size(), some(changed));
    }

    private static List<String> some(List<String> all) {
        return all.subList(0, Math.min(SHOWN, all.size()));
    }
}
