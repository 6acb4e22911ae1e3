package newsloom.cleaner.extract.page;

import newsloom.cleaner.extract.words.TextShape;

/** A piece of text that is kept or dropped as a whole: a block of an HTML page, a line of a page of plain text. */
public sealed interface Passage permits Block, TextLine {

    /** Position in the page, from 0. */
    int index();

    String text();

    TextShape shape();

    /** Running text: a sentence that is not made of links. */
    boolean good();

    /** Looks like an entry of a menu: made of links, or behind a bullet. */
    boolean listed();
}
