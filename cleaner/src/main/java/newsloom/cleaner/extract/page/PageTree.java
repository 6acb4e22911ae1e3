package newsloom.cleaner.extract.page;

import java.util.List;

/**
 * A page after the walk: text blocks and the block-level elements that hold them, both in document order, with sums over each element's text.
 *
 * <p>A role is not believed when the element that claims it holds much of the page's running text: a page wrapped in
 * {@code class="sidebar-layout"} is not all sidebar.
 */
public record PageTree(List<Block> blocks, List<Region> regions, PageHints hints) {

    private static final double MAX_SHARE_OF_A_SIDE_ROLE = 0.35;

    static PageTree of(List<Block> blocks, List<Region> regions, PageHints hints) {
        PageTree tree = new PageTree(List.copyOf(blocks), List.copyOf(regions), hints);
        tree.sumRunningText();
        tree.inheritRoles();
        tree.sumGoodWeight();
        return tree;
    }

    /** The innermost region around the block. */
    public Region regionOf(Block block) {
        return regions.get(block.region());
    }

    /** All roles of a block: those of the elements around it, as bits of {@link Role}. */
    public int rolesOf(Block block) {
        return regionOf(block).roles;
    }

    /** The enclosing region, or the region itself at the top. */
    public Region parentOf(Region region) {
        return region.parent < 0 ? region : regions.get(region.parent);
    }

    /** The outermost region with no other block than this one. */
    public Region alone(Block block) {
        Region region = regionOf(block);
        Region parent = parentOf(region);
        while (parent.parent >= 0 && parent.endBlock - parent.firstBlock == 1) {
            region = parent;
            parent = parentOf(region);
        }
        return region;
    }

    /** Whether the inner region is the outer one or lies in it. Costs a step for each level between. */
    public boolean within(Region inner, Region outer) {
        return inner.firstBlock >= outer.firstBlock && inner.endBlock <= outer.endBlock && inner.index >= outer.index;
    }

    private void sumRunningText() {
        for (Block block : blocks) {
            Region region = regionOf(block);
            region.chars += block.shape().chars();
            region.linkChars += Math.min(block.linkChars(), block.shape().chars());
            region.goodWeight += block.good() ? block.shape().weight() : 0;
            region.goodBlocks += block.good() ? 1 : 0;
        }
        for (int i = regions.size() - 1; i > 0; i--) {
            Region region = regions.get(i);
            Region parent = regions.get(region.parent);
            parent.chars += region.chars;
            parent.linkChars += region.linkChars;
            parent.goodWeight += region.goodWeight;
            parent.goodBlocks += region.goodBlocks;
        }
    }

    private void inheritRoles() {
        int all = regions.get(0).goodWeight;
        for (Region region : regions) {
            boolean muchOfThePage = region.goodWeight > MAX_SHARE_OF_A_SIDE_ROLE * all;
            int believed = muchOfThePage ? region.ownRoles & ~Role.AROUND : region.ownRoles;
            region.roles = believed | (region.parent < 0 ? 0 : regions.get(region.parent).roles);
        }
    }

    private void sumGoodWeight() {
        regions.forEach(region -> region.goodWeight = 0);
        for (Block block : blocks) {
            if (block.good() && (rolesOf(block) & Role.AROUND) == 0) {
                regionOf(block).goodWeight += block.shape().weight();
            }
        }
        for (int i = regions.size() - 1; i > 0; i--) {
            regions.get(regions.get(i).parent).goodWeight += regions.get(i).goodWeight;
        }
    }
}
