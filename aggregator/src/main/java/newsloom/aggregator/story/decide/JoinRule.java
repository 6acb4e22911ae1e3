package newsloom.aggregator.story.decide;

import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import newsloom.aggregator.story.compare.Comparer;
import newsloom.aggregator.story.compare.Comparison;
import newsloom.aggregator.story.compare.JoinModel;
import newsloom.aggregator.story.compare.NameClash;
import newsloom.aggregator.story.compare.StorySettings;
import newsloom.aggregator.story.compare.Subject;
import newsloom.aggregator.story.state.Member;
import newsloom.aggregator.story.state.StoryIndex;
import newsloom.aggregator.story.state.StoryState;
import newsloom.text.terms.TermTable;
import org.jspecify.annotations.Nullable;

/** Whether an article belongs to a story it was compared with: vetoes first, then the model. */
public final class JoinRule {
    private static final double MS_PER_DAY = TimeUnit.DAYS.toMillis(1);

    private final StorySettings settings;
    private final JoinModel model;
    private final StoryRest rest;

    JoinRule(StorySettings settings, JoinModel model) {
        this.settings = settings;
        this.model = model;
        this.rest = new StoryRest(settings);
    }

    /**
     * What is said of one story.
     *
     * @param threshold {@link Double#POSITIVE_INFINITY} where no score would do
     */
    public record Verdict(Comparison comparison, double score, double threshold, String reason) {
        double margin() {
            return score - threshold;
        }

        boolean joins() {
            return score >= threshold;
        }
    }

    /** On every story worth a look that passes, as the article finds it, most alike first. */
    List<Verdict> verdicts(Member article, TermTable table, StoryIndex index, Predicate<StoryState> which) {
        var subject = new Subject(article, table);
        List<Comparison> compared = Candidates.find(article, index).stream()
                .filter(story -> !story.members().isEmpty())
                .filter(which)
                .map(story -> Comparer.compare(subject, rest.foundBy(article, story)))
                .toList();
        return judged(subject, compared);
    }

    /** On one story, as if there were no other; it must have a member. */
    Verdict verdict(Member article, StoryState story, TermTable table) {
        var subject = new Subject(article, table);
        return judged(subject, List.of(Comparer.compare(subject, story))).get(0);
    }

    /** Where nothing fits, less is asked of stories whose reports begin with the same people and places. */
    private List<Verdict> judged(Subject subject, List<Comparison> compared) {
        List<Verdict> verdicts = Comparison.ranked(compared, settings).stream()
                .map(comparison -> judge(subject, comparison))
                .toList();
        return verdicts.stream().anyMatch(Verdict::joins)
                ? verdicts
                : verdicts.stream().map(this::eased).toList();
    }

    private Verdict eased(Verdict verdict) {
        double ease = settings.sameNames() * verdict.comparison().sameNames();
        double threshold = verdict.threshold() - ease;
        boolean joins = verdict.score() >= threshold;
        String reason = joins ? "the same people and places, " + time(verdict.comparison()) : verdict.reason();
        return new Verdict(verdict.comparison(), verdict.score(), threshold, reason);
    }

    /** The one with the widest margin, of equal ones the smaller story id; null when there is none. */
    static @Nullable Verdict best(List<Verdict> verdicts) {
        return verdicts.stream()
                .max(Comparator.comparingDouble(Verdict::margin)
                        .thenComparing(Comparator.comparingLong(
                                        (Verdict v) -> v.comparison().story().id())
                                .reversed()))
                .orElse(null);
    }

    /** What the model says of an article and a story, whatever stands against it. */
    double score(Comparison comparison) {
        return model.score(comparison);
    }

    private Verdict judge(Subject subject, Comparison comparison) {
        double score = model.score(comparison);
        if (comparison.series()) {
            return never(comparison, score, "another issue of a series, or one form filled in again");
        }
        if (comparison.isApart(settings)) {
            return never(comparison, score, apart(comparison));
        }
        if (comparison.gapMs().isEmpty() && comparison.phrases() < settings.undatedPhrases()) {
            String asked = " of the " + settings.undatedPhrases() + " asked for";
            return never(comparison, score, time(comparison) + asked);
        }
        if (score < settings.threshold()) {
            return new Verdict(comparison, score, settings.threshold(), "not alike enough, " + time(comparison));
        }
        return NameClash.of(subject, comparison)
                ? never(comparison, score, "tells of other people and places")
                : new Verdict(comparison, score, settings.threshold(), "alike, " + time(comparison));
    }

    private String apart(Comparison comparison) {
        return comparison.outlasts(settings)
                ? "the story would last " + days(comparison.spanMs()) + " days"
                : time(comparison);
    }

    private static String time(Comparison comparison) {
        return comparison.gapMs().isPresent()
                ? days(comparison.gapMs().getAsLong()) + " days apart"
                : "date unknown, shared rare phrases " + tenths(comparison.phrases());
    }

    private static Verdict never(Comparison comparison, double score, String reason) {
        return new Verdict(comparison, score, Double.POSITIVE_INFINITY, reason);
    }

    private static String days(long ms) {
        return tenths(ms / MS_PER_DAY);
    }

    /** With one digit after the point; without a formatter, which two dozen verdicts an article would wait for. */
    private static String tenths(double value) {
        long tenths = Math.round(value * 10);
        return tenths / 10 + "." + tenths % 10;
    }
}
