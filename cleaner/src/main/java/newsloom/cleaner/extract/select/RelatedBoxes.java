package newsloom.cleaner.extract.select;

import java.util.BitSet;
import java.util.List;
import newsloom.cleaner.extract.notice.Notices;
import newsloom.cleaner.extract.page.Block;
import newsloom.cleaner.extract.page.PageTree;
import newsloom.cleaner.extract.page.Region;
import newsloom.cleaner.extract.page.Role;
import newsloom.cleaner.extract.words.TextShape;

/**
 * The teasers below a heading like "Related posts" that follows running text: small elements beside one another, each with a linked title above sentences that are not linked. Ends
 * where sentences without such a title begin, so what comes behind the box is none of it. A digest is none: reviews of several sentences each that the trees take for main content, and that
 * outweigh what stands above. Costs nothing on a page without such a heading.
 */
final class RelatedBoxes {

    private static final int MAX_HEADING_WORDS = 6;
    private static final int MIN_GOOD_ABOVE = 2;
    private static final int MIN_TEASERS = 2;
    private static final int MAX_TITLES = 3;
    private static final int MAX_GOOD_BLOCKS = 3;
    private static final int MIN_TITLE_WORDS = 3;
    private static final int MIN_TITLE_WEIGHT = 15;
    private static final int MIN_REVIEW_SENTENCES = 2;
    private static final double MOST = 0.6;

    /** Elements that are looked at below one heading. */
    private static final int MAX_BELOW = 300;

    private final PageTree tree;
    private final BitSet blocks = new BitSet();
    /** How many linked titles stand before each block. */
    private int[] titlesBefore = new int[0];

    private final double[] scores;

    private RelatedBoxes(PageTree tree, double[] scores) {
        this.tree = tree;
        this.scores = scores;
    }

    /** @param scores how likely each block is main content, by its index */
    static RelatedBoxes of(PageTree tree, double[] scores) {
        RelatedBoxes boxes = new RelatedBoxes(tree, scores);
        int above = 0;
        for (Block block : tree.blocks()) {
            above += block.good() ? 1 : 0;
            if (above >= MIN_GOOD_ABOVE && boxes.heads(block)) {
                boxes.markBelow(block);
            }
        }
        return boxes;
    }

    boolean hold(Block block) {
        return blocks.get(block.index());
    }

    private boolean heads(Block block) {
        return block.shape().words() <= MAX_HEADING_WORDS
                && tree.regionOf(block).headingLevel > 0
                && (Notices.in(block.text()) & Notices.AFTERWORD.first()) != 0;
    }

    /** Goes over the elements beside the heading, and into those that hold several teasers. */
    private void markBelow(Block heading) {
        Region alone = tree.alone(heading);
        BitSet around = new BitSet();
        around.set(alone.parent);
        BitSet teasers = new BitSet();
        List<Region> regions = tree.regions();
        int end = tree.parentOf(alone).endBlock;
        int last = Math.min(regions.size(), alone.index + MAX_BELOW);
        for (int i = alone.index + 1; i < last && regions.get(i).firstBlock < end; i++) {
            Region region = regions.get(i);
            if (region.firstBlock <= heading.index() || !around.get(region.parent)) {
                continue;
            }
            int titles = titles(region);
            if (titles > MAX_TITLES || (titles > 1 && region.goodBlocks > MAX_GOOD_BLOCKS)) {
                around.set(i);
            } else if (titles > 0 && region.goodBlocks > 0 && region.goodBlocks <= MAX_GOOD_BLOCKS) {
                teasers.set(i, titleFirst(region));
            } else if (titles == 0 && region.goodBlocks > 0) {
                break;
            }
        }
        if (teasers.cardinality() >= MIN_TEASERS
                && !digest(teasers.stream().mapToObj(regions::get).toList(), heading)) {
            teasers.stream().mapToObj(regions::get).forEach(teaser -> blocks.set(teaser.firstBlock, teaser.endBlock));
        }
    }

    /** Whether the entries are what the page has to say, as a digest of links with a review each. */
    private boolean digest(List<Region> entries, Block heading) {
        List<Block> sentences = entries.stream()
                .flatMap(entry -> tree.blocks().subList(entry.firstBlock, entry.endBlock).stream())
                .filter(Block::good)
                .toList();
        int all = weight(sentences);
        List<Block> likely = sentences.stream()
                .filter(block ->
                        scores[block.index()] >= ChosenPassages.LIKELY && (tree.rolesOf(block) & Role.AROUND) == 0)
                .toList();
        List<Block> above = tree.blocks().subList(0, heading.index()).stream()
                .filter(block -> block.good() && scores[block.index()] >= ChosenPassages.LIKELY)
                .toList();
        long reviews = likely.stream()
                .filter(block -> block.shape().sentences() >= MIN_REVIEW_SENTENCES && !Teasers.breaksOff(block.text()))
                .count();
        return weight(likely) >= MOST * all && reviews >= MOST * entries.size() && all > weight(above);
    }

    private static int weight(List<Block> blocks) {
        return blocks.stream().mapToInt(block -> block.shape().weight()).sum();
    }

    /** A piece of the text that a page builder made may hold a link, but begins with a sentence. */
    private boolean titleFirst(Region region) {
        for (int i = region.firstBlock; i < region.endBlock; i++) {
            if (titlesBefore[i + 1] > titlesBefore[i]) {
                return true;
            }
            if (tree.blocks().get(i).good()) {
                return false;
            }
        }
        return false;
    }

    private int titles(Region region) {
        if (titlesBefore.length == 0) {
            countTitles();
        }
        return titlesBefore[region.endBlock] - titlesBefore[region.firstBlock];
    }

    private void countTitles() {
        titlesBefore = new int[tree.blocks().size() + 1];
        for (Block block : tree.blocks()) {
            TextShape shape = block.shape();
            boolean says = shape.words() >= MIN_TITLE_WORDS || shape.weight() >= MIN_TITLE_WEIGHT;
            titlesBefore[block.index() + 1] = titlesBefore[block.index()] + (block.listed() && says ? 1 : 0);
        }
    }
}
