package newsloom.cleaner.extract.select;

import java.util.BitSet;
import java.util.List;
import newsloom.cleaner.extract.feature.BoostedTrees;
import newsloom.cleaner.extract.feature.FeatureRow;
import newsloom.cleaner.extract.feature.LineFeatures;
import newsloom.cleaner.extract.metadata.Headline;
import newsloom.cleaner.extract.page.DensestRun;
import newsloom.cleaner.extract.page.TextLine;
import newsloom.cleaner.extract.page.UrlMentions;
import org.jspecify.annotations.Nullable;

/** Scores the lines of a plain-text page and picks the main content; no short line is left at the end, and nothing below "Related stories" that is no sentence. */
public final class LineSelector {

    private static final int MAX_LEFT_OVER_WORDS = 4;
    /** Of the last paragraph, which a picture parts from the text. */
    private static final double NOT_UNLIKELY = 0.25;

    private final List<TextLine> lines;
    private final LineFeatures features;
    private final BoostedTrees trees;
    private final ChosenPassages<TextLine> chosen;

    /** Looks once at all lines of a page. {@code live} are the lines of a live blog's entries, which are kept; none on other pages. */
    public LineSelector(
            List<TextLine> lines,
            Headline headline,
            DensestRun run,
            UrlMentions mentions,
            BitSet live,
            BoostedTrees trees) {
        this.lines = lines;
        this.features = new LineFeatures(lines, headline, run, mentions);
        this.trees = trees;
        double[] scores = scores();
        this.chosen = new ChosenPassages<>(
                lines, scores, headline, rules(live, afterCredits(lines, scores), MarkdownTail.of(lines, scores)));
        chosen.trimStart(TextLine::marked);
        chosen.trimEnd(this::leftOver);
        chosen.dropAuthorNote(lines);
    }

    /** The text of the page. */
    public Selection selection() {
        return chosen.selection();
    }

    /** Each line with its score and what decided on it, in page order. */
    public List<ExplainedText> explanation() {
        return ExplainedText.explain(lines, chosen, chosen::ruleOf, features::fill, trees);
    }

    /** The sentences right behind the credit of a picture that stands right behind a likely sentence. */
    private static BitSet afterCredits(List<TextLine> lines, double[] scores) {
        BitSet after = new BitSet();
        for (int i = 2; i < scores.length; i++) {
            boolean doubtful = lines.get(i).good() && scores[i] >= NOT_UNLIKELY && scores[i] < ChosenPassages.LIKELY;
            boolean parted = doubtful && lines.get(i - 2).good() && scores[i - 2] >= ChosenPassages.LIKELY;
            after.set(
                    i,
                    parted
                            && OutsideText.of(lines.get(i - 1)) == Rule.PICTURE_CREDIT
                            && !ChosenPassages.notice(lines.get(i)));
        }
        return after;
    }

    private static ChosenPassages.Rules<TextLine> rules(BitSet live, BitSet afterCredits, BitSet tail) {
        return new ChosenPassages.Rules<>() {
            @Override
            public @Nullable Rule against(TextLine line) {
                return OutsideText.of(line);
            }

            @Override
            public @Nullable Rule inFavour(TextLine line) {
                if (live.get(line.index())) {
                    return Rule.LIVE_ENTRY;
                }
                if (tail.get(line.index())) {
                    return Rule.MARKDOWN_TAIL;
                }
                return afterCredits.get(line.index()) ? Rule.AFTER_CREDIT : null;
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
