package newsloom.cleaner.extract.feature;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import newsloom.cleaner.extract.page.Block;
import newsloom.cleaner.extract.page.PageTree;
import newsloom.cleaner.extract.page.Region;
import newsloom.cleaner.extract.page.Role;

/**
 * The running text of the elements around a block, beside that of the best region, of the element that its class calls the body of the article, and of all the
 * elements that look the same in the page's code.
 */
final class ContainerFeatures {

    private static final int NONE = -1;
    private static final int FAR = 50;
    private static final List<Level> LEVELS = Stream.of("own", "parent", "grandparent", "great-grandparent")
            .map(Level::new)
            .toList();

    /** What the features of an element so many steps up are called. */
    private record Level(
            String goodShare, String linkShare, String goodBlocks, String blocks, String goodOfText, String place) {

        Level(String name) {
            this(
                    name + " good share",
                    name + " link share",
                    name + " good blocks",
                    name + " blocks",
                    name + " good of text",
                    name + " place");
        }
    }

    /** Sums over the elements of one tag and class within one kind of parent. */
    private static final class Style {
        int blocks;
        int words;
        int goodWeight;
        int chars;
        int linkChars;
        int inBest;
    }

    private final PageTree tree;
    private final Region best;
    private final Region body;
    private final PassageSums sums;
    private final Map<Integer, Style> styles = new HashMap<>();

    ContainerFeatures(PageTree tree, Region best, PassageSums sums) {
        this.tree = tree;
        this.best = best;
        this.body = body(tree);
        this.sums = sums;
        tree.blocks().forEach(this::addToStyle);
    }

    /** The region that calls itself the body of the article and has the most running text; the inner one of equals. */
    private static Region body(PageTree tree) {
        Region body = tree.regions().get(0);
        int most = 0;
        for (Region region : tree.regions()) {
            if (Role.BODY_TEXT.in(region.ownRoles) && region.goodWeight > 0 && region.goodWeight >= most) {
                body = region;
                most = region.goodWeight;
            }
        }
        return body;
    }

    private void addToStyle(Block block) {
        Style style = styles.computeIfAbsent(style(block), absent -> new Style());
        style.blocks++;
        style.words += block.shape().words();
        style.goodWeight += block.good() ? block.shape().weight() : 0;
        style.chars += block.shape().chars();
        style.linkChars += Math.min(block.linkChars(), block.shape().chars());
        style.inBest += tree.within(tree.regionOf(block), best) ? 1 : 0;
    }

    private int style(Block block) {
        Region region = tree.regionOf(block);
        return region.style * 31 + tree.parentOf(region).style;
    }

    void fill(FeatureRow row, Block block) {
        Region region = tree.regionOf(block);
        levels(row, region, block);
        best(row, region, block);
        row.put("in body", body.index > 0 ? tree.within(region, body) ? 1 : 0 : NONE);
        row.put("body share", share(body));
        style(row, block);
        neighbours(row, region, block);
    }

    private void levels(FeatureRow row, Region own, Block block) {
        Region region = own;
        for (Level level : LEVELS) {
            int blocks = region.endBlock - region.firstBlock;
            row.put(level.goodShare(), share(region));
            row.put(level.linkShare(), region.linkShare());
            row.put(level.goodBlocks(), region.goodBlocks);
            row.put(level.blocks(), blocks);
            row.put(level.goodOfText(), region.goodWeight / (double) Math.max(1, region.chars));
            row.put(level.place(), (block.index() - region.firstBlock) / (double) Math.max(1, blocks));
            region = tree.parentOf(region);
        }
    }

    private void best(FeatureRow row, Region region, Block block) {
        boolean inside = tree.within(region, best);
        row.put("up to best", inside ? region.depth - best.depth : NONE);
        row.put("up to shared", inside ? 0 : upToShared(region));
        row.put("best share", share(best));
        row.put("best blocks", best.endBlock - best.firstBlock);
        row.put("best link share", best.linkShare());
        row.put("since best start", clamp(block.index() - best.firstBlock));
        row.put("until best end", clamp(best.endBlock - 1 - block.index()));
        double good = Math.max(1, sums.goodWeight(best.firstBlock, best.endBlock));
        row.put("place in best", inside ? sums.goodWeight(best.firstBlock, block.index()) / good : NONE);
    }

    /** Steps up to the first element that holds the best region too. */
    private int upToShared(Region from) {
        Region region = from;
        int steps = 0;
        while (region.parent >= 0 && steps < FAR && !tree.within(best, region)) {
            region = tree.parentOf(region);
            steps++;
        }
        return steps;
    }

    private void style(FeatureRow row, Block block) {
        Style style = styles.getOrDefault(style(block), new Style());
        double blocks = Math.max(1, style.blocks);
        row.put("style blocks", style.blocks);
        row.put("style words", style.words / blocks);
        row.put("style good share", style.goodWeight / (double) Math.max(1, sums.allGoodWeight()));
        row.put("style link share", style.linkChars / (double) Math.max(1, style.chars));
        row.put("style in best", style.inBest / blocks);
    }

    private void neighbours(FeatureRow row, Region region, Block block) {
        int i = block.index();
        row.put("sibling before", siblings(region, i - 1));
        row.put("sibling after", siblings(region, i + 1));
        row.put("sibling of good before", siblings(region, sums.previousGood(i)));
        row.put("sibling of good after", siblings(region, sums.nextGood(i)));
        row.put("link share before", linkShare(i - 1));
        row.put("link share after", linkShare(i + 1));
        row.put("heading before", headingLevel(i - 1));
        row.put("heading after", headingLevel(i + 1));
    }

    private boolean siblings(Region region, int other) {
        return other >= 0
                && other < tree.blocks().size()
                && tree.regionOf(tree.blocks().get(other)).parent == region.parent;
    }

    private double linkShare(int i) {
        return i < 0 || i >= tree.blocks().size() ? NONE : tree.blocks().get(i).linkShare();
    }

    private int headingLevel(int i) {
        return i < 0 || i >= tree.blocks().size()
                ? NONE
                : tree.regionOf(tree.blocks().get(i)).headingLevel;
    }

    private double share(Region region) {
        return region.goodWeight / (double) Math.max(1, tree.regions().get(0).goodWeight);
    }

    private static int clamp(int distance) {
        return Math.max(-4 * FAR, Math.min(4 * FAR, distance));
    }
}
