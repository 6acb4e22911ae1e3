package newsloom.cleaner.extract.page;

import java.util.ArrayList;
import java.util.List;

/**
 * The text of the block that the walk is in, white space folded. Two line breaks end a block; one does so around a line that is set in bold or large type
 * from end to end, for pages without headings write them so. So does the length of the longest block, at the next space: what is longer goes on in another block.
 */
final class OpenBlock {

    private static final int LONG = 50_000;
    /** Without a space after that many characters, a word is cut. */
    private static final int MAX_CHARS = LONG + 1_000;

    private static final int MAX_EMPHASISED_CHARS = 300;

    /** A finished piece of text, the characters within links and the links. */
    record Piece(String text, int linkChars, int links) {}

    private final StringBuilder text = new StringBuilder();
    private int linkChars;
    private int links;
    private int breaks;
    private boolean seam;
    private int lineStart;
    private int lineChars;
    private int lineEmphasised;
    private int linkCharsBeforeLine;
    private int linksBeforeLine;

    /** Takes the text from there on and says how far: not to its end where the block is full. */
    int append(String piece, int from, boolean linked, boolean emphasised) {
        int i = from;
        if (seam && i < piece.length()) {
            seam = false;
            parts(piece.charAt(i));
        }
        while (i < piece.length() && !full(piece.charAt(i))) {
            int plain = plainEnd(piece, i);
            if (plain > i) {
                text.append(piece, i, plain);
                count(plain - i, linked, emphasised);
                i = plain;
                continue;
            }
            char c = piece.charAt(i++);
            if (c <= ' ' || c == '\u00a0' || c == '\u2028' || c == '\u3000' || Character.isWhitespace(c)) {
                space();
            } else if (c != '\u200b' && c != '\u00ad' && c != '\ufeff' && !Character.isISOControl(c)) {
                text.append(c);
                count(1, linked, emphasised);
            }
        }
        return i;
    }

    /** A space between {@code Una Breck} and {@code June 8}, none within a word whose first letter is set apart. */
    private void parts(char next) {
        char last = text.length() == 0 ? ' ' : text.charAt(text.length() - 1);
        boolean wordEnds = Character.isLowerCase(last) && (Character.isUpperCase(next) || Character.isDigit(next));
        if (text.length() > 1 && (wordEnds || (Character.isDigit(last) && Character.isUpperCase(next)))) {
            space();
        }
    }

    private boolean full(char next) {
        return text.length() >= LONG && (text.length() >= MAX_CHARS || Character.isWhitespace(next));
    }

    /** Where the run of printable ASCII ends that may begin here, as far as there is room for it. */
    private int plainEnd(String piece, int from) {
        int room = (text.length() < LONG ? LONG : MAX_CHARS) - text.length();
        int most = Math.min(piece.length(), from + room);
        int end = from;
        while (end < most && piece.charAt(end) > ' ' && piece.charAt(end) <= '~') {
            end++;
        }
        return end;
    }

    private void count(int chars, boolean linked, boolean emphasised) {
        breaks = 0;
        lineChars += chars;
        linkChars += linked ? chars : 0;
        lineEmphasised += emphasised ? chars : 0;
    }

    void link() {
        links++;
    }

    /** A line break; true when the block ends with it. */
    boolean lineBreak() {
        breaks++;
        if (breaks >= 2 || emphasisedLine()) {
            return true;
        }
        if (lineChars > 0) {
            space();
            startLine();
        }
        return false;
    }

    private void startLine() {
        lineStart = text.length();
        lineChars = 0;
        lineEmphasised = 0;
        linkCharsBeforeLine = linkChars;
        linksBeforeLine = links;
    }

    private boolean emphasisedLine() {
        return lineChars > 0 && lineEmphasised == lineChars && lineChars <= MAX_EMPHASISED_CHARS;
    }

    /** An element begins right behind another one: what a style sheet sets apart may be two words. */
    void seam() {
        seam = true;
    }

    void space() {
        if (text.length() > 0 && text.charAt(text.length() - 1) != ' ') {
            text.append(' ');
        }
    }

    /** What was gathered, in order: nothing, one piece, or two when the last line is an emphasised one. Begins anew. */
    List<Piece> take() {
        List<Piece> pieces = text.length() == 0 ? List.of() : pieces();
        text.setLength(0);
        linkChars = 0;
        links = 0;
        breaks = 0;
        seam = false;
        startLine();
        return pieces;
    }

    private List<Piece> pieces() {
        int cut = emphasisedLine() ? lineStart : 0;
        List<Piece> pieces = new ArrayList<>(2);
        if (cut > 0) {
            add(pieces, text.substring(0, cut), linkCharsBeforeLine, linksBeforeLine);
            add(pieces, text.substring(cut), linkChars - linkCharsBeforeLine, links - linksBeforeLine);
        } else {
            add(pieces, text.toString(), linkChars, links);
        }
        return pieces;
    }

    private static void add(List<Piece> pieces, String text, int linkChars, int links) {
        String whole = text.strip();
        if (!whole.isEmpty()) {
            pieces.add(new Piece(whole, linkChars, links));
        }
    }
}
