package newsloom.cleaner.extract.page;

import org.jspecify.annotations.Nullable;

/** A block-level element of the page, with sums over the text under it. Regions stand in document order, so a parent comes before its children. The sums
 * are written while the page is walked and by nobody later. */
public final class Region {

    static final int DIALOG = 1;
    static final int CONSENT_TOOL = 1 << 1;
    static final int PRODUCT = 1 << 2;
    private static final int MAX_STYLE_CHARS = 200;

    /** Place among the regions of its page. */
    public final int index;
    /** Index of the enclosing region; -1 for the outermost. */
    public final int parent;

    /** Name of the element, in small letters. */
    public final String tag;
    /** Roles by its own tag, class and ARIA role, a set of {@link Role#bit}s. */
    public final int ownRoles;
    /** A dialog by its tag, ARIA role or name. */
    public final boolean dialog;
    /** An element of a tool that asks for consent, by its name. */
    public final boolean consentTool;
    /** A product in schema.org's microdata. */
    public final boolean product;
    /** Roles of this region and all around it, as far as they are believed; set by {@link PageTree}. */
    public int roles;
    /** 1 to 6 within a heading, else 0. */
    public final int headingLevel;

    /** Steps from the outermost region. */
    public final int depth;
    /** Equal for elements of equal tag and class, numbers in the class aside; a hash. */
    public final int style;

    /** Index of the first block in it, or of the one that would be. */
    public final int firstBlock;
    /** Exclusive. */
    public int endBlock;

    /** Characters of the text in it. */
    public int chars;

    int linkChars;
    /** Weight of running text that is not in something around the article. */
    public int goodWeight;
    /** Blocks of running text, any roles. */
    public int goodBlocks;

    private Region(
            int index, @Nullable Region around, String tag, int style, int ownRoles, int marks, int level, int first) {
        this.index = index;
        this.parent = around == null ? -1 : around.index;
        this.depth = around == null ? 0 : around.depth + 1;
        this.tag = tag;
        this.style = style;
        this.ownRoles = ownRoles;
        this.dialog = (marks & DIALOG) != 0;
        this.consentTool = (marks & CONSENT_TOOL) != 0;
        this.product = (marks & PRODUCT) != 0;
        this.roles = ownRoles;
        this.headingLevel = level > 0 || around == null ? level : around.headingLevel;
        this.firstBlock = first;
        this.endBlock = first;
    }

    static Region outermost() {
        return new Region(0, null, "html", 0, 0, 0, 0, 0);
    }

    /**
     * @param marks of {@link #DIALOG}, {@link #CONSENT_TOOL} and {@link #PRODUCT}
     * @param level of the heading that the element is, or 0
     */
    static Region within(
            Region around,
            int index,
            String tag,
            String className,
            int ownRoles,
            int marks,
            int level,
            int firstBlock) {
        return new Region(index, around, tag, style(tag, className), ownRoles, marks, level, firstBlock);
    }

    private static int style(String tag, String className) {
        int hash = tag.hashCode();
        int end = Math.min(className.length(), MAX_STYLE_CHARS);
        for (int i = 0; i < end; i++) {
            char c = className.charAt(i);
            hash = Character.isDigit(c) ? hash : hash * 31 + c;
        }
        return hash;
    }

    /** Share of its characters that stand in links, 0 to 1. */
    public double linkShare() {
        return chars == 0 ? 0 : (double) linkChars / chars;
    }
}
