package newsloom.aggregator.related;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import newsloom.aggregator.related.StoryCard.Report;
import newsloom.aggregator.story.sketch.Anchors;
import newsloom.text.vectors.KeySet;

/**
 * How much two stories of different languages agree in what needs no translation. The same firms and people are in the news every day,
 * so names alone say little: in two reports several must agree that are no parts of each other, a good part of the figures beside them, or many more
 * names where one of the two tells no figures, and the more the further the two are apart in time. Each demand is a ratio, their score is the least
 * of them.
 *
 * <p>Stories agree as well as more than a third of each one's reports does with some report of the other. Each report finds its like or not,
 * however much the others have added since: shares of all that a story tells would fall as it grows.
 */
final class Agreement {
    static final double ENOUGH = 1;

    private static final double NAMES = 2;
    private static final double EVIDENCE = 5;
    private static final double EVIDENCE_A_DAY = 1.5;
    private static final double FIGURE = 1.5;
    private static final double SHARE_OF_FIGURES = 0.6;
    private static final double NAMES_WITHOUT_FIGURES = 5;
    private static final double SHARE_OF_WORDS = 0.3;
    private static final int THIRD = 3;
    private static final long DAY_MS = TimeUnit.DAYS.toMillis(1);
    private static final long APART_MS = 2 * DAY_MS;

    /** Of a report with no report of the other story near it. */
    private static final double FAR = -1;

    private Agreement() {}

    /** 0 for stories of one language, without a date, or over two days apart; {@link #ENOUGH} and more for one happening. */
    static double score(StoryCard a, StoryCard b) {
        if (a.language().equals(b.language())) {
            return 0;
        }
        var ours = new double[a.reports().size()];
        var theirs = new double[b.reports().size()];
        Arrays.fill(ours, FAR);
        Arrays.fill(theirs, FAR);
        for (int i = 0; i < ours.length; i++) {
            for (int j = 0; j < theirs.length; j++) {
                double score = score(a.reports().get(i), b.reports().get(j));
                ours[i] = Math.max(ours[i], score);
                theirs[j] = Math.max(theirs[j], score);
            }
        }
        return Math.round(Math.min(ofAThird(ours), ofAThird(theirs)) * 100) / 100.0;
    }

    /** What more than a third of those reach that are near the other story. */
    private static double ofAThird(double[] scores) {
        double[] near =
                Arrays.stream(scores).filter(score -> score > FAR).sorted().toArray();
        return near.length == 0 ? 0 : near[near.length - 1 - near.length / THIRD];
    }

    private static double score(Report a, Report b) {
        long apart = Math.abs(a.publishedMs() - b.publishedMs());
        if (!a.dated() || !b.dated() || apart > APART_MS) {
            return FAR;
        }
        if (a.anchors().shared(b.anchors()) < NAMES) {
            return 0;
        }
        int[] shared = a.anchors().stream().filter(b.anchors()::contains).toArray();
        int figures = (int) Arrays.stream(shared).filter(Anchors::isFigure).count();
        int words = shared.length - figures;
        if (words < NAMES) {
            return 0;
        }
        int leastFigures = Math.min(a.figures(), b.figures());
        int leastWords = Math.min(a.anchors().size() - a.figures(), b.anchors().size() - b.figures());
        int names = names(shared, a, b);
        return DoubleStream.of(
                        names / NAMES,
                        (names + FIGURE * figures) / (EVIDENCE + EVIDENCE_A_DAY * apart / DAY_MS),
                        words / SHARE_OF_WORDS / leastWords,
                        leastFigures > 0 ? figures / SHARE_OF_FIGURES / leastFigures : names / NAMES_WITHOUT_FIGURES)
                .min()
                .orElse(0);
    }

    /** How many names these words make: words that stand in one name in either report are one. */
    private static int names(int[] shared, Report a, Report b) {
        List<KeySet> together =
                Stream.concat(a.names().stream(), b.names().stream()).toList();
        int names = 0;
        Set<Integer> left = new HashSet<>();
        Arrays.stream(shared).filter(word -> !Anchors.isFigure(word)).forEach(left::add);
        while (!left.isEmpty()) {
            left.removeAll(name(left.iterator().next(), together));
            names++;
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
}
