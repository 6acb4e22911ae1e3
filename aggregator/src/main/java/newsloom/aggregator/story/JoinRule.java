package newsloom.aggregator.story;

import java.util.Locale;
import java.util.concurrent.TimeUnit;

/** Whether an article belongs to a story it was compared with: vetoes first, then the model, or phrases where a date is unknown. */
final class JoinRule {
    /** Strong evidence between texts that have otherwise nothing in common is a quotation of something else. */
    private static final double LEAST_LIKENESS = 0.1;

    private static final double MS_PER_DAY = TimeUnit.DAYS.toMillis(1);

    private final StorySettings settings;
    private final JoinModel model;

    JoinRule(StorySettings settings, JoinModel model) {
        this.settings = settings;
        this.model = model;
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

    Verdict judge(Member article, Comparison comparison) {
        if (comparison.series()) {
            return never(comparison, 0, "another issue of a series");
        }
        if (comparison.gapMs().isPresent()) {
            return byModel(comparison, comparison.gapMs().getAsLong());
        }
        return byEvidence(comparison);
    }

    private Verdict byModel(Comparison comparison, long gapMs) {
        double score = model.score(comparison);
        if (gapMs > settings.maxGap().toMillis()) {
            return never(comparison, score, days(gapMs) + " days apart");
        }
        return new Verdict(comparison, score, settings.threshold(), "alike, " + days(gapMs) + " days apart");
    }

    private Verdict byEvidence(Comparison comparison) {
        double share = comparison.evidence() / settings.evidence();
        boolean strong = share >= 1 && comparison.likeness() >= LEAST_LIKENESS;
        String reason = String.format(Locale.ROOT, "date unknown, shared rare phrases %.1f", comparison.evidence());
        return strong ? new Verdict(comparison, share - 1, 0, reason) : never(comparison, share - 1, reason);
    }

    private static Verdict never(Comparison comparison, double score, String reason) {
        return new Verdict(comparison, score, Double.POSITIVE_INFINITY, reason);
    }

    private static String days(long ms) {
        return String.format(Locale.ROOT, "%.1f", ms / MS_PER_DAY);
    }
}
