package newsloom.cleaner.extract.feature;

import java.util.List;
import newsloom.cleaner.extract.page.Passage;

/** Sums over the passages of a page, from which any stretch of it is read in constant time. */
final class PassageSums {

    private final List<? extends Passage> passages;
    private final int[] goodWeight;
    private final int[] goodPassages;
    private final int[] chars;
    private final int[] previousGood;
    private final int[] nextGood;

    PassageSums(List<? extends Passage> passages) {
        int size = passages.size();
        this.passages = passages;
        this.goodWeight = new int[size + 1];
        this.goodPassages = new int[size + 1];
        this.chars = new int[size + 1];
        this.previousGood = new int[size];
        this.nextGood = new int[size];
        int last = -1;
        for (int i = 0; i < size; i++) {
            Passage passage = passages.get(i);
            goodWeight[i + 1] =
                    goodWeight[i] + (passage.good() ? passage.shape().weight() : 0);
            goodPassages[i + 1] = goodPassages[i] + (passage.good() ? 1 : 0);
            chars[i + 1] = chars[i] + passage.shape().chars();
            previousGood[i] = last;
            last = passage.good() ? i : last;
        }
        int next = size;
        for (int i = size - 1; i >= 0; i--) {
            nextGood[i] = next;
            next = passages.get(i).good() ? i : next;
        }
    }

    int size() {
        return passages.size();
    }

    /** Weight of the running text from here to there (exclusive); both may lie outside of the page. */
    int goodWeight(int from, int to) {
        return goodWeight[clamp(to)] - goodWeight[clamp(from)];
    }

    int goodPassages(int from, int to) {
        return goodPassages[clamp(to)] - goodPassages[clamp(from)];
    }

    int chars(int from, int to) {
        return chars[clamp(to)] - chars[clamp(from)];
    }

    int allGoodWeight() {
        return goodWeight[size()];
    }

    /** The last running text before the passage, -1 when there is none. */
    int previousGood(int passage) {
        return previousGood[passage];
    }

    /** The first running text after the passage, {@link #size} when there is none. */
    int nextGood(int passage) {
        return nextGood[passage];
    }

    private int clamp(int position) {
        return Math.max(0, Math.min(size(), position));
    }
}
