package newsloom.cleaner.extract;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Scores the blocks of a page and picks the main content: blocks more likely than not, without the headline and what repeats it, a longer block said twice
 * only once, no link to a related page, and no heading that is left with nothing below it.
 */
final class BlockSelector {

    private static final LinearScorer SCORER = LinearScorer.load("html-blocks.weights", BlockFeatures.NAMES);
    private static final double THRESHOLD = 0.5;
    private static final int MIN_REPEATED_WORDS = 8;
    private static final double MIN_LINKED = 0.5;
    private static final int STRAGGLER_GAP = 4;
    private static final int MAX_DATELINE_WORDS = 12;

    private final PageTree tree;
    private final Headline headline;
    private final double[] scores;

    private BlockSelector(PageTree tree, Headline headline) {
        this.tree = tree;
        this.headline = headline;
        this.scores = scores(tree, headline);
    }

    static Selection select(PageTree tree, Headline headline) {
        return new BlockSelector(tree, headline).select();
    }

    private static double[] scores(PageTree tree, Headline headline) {
        BlockFeatures features = new BlockFeatures(tree, headline, BestRegion.of(tree, headline));
        FeatureRow row = new FeatureRow();
        double[] scores = new double[tree.blocks().size()];
        for (Block block : tree.blocks()) {
            features.fill(row, block);
            scores[block.index()] = SCORER.score(row);
        }
        return scores;
    }

    private Selection select() {
        List<Block> kept = new ArrayList<>();
        Set<String> said = new HashSet<>();
        for (Block block : tree.blocks()) {
            boolean main = scores[block.index()] >= THRESHOLD
                    && block.index() != headline.block()
                    && !labelledLink(block)
                    && !headline.saidAgainBy(block.text());
            boolean dateline = kept.isEmpty() && dateline(block);
            if (main && !dateline && (block.shape().words() < MIN_REPEATED_WORDS || said.add(block.text()))) {
                kept.add(block);
            }
        }
        dropStragglers(kept);
        while (!kept.isEmpty() && heading(kept.get(kept.size() - 1))) {
            kept.remove(kept.size() - 1);
        }
        return Selection.of(kept.stream().map(Block::text).toList(), confidence(kept));
    }

    /** A link to another page with its label, in one block: {@code Read also: Harbour to be dredged}. */
    private static boolean labelledLink(Block block) {
        return block.linkShare() > MIN_LINKED && (Notices.in(block.text()) & Notices.AFTERWORD.first()) != 0;
    }

    /** Short texts at the end that several blocks part from the running text are boxes of the next column. */
    private static void dropStragglers(List<Block> kept) {
        int end = kept.size();
        while (end > 0 && straggles(kept.get(end - 1))) {
            end--;
        }
        for (int i = Math.max(1, end); i < kept.size(); i++) {
            if (kept.get(i).index() - kept.get(i - 1).index() > STRAGGLER_GAP) {
                kept.subList(i, kept.size()).clear();
            }
        }
    }

    private static boolean straggles(Block block) {
        return !block.good() && block.shape().words() < MIN_REPEATED_WORDS;
    }

    /** A byline, a date, or both in one block. */
    private static boolean dateline(Block block) {
        boolean both = block.shape().words() <= MAX_DATELINE_WORDS
                && !block.shape().sentenceEnd()
                && DateText.mentionsDate(block.text());
        return both || DateText.isDateLine(block.text()) || AuthorFinder.isByline(block.text());
    }

    private boolean heading(Block block) {
        return tree.regionOf(block).headingLevel > 0;
    }

    private double confidence(List<Block> kept) {
        double sum = 0;
        double weight = 0;
        for (Block block : kept) {
            sum += scores[block.index()] * block.shape().weight();
            weight += block.shape().weight();
        }
        return weight == 0 ? 0 : sum / weight;
    }
}
