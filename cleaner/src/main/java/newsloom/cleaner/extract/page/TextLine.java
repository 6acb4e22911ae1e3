package newsloom.cleaner.extract.page;

import newsloom.cleaner.extract.words.TextShape;

/**
 * A line of a plain-text page, wrapped lines joined again: a paragraph, a heading, a menu entry.
 *
 * @param text without bullet, indent and markdown marks; not empty
 * @param indent columns before the text
 * @param bullet whether it was an item of a list
 * @param mark how it stood out
 * @param blankBefore whether an empty line stood before it
 */
public record TextLine(
        int index, String text, TextShape shape, int indent, boolean bullet, Mark mark, boolean blankBefore)
        implements Passage {

    /** What sets a line apart as a heading. */
    public enum Mark {
        NONE,
        /** In {@code **stars**}, behind {@code ##} or more, or above a rule {@code -----}. */
        HEADING,
        /** Behind one {@code #} or above a rule {@code =====}: a heading of the first level. */
        FIRST_LEVEL
    }

    /** Whether the line is set apart as a heading. */
    public boolean marked() {
        return mark != Mark.NONE;
    }

    TextLine markedAs(Mark as) {
        return new TextLine(index, text, shape, indent, bullet, as, blankBefore);
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
