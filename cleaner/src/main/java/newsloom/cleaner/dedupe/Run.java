package newsloom.cleaner.dedupe;

/**
 * Words of a paragraph that follow one another and are alike in this: whether they stand in the other text, too.
 *
 * @param text as written, with single spaces
 * @param shared whether all its words are in runs of three that both texts have
 */
public record Run(String text, boolean shared) {}
