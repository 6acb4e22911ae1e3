package newsloom.cleaner.extract.notice;

import java.util.BitSet;
import java.util.List;
import java.util.stream.Stream;
import newsloom.cleaner.extract.page.Block;
import newsloom.cleaner.extract.page.PageTree;
import newsloom.cleaner.extract.page.Region;
import newsloom.cleaner.extract.page.Role;
import newsloom.cleaner.extract.page.SiteNames;
import org.jspecify.annotations.Nullable;

/**
 * The blocks that stand in dialogs which ask for consent, on a page that has running text outside of them. A dialog is told by its tag, its ARIA role or its name, and asks when most
 * of its text does; what is named after a tool that asks for consent need not be read, unless it holds most of the page. A small part of a page asks without such a name
 * when most of its text does, some of it in the site's own voice, and it stands in no element of the article, with a first heading outside of it; so does what speaks of cookies to the reader
 * at either end of a page on something else, be it one paragraph.
 */
public final class ConsentDialogs {

    private static final ConsentDialogs NONE = new ConsentDialogs(new BitSet());

    private static final int MIN_GOOD_BLOCKS = 2;
    private static final int MAX_BLOCKS = 40;
    private static final int MAX_STEPS = 8;
    private static final int MAX_VOICED = 8;
    private static final int AT_START = 4;
    private static final int AT_END = 8;
    private static final int IN_ARTICLE = Role.ARTICLE.bit() | Role.BODY_TEXT.bit();

    private final BitSet blocks;

    private ConsentDialogs(BitSet blocks) {
        this.blocks = blocks;
    }

    /** Looks for the dialogs of a page. Costs a pass over its regions and blocks. */
    public static ConsentDialogs of(PageTree tree, SiteNames site) {
        BitSet blocks = new BitSet();
        for (Region region : tree.regions()) {
            if ((region.dialog || region.consentTool) && !blocks.get(region.firstBlock) && asks(tree, region)) {
                blocks.set(region.firstBlock, region.endBlock);
            }
        }
        List<Block> headings = headings(tree, 1);
        List<Block> voiced = tree.blocks().stream()
                .filter(block -> block.good()
                        && !blocks.get(block.index())
                        && outside(tree.regionOf(block), headings)
                        && ConsentText.ownVoice(block.text(), site))
                .limit(MAX_VOICED)
                .toList();
        voiced.forEach(block -> markUnnamed(tree, block, headings, blocks));
        markAtEdges(tree, headings.isEmpty() ? headings(tree, 2) : headings, blocks);
        if (blocks.isEmpty()) {
            return NONE;
        }
        boolean elsewhere = tree.blocks().stream().anyMatch(block -> block.good() && !blocks.get(block.index()));
        return elsewhere || saysError(tree, headings) ? new ConsentDialogs(blocks) : NONE;
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

    private static List<Block> headings(PageTree tree, int level) {
        return tree.blocks().stream()
                .filter(block -> tree.regionOf(block).headingLevel == level)
                .toList();
    }

    /** Whether the page says that there is no text to be had. */
    private static boolean saysError(PageTree tree, List<Block> headings) {
        return ErrorText.in(tree.hints().title())
                || headings.stream().anyMatch(heading -> ErrorText.in(heading.text()));
    }

    /** What speaks of cookies to the reader at either end of a page that has nothing else to say of them. */
    private static void markAtEdges(PageTree tree, List<Block> headings, BitSet blocks) {
        List<Block> good = tree.blocks().stream().filter(Block::good).toList();
        List<Block> speaking = Stream.concat(
                        good.stream().limit(AT_START), good.stream().skip(Math.max(AT_START, good.size() - AT_END)))
                .filter(block -> !blocks.get(block.index())
                        && outside(tree.regionOf(block), headings)
                        && ConsentText.cookies(block.text()))
                .toList();
        boolean error = !speaking.isEmpty() && saysError(tree, headings);
        for (Block block : speaking) {
            Region asking = blocks.get(block.index()) ? null : askingAround(tree, block, headings, error);
            if (asking != null && nothingElse(tree, asking)) {
                blocks.set(asking.firstBlock, asking.endBlock);
            }
        }
    }

    /** The outermost element around the block that asks the reader and is no part of the article. */
    private static @Nullable Region askingAround(PageTree tree, Block block, List<Block> headings, boolean error) {
        Region asking = null;
        Region region = tree.regionOf(block);
        for (int steps = 0; steps < MAX_STEPS && outside(region, headings); steps++) {
            List<Block> within = within(tree, region);
            boolean asks = (error || small(tree, region))
                    && within.stream().anyMatch(part -> ConsentText.addresses(part.text()))
                    && ConsentText.Words.in(within).mostAsk();
            asking = asks ? region : asking;
            region = tree.parentOf(region);
        }
        return asking;
    }

    /** Whether cookies are in no heading outside of the element, and in no text there but such as speaks to the reader, too. */
    private static boolean nothingElse(PageTree tree, Region asking) {
        return tree.blocks().stream()
                .filter(block -> block.index() < asking.firstBlock || block.index() >= asking.endBlock)
                .filter(block -> block.good() || tree.regionOf(block).headingLevel > 0)
                .noneMatch(block ->
                        ConsentText.cookies(block.text()) && !(block.good() && ConsentText.addresses(block.text())));
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

    /** Whether the block stands in one of the dialogs. */
    public boolean hold(Block block) {
        return blocks.get(block.index());
    }
}
