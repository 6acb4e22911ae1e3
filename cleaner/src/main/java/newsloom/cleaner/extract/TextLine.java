package newsloom.cleaner.extract;

/**
 * A line of a plain-text page, wrapped lines joined again: a paragraph, a heading, a menu entry.
 *
 * @param text without bullet, indent and markdown marks; not empty
 * @param indent columns before the text
 * @param bullet whether it was an item of a list
 * @param marked whether it stood in {@code **stars**} behind {@code #} or above a rule
 * @param blankBefore whether an empty line stood before it
 */
record TextLine(
        int index, String text, TextShape shape, int indent, boolean bullet, boolean marked, boolean blankBefore)
        implements Passage {

    TextLine asMarked() {
        return new TextLine(index, text, shape, indent, bullet, true, blankBefore);
    }

    @Override
    public boolean good() {
        return shape.sentence();
    }

    @Override
    public boolean listed() {
        return bullet;
    }
}
