package newsloom.cleaner.extract.select;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.IntStream;
import newsloom.cleaner.extract.feature.BoostedTrees;
import newsloom.cleaner.extract.feature.FeatureRow;
import newsloom.cleaner.extract.page.Passage;
import org.jspecify.annotations.Nullable;

/**
 * Why a block or line of a page was kept or dropped.
 *
 * @param score the probability that it is main content, 0 to 1
 * @param asked from which probability on this page's texts are taken, see {@link PageThreshold}
 * @param kept whether it is in the article
 * @param rule what overruled the score, in a few words: a likely text may be the headline, said before, or left over at either end; null where the score had the last word
 * @param reasons the features that set it most apart from the rest of the page, strongest first; at most {@value #MAX_REASONS}
 */
public record ExplainedText(
        String text,
        double score,
        double asked,
        boolean kept,
        @Nullable String rule,
        List<Reason> reasons) {

    private static final int MAX_REASONS = 5;

    /**
     * One feature's part in the score.
     *
     * @param pull how far it moved the log-odds beyond what it does to the page's passages in the mean: positive towards main content
     */
    public record Reason(String feature, double value, double pull) {}

    /** Fills a row with the features of a passage. */
    interface Features<P extends Passage> {
        void fill(FeatureRow row, P passage);
    }

    static <P extends Passage> List<ExplainedText> explain(
            List<P> passages,
            ChosenPassages<P> choice,
            Function<P, @Nullable Rule> rules,
            Features<P> features,
            BoostedTrees trees) {
        FeatureRow row = FeatureRow.named();
        List<double[]> pulls = new ArrayList<>();
        double[] usual = new double[0];
        for (P passage : passages) {
            features.fill(row, passage);
            double[] pull = trees.pulls(row);
            pulls.add(pull);
            usual = Arrays.copyOf(usual, pull.length);
            for (int i = 0; i < pull.length; i++) {
                usual[i] += pull[i] / passages.size();
            }
        }
        Set<P> chosen = new HashSet<>(choice.kept());
        List<ExplainedText> explained = new ArrayList<>();
        for (P passage : passages) {
            features.fill(row, passage);
            List<Reason> reasons = reasons(row, pulls.get(passage.index()), usual);
            Rule rule = rules.apply(passage);
            explained.add(new ExplainedText(
                    passage.text(),
                    trees.score(row),
                    choice.threshold(),
                    chosen.contains(passage),
                    rule == null ? null : rule.words(),
                    reasons));
        }
        return List.copyOf(explained);
    }

    /** The same where a rule has the last word. */
    public ExplainedText overruled(boolean keeps, Rule by) {
        return new ExplainedText(text, score, asked, keeps, by.words(), reasons);
    }

    private static List<Reason> reasons(FeatureRow row, double[] pulls, double[] usual) {
        return IntStream.range(0, row.size())
                .mapToObj(i -> new Reason(row.name(i), row.value(i), pulls[i] - usual[i]))
                .sorted(Comparator.comparingDouble(reason -> -Math.abs(reason.pull())))
                .limit(MAX_REASONS)
                .toList();
    }
}
