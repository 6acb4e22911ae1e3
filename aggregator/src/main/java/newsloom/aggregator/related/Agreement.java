package newsloom.aggregator.related;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.DoubleStream;
import newsloom.aggregator.related.StoryCard.Report;
import newsloom.aggregator.story.Anchors;
import newsloom.text.vectors.KeySet;

/**
 * How much two stories of different languages agree in what needs no translation. The same firms and people are in the news every day,
 * so names alone say little: several must agree that are no parts of each other, a good part of the figures beside them, or many more
 * names where one of the two tells no figures, and the more the further the two are apart in time. Each demand is a ratio, the score is the least
 * of them.
 */
final class Agreement {
    static final double ENOUGH = 1;

    private static final double NAMES = 2;
    private static final double EVIDENCE = 5;
    private static final double EVIDENCE_A_DAY = 1.5;
    private static final double FIGURE = 1.5;
    private static final double FIGURES = 1;
    private static final double SHARE_OF_FIGURES = 0.6;
    private static final double NAMES_WITHOUT_FIGURES = 5;
    private static final double SHARE_OF_WORDS = 0.3;
    private static final long DAY_MS = TimeUnit.DAYS.toMillis(1);
    private static final long APART_MS = 2 * DAY_MS;

    private Agreement() {}

    /** 0 for stories of one language, without a date, or over two days apart; {@link #ENOUGH} and more for one happening. */
    static double score(StoryCard a, StoryCard b) {
        long apart = apart(a, b);
        if (a.language().equals(b.language()) || apart > APART_MS) {
            return 0;
        }
        Map<Integer, Double> ours = a.anchors();
        Map<Integer, Double> theirs = b.anchors();
        Map<Integer, Double> words = new HashMap<>();
        double figures = 0;
        for (Map.Entry<Integer, Double> anchor : ours.entrySet()) {
            double both = Math.min(anchor.getValue(), theirs.getOrDefault(anchor.getKey(), 0.0));
            if (Anchors.isFigure(anchor.getKey())) {
                figures += both;
            } else if (both > 0) {
                words.put(anchor.getKey(), both);
            }
        }
        double names = names(words, a, b);
        double shareOfWords = sum(words, false) / Math.max(1, Math.min(sum(ours, false), sum(theirs, false)));
        double leastFigures = Math.min(sum(ours, true), sum(theirs, true));
        double evidence = EVIDENCE + EVIDENCE_A_DAY * apart / DAY_MS;
        double least = DoubleStream.of(
                        names / NAMES,
                        (names + FIGURE * figures) / evidence,
                        shareOfWords / SHARE_OF_WORDS,
                        leastFigures > 0
                                ? Math.min(figures / FIGURES, figures / leastFigures / SHARE_OF_FIGURES)
                                : names / NAMES_WITHOUT_FIGURES)
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

    /** How many names these words make: words that stand in one name in either story are one. */
    private static double names(Map<Integer, Double> words, StoryCard a, StoryCard b) {
        List<KeySet> together = new ArrayList<>();
        a.reports().forEach(report -> together.addAll(report.names()));
        b.reports().forEach(report -> together.addAll(report.names()));
        double names = 0;
        Set<Integer> left = new HashSet<>(words.keySet());
        while (!left.isEmpty()) {
            Set<Integer> name = name(left.iterator().next(), together);
            names += name.stream()
                    .mapToDouble(word -> words.getOrDefault(word, 0.0))
                    .max()
                    .orElse(0);
            left.removeAll(name);
        }
        return names;
    }

    private static Set<Integer> name(int word, List<KeySet> together) {
        Set<Integer> name = new HashSet<>(Set.of(word));
        boolean grows = true;
        while (grows) {
            grows = false;
            for (KeySet words : together) {
                if (words.stream().anyMatch(name::contains)) {
                    grows |= words.stream().boxed().filter(name::add).count() > 0;
                }
            }
        }
        return name;
    }

    /** Between the dated reports of both that are nearest to each other. */
    private static long apart(StoryCard a, StoryCard b) {
        long least = Long.MAX_VALUE;
        for (Report one : a.reports()) {
            for (Report other : b.reports()) {
                if (one.dated() && other.dated()) {
                    least = Math.min(least, Math.abs(one.publishedMs() - other.publishedMs()));
                }
            }
        }
        return least;
    }
}
