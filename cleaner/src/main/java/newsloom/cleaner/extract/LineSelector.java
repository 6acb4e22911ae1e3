package newsloom.cleaner.extract;

import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Scores the lines of a plain-text page and picks the main content; no short line is left at the end, and nothing below "Related stories" that is no sentence. */
final class LineSelector {

    private static final int MAX_LEFT_OVER_WORDS = 4;

    private LineSelector() {}

    /** @param live the lines of a live blog's entries, which are kept; none on other pages */
    static Selection select(
            List<TextLine> lines,
            Headline headline,
            DensestRun run,
            UrlMentions mentions,
            BitSet live,
            BoostedTrees trees) {
        return choose(lines, headline, new LineFeatures(lines, headline, run, mentions), live, trees)
                .selection();
    }

    static List<ExplainedText> explain(
            List<TextLine> lines,
            Headline headline,
            DensestRun run,
            UrlMentions mentions,
            BitSet live,
            BoostedTrees trees) {
        LineFeatures features = new LineFeatures(lines, headline, run, mentions);
        ChosenPassages<TextLine> chosen = choose(lines, headline, features, live, trees);
        return ExplainedText.explain(lines, chosen, chosen::ruleOf, features::fill, trees);
    }

    private static ChosenPassages<TextLine> choose(
            List<TextLine> lines, Headline headline, LineFeatures features, BitSet live, BoostedTrees trees) {
        ChosenPassages<TextLine> chosen =
                new ChosenPassages<>(lines, scores(lines, features, trees), headline, rules(live));
        chosen.trimStart(TextLine::marked);
        chosen.trimEnd(last -> leftOver(last, features));
        return chosen;
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

    private static double[] scores(List<TextLine> lines, LineFeatures features, BoostedTrees trees) {
        FeatureRow row = FeatureRow.unnamed();
        double[] scores = new double[lines.size()];
        for (TextLine line : lines) {
            features.fill(row, line);
            scores[line.index()] = trees.score(row);
        }
        return scores;
    }

    private static boolean leftOver(TextLine last, LineFeatures features) {
        boolean shortLine = last.shape().words() <= MAX_LEFT_OVER_WORDS && !last.bullet();
        return !last.shape().sentenceEnd() && (shortLine || features.afterAfterword(last));
    }
}
