package newsloom.cleaner.extract.page;

import java.util.List;

/**
 * The run of passages with the most running text and the least of anything else: the maximum-sum segment (Kadane; Bentley 1984, "Programming Pearls") of passages
 * weighed by their length when they are sentences and negatively when they are not.
 *
 * @param from first passage
 * @param to behind the last passage; equal to {@code from} when there is no running text
 */
public record DensestRun(int from, int to) {

    private static final int MAX_PASSAGE_WEIGHT = 600;
    private static final int SHORT_PASSAGE = -45;
    private static final int MEDIUM_PASSAGE = -12;
    private static final int MEDIUM_WORDS = 6;

    /** The densest run of running text. Costs a pass over the passages. */
    public static DensestRun of(List<? extends Passage> passages) {
        return of(passages, 1);
    }

    /** The same where everything else weighs more or less than it does by itself: more makes a shorter run. */
    public static DensestRun of(List<? extends Passage> passages, double strictness) {
        return without(new DensestRun(0, 0), passages, strictness);
    }

    /** The densest run that has nothing of this one: where this one is the comments, the article. */
    public DensestRun next(List<? extends Passage> passages) {
        return without(this, passages, 1);
    }

    private static DensestRun without(DensestRun taken, List<? extends Passage> passages, double strictness) {
        DensestRun best = new DensestRun(0, 0);
        double bestSum = 0;
        double sum = 0;
        int from = 0;
        for (Passage passage : passages) {
            if (taken.holds(passage.index())) {
                sum = 0;
                continue;
            }
            if (sum <= 0) {
                sum = 0;
                from = passage.index();
            }
            sum += passage.good() ? weight(passage) : strictness * weight(passage);
            if (sum > bestSum) {
                bestSum = sum;
                best = new DensestRun(from, passage.index() + 1);
            }
        }
        return best;
    }

    private static int weight(Passage passage) {
        if (passage.good()) {
            return Math.min(MAX_PASSAGE_WEIGHT, passage.shape().weight());
        }
        boolean medium =
                passage.shape().words() >= MEDIUM_WORDS || passage.shape().sentenceEnd();
        return medium && !passage.listed() ? MEDIUM_PASSAGE : SHORT_PASSAGE;
    }

    /** Whether the passage of that index lies in the run. */
    public boolean holds(int passage) {
        return passage >= from && passage < to;
    }
}
