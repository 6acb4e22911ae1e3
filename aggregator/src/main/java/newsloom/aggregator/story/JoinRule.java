package newsloom.aggregator.story;

import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;

/** Whether an article belongs to a story it was compared with; the formula stands in {@link StorySettings}. */
final class JoinRule {
    private static final int RIVALS = 5;
    private static final int BRIEF_WORDS = 20;
    /** Strong evidence between texts that have otherwise nothing in common is a quotation of something else. */
    private static final double LEAST_SCORE = 0.1;

    private static final double MS_PER_DAY = TimeUnit.DAYS.toMillis(1);

    private final StorySettings settings;

    JoinRule(StorySettings settings) {
        this.settings = settings;
    }

    /** @param threshold {@link Double#POSITIVE_INFINITY} where no score would do */
    record Verdict(Comparison comparison, double score, double threshold, String reason) {
        double margin() {
            return score - threshold;
        }

        boolean joins() {
            return score >= threshold;
        }
    }

    /** @param rivals mean score of the next best stories */
    Verdict judge(Member article, Comparison comparison, double rivals) {
        StoryState story = comparison.story();
        double score = comparison.score(settings);
        if (comparison.series()) {
            return never(comparison, score, "another issue of a series");
        }
        double asked = asked(article, comparison, rivals);
        if (comparison.gapMs().isPresent()) {
            return byTime(comparison, score, asked, comparison.gapMs().getAsLong());
        }
        if (!article.dateKnown() && !story.dated() && score >= asked + settings.undatedExtra()) {
            return new Verdict(comparison, score, asked + settings.undatedExtra(), "alike, both undated");
        }
        return byEvidence(comparison, score);
    }

    private Verdict byTime(Comparison comparison, double score, double asked, long gapMs) {
        if (gapMs > settings.maxGap().toMillis()) {
            return never(comparison, score, days(gapMs) + " days apart");
        }
        double threshold = asked + settings.gapWeight() * Math.log1p(gapMs / MS_PER_DAY);
        return new Verdict(comparison, score, threshold, "alike, " + days(gapMs) + " days apart");
    }

    private Verdict byEvidence(Comparison comparison, double score) {
        double share = comparison.evidence() / settings.evidence();
        boolean strong = share >= 1 && score >= LEAST_SCORE;
        String reason = String.format(Locale.ROOT, "date unknown, shared rare phrases %.1f", comparison.evidence());
        return strong ? new Verdict(comparison, score, score / share, reason) : never(comparison, score, reason);
    }

    private double asked(Member article, Comparison comparison, double rivals) {
        double asked = settings.base()
                + settings.sizeWeight() * Math.log(comparison.story().articles())
                + settings.rivalWeight() * rivals;
        return article.words() < BRIEF_WORDS ? asked - settings.briefWeight() : asked;
    }

    /** Mean score of the stories behind the best; fewer than five rivals count as if the missing ones scored nothing. */
    double rivals(List<Comparison> others) {
        double sum = 0;
        double[] best = others.stream()
                .filter(other -> other.gapMs().isPresent()
                        && other.gapMs().getAsLong() <= settings.maxGap().toMillis())
                .mapToDouble(other -> other.score(settings))
                .map(score -> -score)
                .sorted()
                .limit(RIVALS)
                .toArray();
        for (double negated : best) {
            sum -= negated;
        }
        return sum / RIVALS;
    }

    private static Verdict never(Comparison comparison, double score, String reason) {
        return new Verdict(comparison, score, Double.POSITIVE_INFINITY, reason);
    }

    private static String days(long ms) {
        return String.format(Locale.ROOT, "%.1f", ms / MS_PER_DAY);
    }
}
