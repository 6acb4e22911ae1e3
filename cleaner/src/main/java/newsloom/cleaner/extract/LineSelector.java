package newsloom.cleaner.extract;

import java.util.List;

/** Scores the lines of a plain-text page and picks the main content; no short line is left at the end, and nothing below "Related stories" that is no sentence. */
final class LineSelector {

    private static final int MAX_LEFT_OVER_WORDS = 4;

    private LineSelector() {}

    static Selection select(
            List<TextLine> lines, Headline headline, DensestRun run, UrlMentions mentions, BoostedTrees trees) {
        return choose(lines, headline, new LineFeatures(lines, headline, run, mentions), trees)
                .selection();
    }

    static List<ExplainedText> explain(
            List<TextLine> lines, Headline headline, DensestRun run, UrlMentions mentions, BoostedTrees trees) {
        LineFeatures features = new LineFeatures(lines, headline, run, mentions);
        ChosenPassages<TextLine> chosen = choose(lines, headline, features, trees);
        return ExplainedText.explain(lines, chosen, chosen::ruleOf, features::fill, trees);
    }

    private static ChosenPassages<TextLine> choose(
            List<TextLine> lines, Headline headline, LineFeatures features, BoostedTrees trees) {
        ChosenPassages<TextLine> chosen =
                new ChosenPassages<>(lines, scores(lines, features, trees), headline, line -> null);
        chosen.trimStart(TextLine::marked);
        chosen.trimEnd(last -> leftOver(last, features));
        return chosen;
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
