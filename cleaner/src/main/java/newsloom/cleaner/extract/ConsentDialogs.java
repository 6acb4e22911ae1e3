package newsloom.cleaner.extract;

import java.util.BitSet;
import java.util.List;

/**
 * The blocks that stand in dialogs which ask for consent, on a page that has running text outside of them. A dialog is told by its tag, its ARIA role or its name, and asks when most
 * of its text does; what is named after a tool that asks for consent need not be read, unless it holds most of the page. A small part of a page asks without such a name
 * when most of its text does, some of it in the site's own voice, and it stands in no element of the article, with a first heading outside of it.
 */
final class ConsentDialogs {

    private static final ConsentDialogs NONE = new ConsentDialogs(new BitSet());

    private static final int MIN_GOOD_BLOCKS = 2;
    private static final int MAX_BLOCKS = 40;
    private static final int MAX_STEPS = 8;
    private static final int MAX_VOICED = 8;
    private static final int IN_ARTICLE = Role.ARTICLE.bit() | Role.BODY_TEXT.bit();

    private final BitSet blocks;

    private ConsentDialogs(BitSet blocks) {
        this.blocks = blocks;
    }

    static ConsentDialogs of(PageTree tree, SiteNames site) {
        BitSet blocks = new BitSet();
        for (Region region : tree.regions()) {
            if ((region.dialog || region.consentTool) && !blocks.get(region.firstBlock) && asks(tree, region)) {
                blocks.set(region.firstBlock, region.endBlock);
            }
        }
        List<Block> headings = tree.blocks().stream()
                .filter(block -> tree.regionOf(block).headingLevel == 1)
                .toList();
        List<Block> voiced = tree.blocks().stream()
                .filter(block -> block.good()
                        && !blocks.get(block.index())
                        && outside(tree.regionOf(block), headings)
                        && ConsentText.ownVoice(block.text(), site))
                .limit(MAX_VOICED)
                .toList();
        voiced.forEach(block -> markUnnamed(tree, block, headings, blocks));
        boolean elsewhere = !blocks.isEmpty()
                && tree.blocks().stream().anyMatch(block -> block.good() && !blocks.get(block.index()));
        return elsewhere ? new ConsentDialogs(blocks) : NONE;
    }

    private static boolean asks(PageTree tree, Region region) {
        return (region.consentTool && small(tree, region))
                || ConsentText.Words.in(within(tree, region)).mostAsk();
    }

    private static boolean small(PageTree tree, Region region) {
        return region.goodBlocks * 2 <= tree.regions().get(0).goodBlocks;
    }

    /** The outermost small element around what the site says in its own voice that asks and is no part of the article. */
    private static void markUnnamed(PageTree tree, Block voiced, List<Block> headings, BitSet blocks) {
        Region asking = null;
        Region region = tree.regionOf(voiced);
        for (int steps = 0; steps < MAX_STEPS && outside(region, headings); steps++) {
            boolean several = region.goodBlocks >= MIN_GOOD_BLOCKS && small(tree, region);
            asking = several && ConsentText.Words.in(within(tree, region)).mostAsk() ? region : asking;
            region = tree.parentOf(region);
        }
        if (asking != null) {
            blocks.set(asking.firstBlock, asking.endBlock);
        }
    }

    private static boolean outside(Region region, List<Block> headings) {
        return region.parent >= 0
                && region.endBlock - region.firstBlock <= MAX_BLOCKS
                && (region.roles & IN_ARTICLE) == 0
                && headings.stream()
                        .anyMatch(heading -> heading.index() < region.firstBlock || heading.index() >= region.endBlock);
    }

    private static List<Block> within(PageTree tree, Region region) {
        return tree.blocks().subList(region.firstBlock, region.endBlock);
    }

    boolean hold(Block block) {
        return blocks.get(block.index());
    }
}
