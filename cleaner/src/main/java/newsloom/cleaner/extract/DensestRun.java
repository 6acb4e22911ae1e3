package newsloom.cleaner.extract;

import java.util.List;

/**
 * The run of lines with the most running text and the least of anything else: the maximum-sum segment (Kadane; Bentley 1984, "Programming Pearls") of lines
 * weighed by their length when they are sentences and negatively when they are not.
 *
 * @param from first line
 * @param to behind the last line; equal to {@code from} when there is no running text
 */
record DensestRun(int from, int to) {

    private static final int MAX_LINE_WEIGHT = 600;
    private static final int SHORT_LINE = -45;
    private static final int MEDIUM_LINE = -12;
    private static final int MEDIUM_WORDS = 6;

    static DensestRun of(List<TextLine> lines) {
        DensestRun best = new DensestRun(0, 0);
        int bestSum = 0;
        int sum = 0;
        int from = 0;
        for (TextLine line : lines) {
            if (sum <= 0) {
                sum = 0;
                from = line.index();
            }
            sum += weight(line);
            if (sum > bestSum) {
                bestSum = sum;
                best = new DensestRun(from, line.index() + 1);
            }
        }
        return best;
    }

    private static int weight(TextLine line) {
        if (line.good()) {
            return Math.min(MAX_LINE_WEIGHT, line.shape().weight());
        }
        boolean medium = line.shape().words() >= MEDIUM_WORDS || line.shape().sentenceEnd();
        return medium && !line.bullet() ? MEDIUM_LINE : SHORT_LINE;
    }

    boolean holds(int line) {
        return line >= from && line < to;
    }
}
