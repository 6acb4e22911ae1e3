package newsloom.cleaner.extract;

import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Scores the lines of a plain-text page and picks the main content; no short line is left at the end, and nothing below "Related stories" that is no sentence. */
final class LineSelector {

    private static final int MAX_LEFT_OVER_WORDS = 4;

    private final List<TextLine> lines;
    private final LineFeatures features;
    private final BoostedTrees trees;
    private final ChosenPassages<TextLine> chosen;

    /** @param live the lines of a live blog's entries, which are kept; none on other pages */
    LineSelector(
            List<TextLine> lines,
            Headline headline,
            DensestRun run,
            UrlMentions mentions,
            BitSet live,
            BoostedTrees trees) {
        this.lines = lines;
        this.features = new LineFeatures(lines, headline, run, mentions);
        this.trees = trees;
        this.chosen = new ChosenPassages<>(lines, scores(), headline, rules(live));
        chosen.trimStart(TextLine::marked);
        chosen.trimEnd(this::leftOver);
    }

    Selection selection() {
        return chosen.selection();
    }

    List<ExplainedText> explanation() {
        return ExplainedText.explain(lines, chosen, chosen::ruleOf, features::fill, trees);
    }

    private static ChosenPassages.Rules<TextLine> rules(BitSet live) {
        return new ChosenPassages.Rules<>() {
            @Override
            public @Nullable Rule against(TextLine line) {
                return OutsideText.of(line);
            }

            @Override
            public @Nullable Rule inFavour(TextLine line) {
                return live.get(line.index()) ? Rule.LIVE_ENTRY : null;
            }
        };
    }

    private double[] scores() {
        FeatureRow row = FeatureRow.unnamed();
        double[] scores = new double[lines.size()];
        for (TextLine line : lines) {
            features.fill(row, line);
            scores[line.index()] = trees.score(row);
        }
        return scores;
    }

    private boolean leftOver(TextLine last) {
        boolean shortLine = last.shape().words() <= MAX_LEFT_OVER_WORDS && !last.bullet();
        return !last.shape().sentenceEnd() && (shortLine || features.afterAfterword(last));
    }
}
