package newsloom.cleaner.extract.select;

import java.util.BitSet;
import newsloom.cleaner.extract.page.Block;
import newsloom.cleaner.extract.page.PageTree;
import newsloom.cleaner.extract.page.Region;

/** The captions and heads of tables whose cells are main content for the most part. */
final class TableHeads {

    private TableHeads() {}

    /** @param scores the probability of each block, by its index */
    static BitSet of(PageTree tree, double[] scores) {
        BitSet heads = new BitSet();
        for (Region region : tree.regions()) {
            if (region.tag.equals("table") && !heads.get(region.firstBlock) && cellsAreText(tree, region, scores)) {
                for (Block block : tree.blocks().subList(region.firstBlock, region.endBlock)) {
                    heads.set(block.index(), head(tree, block));
                }
            }
        }
        return heads;
    }

    private static boolean cellsAreText(PageTree tree, Region table, double[] scores) {
        int cells = 0;
        int likely = 0;
        for (Block block : tree.blocks().subList(table.firstBlock, table.endBlock)) {
            if (!head(tree, block)) {
                cells++;
                likely += scores[block.index()] >= ChosenPassages.LIKELY ? 1 : 0;
            }
        }
        return likely * 2 > cells;
    }

    private static boolean head(PageTree tree, Block block) {
        String tag = tree.regionOf(block).tag;
        return tag.equals("th") || tag.equals("caption");
    }
}
