package newsloom.cleaner.extract;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Scores the lines of a plain-text page and picks the main content, as {@link BlockSelector} does for blocks: without the headline and what repeats
 * it, a longer line said twice only once, and no short line that is left at the end.
 */
final class LineSelector {

    private static final LinearScorer SCORER = LinearScorer.load("text-lines.weights", LineFeatures.NAMES);
    private static final double THRESHOLD = 0.5;
    private static final int MIN_REPEATED_WORDS = 8;

    private LineSelector() {}

    static Selection select(List<TextLine> lines, Headline headline, DensestRun run) {
        LineFeatures features = new LineFeatures(lines, headline, run);
        FeatureRow row = new FeatureRow();
        List<TextLine> kept = new ArrayList<>();
        Set<String> said = new HashSet<>();
        double sum = 0;
        double weight = 0;
        for (TextLine line : lines) {
            features.fill(row, line);
            double score = SCORER.score(row);
            boolean main = score >= THRESHOLD && line.index() != headline.block() && !headline.saidAgainBy(line.text());
            boolean dateline = weight == 0 && (DateText.isDateLine(line.text()) || AuthorFinder.isByline(line.text()));
            if (main && !dateline && (line.shape().words() < MIN_REPEATED_WORDS || said.add(line.text()))) {
                kept.add(line);
                sum += score * line.shape().weight();
                weight += line.shape().weight();
            }
        }
        while (!kept.isEmpty() && leftOver(kept.get(kept.size() - 1), features)) {
            kept.remove(kept.size() - 1);
        }
        return Selection.of(kept.stream().map(TextLine::text).toList(), weight == 0 ? 0 : sum / weight);
    }

    private static boolean leftOver(TextLine last, LineFeatures features) {
        boolean shortLine = last.shape().words() <= 4 && !last.bullet();
        return !last.shape().sentenceEnd() && (shortLine || features.afterAfterword(last));
    }
}
