package newsloom.aggregator.story.decide;

import java.util.Arrays;

/**
 * Adds up what speaks for each of many stories and tells the best. An open hash table without objects, because some thousand
 * entries of posting lists are added up for every article. Not thread-safe.
 */
final class StoryScores {
    private static final int FIRST_SLOTS = 1 << 10;

    private long[] stories = new long[FIRST_SLOTS];
    /** By slot; 0 where there is no story. */
    private double[] sums = new double[FIRST_SLOTS];

    private int size;

    /** @param score above 0 */
    void add(long story, double score) {
        int slot = slot(story);
        if (sums[slot] == 0) {
            stories[slot] = story;
            size++;
        }
        sums[slot] += score;
        if (size > sums.length / 2) {
            grow();
        }
    }

    private int slot(long story) {
        int slot = (int) (story ^ story >>> 32) & sums.length - 1;
        while (sums[slot] != 0 && stories[slot] != story) {
            slot = slot + 1 & sums.length - 1;
        }
        return slot;
    }

    private void grow() {
        long[] before = stories;
        double[] sumsBefore = sums;
        stories = new long[2 * before.length];
        sums = new double[stories.length];
        for (int i = 0; i < before.length; i++) {
            if (sumsBefore[i] != 0) {
                int slot = slot(before[i]);
                stories[slot] = before[i];
                sums[slot] = sumsBefore[i];
            }
        }
    }

    /**
     * At most {@code max} stories with the highest sums, best first; equally good ones by id.
     *
     * @param sure so many come whatever their sums
     * @param share of the highest sum that all others have at least
     */
    long[] best(int max, int sure, double share) {
        int[] best = new int[Math.min(max, size)];
        int n = 0;
        for (int slot = 0; slot < sums.length; slot++) {
            if (sums[slot] != 0 && (n < best.length || isBetter(slot, best[n - 1]))) {
                n = Math.min(n + 1, best.length);
                int at = n - 1;
                for (; at > 0 && isBetter(slot, best[at - 1]); at--) {
                    best[at] = best[at - 1];
                }
                best[at] = slot;
            }
        }
        int kept = best.length;
        while (kept > sure && sums[best[kept - 1]] < share * sums[best[0]]) {
            kept--;
        }
        return Arrays.stream(best, 0, kept).mapToLong(slot -> stories[slot]).toArray();
    }

    private boolean isBetter(int a, int b) {
        return sums[a] > sums[b] || (sums[a] == sums[b] && stories[a] < stories[b]);
    }
}
