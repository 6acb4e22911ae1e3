package newsloom.cleaner.extract.words;

/** A told value as one line of bounded length, before any pattern looks at it: on long runs of white space many a pattern takes time that grows with the square of their length. */
public final class OneLine {

    private OneLine() {}

    /**
     * Every run of white space as one space, none at the ends, and no more than so many characters; linear.
     *
     * @param max at least 1
     */
    public static String of(String text, int max) {
        var line = new StringBuilder(Math.min(text.length(), max));
        boolean space = false;
        for (int at = 0; at < text.length() && line.length() < max; at++) {
            char c = text.charAt(at);
            if (Character.isWhitespace(c) || c == '\u00a0') {
                space = true;
                continue;
            }
            if (space && !line.isEmpty()) {
                line.append(' ');
            }
            space = false;
            if (line.length() < max) {
                line.append(c);
            }
        }
        int length = line.length();
        boolean halved = length == max && Character.isHighSurrogate(line.charAt(length - 1));
        return line.substring(0, halved ? length - 1 : length).stripTrailing();
    }
}
