package newsloom.cleaner.extract;

/**
 * The page's headline.
 *
 * @param text as a reader sees it, empty when none was found
 * @param block the block it stands in, or -1 when it is only known from the head of the page
 */
record Headline(String text, int block) {

    static final Headline NONE = new Headline("", -1);

    /** Whether a text only says the headline again. */
    boolean saidAgainBy(String other) {
        if (text.isEmpty() || other.length() > text.length() * 2 + 20 || other.length() * 2 + 20 < text.length()) {
            return false;
        }
        return Names.fold(other).equals(Names.fold(text));
    }
}
