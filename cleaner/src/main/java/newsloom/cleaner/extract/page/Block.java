package newsloom.cleaner.extract.page;

import newsloom.cleaner.extract.words.TextShape;

/**
 * A run of text between two block boundaries: a paragraph, a heading, a menu entry.
 *
 * @param text white space folded, not empty
 * @param region index of the element that holds it
 * @param linkChars characters within links
 * @param links number of links
 */
public record Block(int index, String text, TextShape shape, int region, int linkChars, int links) implements Passage {

    /** Share of the characters that stand in links, 0 to 1. */
    public double linkShare() {
        return Math.min(1, (double) linkChars / Math.max(1, shape.chars()));
    }

    @Override
    public boolean good() {
        return shape.sentence() && linkShare() < 0.35;
    }

    @Override
    public boolean listed() {
        return linkShare() > 0.6;
    }
}
