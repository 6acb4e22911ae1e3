package newsloom.cleaner.extract;

import java.util.BitSet;
import java.util.List;

/**
 * The blocks that stand in dialogs which ask for consent, on a page that has running text outside of them. A dialog is told by its tag, its ARIA role or its name, and asks when most
 * of its text does; what is named after a tool that asks for consent need not be read, unless it holds most of the page. Costs nothing on a page without dialogs.
 */
final class ConsentDialogs {

    private static final ConsentDialogs NONE = new ConsentDialogs(new BitSet());

    private final BitSet blocks;

    private ConsentDialogs(BitSet blocks) {
        this.blocks = blocks;
    }

    static ConsentDialogs of(PageTree tree) {
        BitSet blocks = new BitSet();
        for (Region region : tree.regions()) {
            if ((region.dialog || region.consentTool) && !blocks.get(region.firstBlock) && asks(tree, region)) {
                blocks.set(region.firstBlock, region.endBlock);
            }
        }
        boolean elsewhere = !blocks.isEmpty()
                && tree.blocks().stream().anyMatch(block -> block.good() && !blocks.get(block.index()));
        return elsewhere ? new ConsentDialogs(blocks) : NONE;
    }

    private static boolean asks(PageTree tree, Region region) {
        boolean small = region.goodBlocks * 2 <= tree.regions().get(0).goodBlocks;
        List<Block> within = tree.blocks().subList(region.firstBlock, region.endBlock);
        return (region.consentTool && small) || ConsentText.Words.in(within).mostAsk();
    }

    boolean hold(Block block) {
        return blocks.get(block.index());
    }
}
