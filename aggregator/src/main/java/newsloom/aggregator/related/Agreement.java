package newsloom.aggregator.related;

import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.DoubleStream;
import newsloom.aggregator.related.StoryCard.Report;
import newsloom.aggregator.story.Anchors;

/**
 * How much two stories of different languages agree in what needs no translation. Several words of names must agree, a figure beside
 * them, or many more names where one of the two tells no figures, and they must be a good part of what the story with fewer names has.
 * Figures count most: the same people are in the news every day. Each demand is a ratio, the score is the least of them.
 */
final class Agreement {
    static final double ENOUGH = 1;

    private static final double NAMES = 3;
    private static final double EVIDENCE = 6;
    private static final double FIGURE = 1.5;
    private static final double FIGURES = 1;
    private static final double NAMES_WITHOUT_FIGURES = 9;
    private static final double SHARE_OF_NAMES = 0.3;
    private static final long APART_MS = TimeUnit.DAYS.toMillis(2);

    private Agreement() {}

    /** 0 for stories of one language, without a date, or over two days apart; {@link #ENOUGH} and more for one happening. */
    static double score(StoryCard a, StoryCard b) {
        if (a.language().equals(b.language()) || !near(a, b)) {
            return 0;
        }
        Map<Integer, Double> ours = a.anchors();
        Map<Integer, Double> theirs = b.anchors();
        double names = 0;
        double figures = 0;
        for (Map.Entry<Integer, Double> anchor : ours.entrySet()) {
            double both = Math.min(anchor.getValue(), theirs.getOrDefault(anchor.getKey(), 0.0));
            if (Anchors.isFigure(anchor.getKey())) {
                figures += both;
            } else {
                names += both;
            }
        }
        double share = names / Math.max(1, Math.min(sum(ours, false), sum(theirs, false)));
        boolean told = sum(ours, true) > 0 && sum(theirs, true) > 0;
        double least = DoubleStream.of(
                        names / NAMES,
                        (names + FIGURE * figures) / EVIDENCE,
                        share / SHARE_OF_NAMES,
                        told ? figures / FIGURES : names / NAMES_WITHOUT_FIGURES)
                .min()
                .orElse(0);
        return Math.round(least * 100) / 100.0;
    }

    private static double sum(Map<Integer, Double> anchors, boolean figures) {
        return anchors.entrySet().stream()
                .filter(anchor -> Anchors.isFigure(anchor.getKey()) == figures)
                .mapToDouble(Map.Entry::getValue)
                .sum();
    }

    /** Whether some report of the one is near one of the other. */
    private static boolean near(StoryCard a, StoryCard b) {
        for (Report one : a.reports()) {
            for (Report other : b.reports()) {
                if (one.dated() && other.dated() && Math.abs(one.publishedMs() - other.publishedMs()) <= APART_MS) {
                    return true;
                }
            }
        }
        return false;
    }
}
