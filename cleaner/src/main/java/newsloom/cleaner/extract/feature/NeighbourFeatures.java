package newsloom.cleaner.extract.feature;

import java.util.List;
import newsloom.cleaner.extract.page.Passage;

/** What stands around a passage in reading order. */
final class NeighbourFeatures {

    private static final int NONE = -1;
    private static final int MAX_DISTANCE = 60;

    private final List<? extends Passage> passages;
    private final PassageSums sums;

    NeighbourFeatures(List<? extends Passage> passages, PassageSums sums) {
        this.passages = passages;
        this.sums = sums;
    }

    void fill(FeatureRow row, int i) {
        row.put("kind 2 before", kind(i - 2));
        row.put("kind before", kind(i - 1));
        row.put("kind after", kind(i + 1));
        row.put("kind 2 after", kind(i + 2));
        row.put("words before", words(i - 1));
        row.put("words after", words(i + 1));
        row.put("good within 2", sums.goodWeight(i - 2, i + 3));
        row.put("good within 5", sums.goodWeight(i - 5, i + 6));
        row.put("good within 12", sums.goodWeight(i - 12, i + 13));
        row.put("good 6 before", sums.goodWeight(i - 6, i));
        row.put("good 6 after", sums.goodWeight(i + 1, i + 7));
        row.put("good share within 5", share(i - 5, i + 6));
        row.put("good share within 12", share(i - 12, i + 13));
        row.put("good passages within 5", sums.goodPassages(i - 5, i + 6));
        row.put("since good", Math.min(MAX_DISTANCE, i - sums.previousGood(i)));
        row.put("until good", Math.min(MAX_DISTANCE, sums.nextGood(i) - i));
        row.put("like before", alike(i, i - 1));
        row.put("like after", alike(i, i + 1));
    }

    private int kind(int i) {
        return i < 0 || i >= passages.size() ? NONE : ShapeFeatures.kind(passages.get(i));
    }

    private int words(int i) {
        return i < 0 || i >= passages.size()
                ? NONE
                : Math.min(200, passages.get(i).shape().words());
    }

    private double share(int from, int to) {
        return sums.goodWeight(from, to) / (double) Math.max(1, sums.chars(from, to));
    }

    /** How near two passages are in length, 0 to 1: entries of one list are. */
    private double alike(int i, int other) {
        int one = words(i);
        int two = words(other);
        return two < 0 ? NONE : Math.min(one, two) / (double) Math.max(1, Math.max(one, two));
    }
}
