package newsloom.cleaner.extract;

/** A block-level element of the page, with sums over the text under it. Regions stand in document order, so a parent comes before its children. */
final class Region {

    final int index;
    /** Index of the enclosing region; -1 for the outermost. */
    final int parent;

    final String tag;
    final int ownRoles;
    /** Roles of this region and all around it, as far as they are believed; set by {@link PageTree}. */
    int roles;
    /** 1 to 6 within a heading, else 0. */
    final int headingLevel;

    final int firstBlock;
    /** Exclusive. */
    int endBlock;

    int chars;
    int linkChars;
    /** Weight of running text that is not in something around the article. */
    int goodWeight;
    /** Blocks of running text, any roles. */
    int goodBlocks;

    Region(int index, int parent, String tag, int ownRoles, int headingLevel, int firstBlock) {
        this.index = index;
        this.parent = parent;
        this.tag = tag;
        this.ownRoles = ownRoles;
        this.roles = ownRoles;
        this.headingLevel = headingLevel;
        this.firstBlock = firstBlock;
        this.endBlock = firstBlock;
    }

    double linkShare() {
        return chars == 0 ? 0 : (double) linkChars / chars;
    }
}
