package newsloom.cleaner.extract.page;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import newsloom.cleaner.extract.page.TextLine.Mark;
import newsloom.cleaner.extract.words.BylineLabels;
import newsloom.cleaner.extract.words.TextShape;
import org.jspecify.annotations.Nullable;

/**
 * Reads a plain-text page into lines. Pages that were wrapped at some width are recognised by their right edge: no line is longer, and many lines come
 * near it; there, a line is joined with the next when the next one's first word would not have fitted on it.
 */
public final class TextLines {

    private static final int MIN_WIDTH = 40;
    private static final int MAX_WIDTH = 200;
    private static final int NEAR_EDGE = 16;
    private static final int PAST_EDGE = 3;
    private static final int TAB_COLUMNS = 8;
    private static final int MIN_FIRST_INDENT = 2;
    private static final int MAX_FIRST_INDENT = 12;
    private static final int MIN_OPENED = 2;
    private static final int MIN_BROKEN_LINES = 3;
    private static final int MIN_BROKEN_AT_INDENT = 6;
    private static final double EDGE_QUANTILE = 0.95;
    private static final double MIN_NEAR_SHARE = 0.3;
    private static final double MAX_BEYOND_SHARE = 0.03;
    private static final int MAX_LINE_CHARS = 50_000;
    private static final int MAX_WORD_CHARS = 1_000;
    private static final int MAX_CREDIT_CHARS = 60;
    private static final String IDEOGRAPHIC_SPACE = "\u3000";
    private static final String SIGNS = ",.!?;:()\u201c\u201d\u2018\u2019\u2026\u2014·";
    private static final Pattern BULLET = Pattern.compile("^(?:[*•·‣▪◦●○■□►▸➤+]|[o#](?= \\S))\\s+");
    private static final Pattern NUMBERED = Pattern.compile("^\\d{1,3}[.)]\\s");
    private static final Pattern RENDERED =
            Pattern.compile("\\(BUTTON\\)|\\[\\d{1,4}\\](?=\\S)|\\[(?:INS|DEL):|:(?:INS|DEL)\\]|_{5,}");
    private static final Pattern UNDERLINE = Pattern.compile("={3,}|-{3,}");
    private static final int MAX_UNEVEN = 3;
    private static final Pattern MARKED = Pattern.compile("^(?:#{1,6}\\s+(.+?)\\s*#*|(\\*\\*|__)(.+?)\\2)$");

    /** A line as it came: text, the column it begins in and the column it ends in, and whether it opens a paragraph as Chinese and Japanese ones are opened. */
    private record Raw(String text, int indent, int width, boolean blankBefore, boolean opens) {}

    /**
     * Where lines are broken: at this width, 0 when they are not; paragraphs and lists of one page have edges of their own, told by their indents.
     *
     * @param opening the indent of first lines, where it tells the paragraphs apart; else {@link #NO_INDENT}
     */
    private record Edges(int widest, Map<Integer, Integer> byIndent, int opening) {

        static final int NO_INDENT = -1;
        static final Edges NONE = new Edges(0, Map.of(), NO_INDENT);

        Edges openedAt(int indent) {
            return new Edges(widest, byIndent, indent);
        }

        int at(int indent) {
            return byIndent.getOrDefault(indent, widest);
        }
    }

    private TextLines() {}

    /** The lines of the page with wrapped ones joined, {@code maxLines} at most. */
    public static List<TextLine> read(String page, int maxLines) {
        List<Raw> raw = raw(page);
        Edges edges = edges(raw);
        List<Raw> whole = edges.widest() > 0 ? joined(raw, edges) : raw;
        List<TextLine> lines = new ArrayList<>();
        for (Raw line : whole) {
            TextLine read = lines.size() < maxLines ? line(line, lines.size()) : null;
            if (read == null && !lines.isEmpty() && underlines(line, lines.get(lines.size() - 1))) {
                TextLine above = lines.get(lines.size() - 1);
                lines.set(above.index(), above.markedAs(line.text().startsWith("=") ? Mark.FIRST_LEVEL : Mark.HEADING));
            }
            if (read != null) {
                lines.add(read);
            }
        }
        return lines;
    }

    /** Whether the line is a rule right below a heading and about as long, {@code ========}. */
    private static boolean underlines(Raw line, TextLine above) {
        return !line.blankBefore()
                && UNDERLINE.matcher(line.text()).matches()
                && Math.abs(line.text().length() - above.text().length()) <= MAX_UNEVEN
                && !above.shape().sentenceEnd();
    }

    private static List<Raw> raw(String page) {
        List<Raw> lines = new ArrayList<>();
        boolean blank = false;
        for (String line : (Iterable<String>) page.lines()::iterator) {
            int from = 0;
            do {
                int to = end(line, from);
                String cut = line.substring(from, to);
                String text = fold(cut);
                if (text.isEmpty()) {
                    blank = true;
                } else {
                    int indent = indent(cut);
                    lines.add(new Raw(text, indent, indent + columns(text), blank, cut.startsWith(IDEOGRAPHIC_SPACE)));
                    blank = false;
                }
                from = to;
            } while (from < line.length());
        }
        return lines;
    }

    /** The end of the line, or a space where it is too long for one. */
    private static int end(String line, int from) {
        int end = from + MAX_LINE_CHARS;
        if (end >= line.length()) {
            return line.length();
        }
        for (int space = end; space > end - MAX_WORD_CHARS; space--) {
            if (line.charAt(space) == ' ') {
                return space;
            }
        }
        return Character.isHighSurrogate(line.charAt(end - 1)) ? end - 1 : end;
    }

    private static String fold(String line) {
        StringBuilder text = new StringBuilder(line.length());
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            boolean space = c <= ' ' || c == '\u00a0' || Character.isWhitespace(c);
            if (!space && c != '\u200b' && c != '\u00ad' && c != '\ufeff' && !Character.isISOControl(c)) {
                text.append(c);
            } else if (space && text.length() > 0 && text.charAt(text.length() - 1) != ' ') {
                text.append(' ');
            }
        }
        return text.toString().strip();
    }

    /** In columns; ideographic spaces open a paragraph and are none. */
    private static int indent(String line) {
        int indent = 0;
        for (int i = 0; i < line.length() && indents(line.charAt(i)); i++) {
            indent += line.charAt(i) == '\t' ? TAB_COLUMNS - indent % TAB_COLUMNS : 1;
        }
        return indent;
    }

    private static boolean indents(char c) {
        return c <= ' ' || c == '\u00a0' || (c >= '\u2000' && c <= '\u200a');
    }

    /** Columns of a terminal: wide characters take two. */
    private static int columns(String text) {
        int columns = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean wide = (c >= '\u1100' && c <= '\u115f')
                    || (c >= '\u2e80' && c <= '\ua4cf')
                    || (c >= '\uac00' && c <= '\ud7a3')
                    || (c >= '\uff00' && c <= '\uff60');
            columns += wide ? 2 : 1;
        }
        return columns;
    }

    /**
     * Where the page was wrapped, {@link Edges#NONE} when it was not. Lines that break off within a sentence tell: where a page was wrapped, nearly all of them end near one edge, and
     * hardly any line goes beyond it.
     */
    private static Edges edges(List<Raw> lines) {
        List<Raw> breaking = IntStream.range(1, lines.size())
                .filter(i -> breaksOff(lines.get(i - 1), lines.get(i)))
                .mapToObj(i -> lines.get(i - 1))
                .toList();
        if (breaking.size() < MIN_BROKEN_LINES) {
            return Edges.NONE;
        }
        int[] broken = widths(breaking.stream());
        int edge = edge(broken);
        long near = Arrays.stream(broken)
                .filter(width -> width > edge - NEAR_EDGE && width <= edge)
                .count();
        long beyond =
                lines.stream().filter(line -> line.width() > edge + PAST_EDGE).count();
        boolean wrapped = edge >= MIN_WIDTH
                && edge <= MAX_WIDTH
                && near >= Math.max(MIN_BROKEN_LINES, MIN_NEAR_SHARE * broken.length)
                && beyond <= MAX_BEYOND_SHARE * lines.size();
        if (!wrapped) {
            return Edges.NONE;
        }
        Edges edges = new Edges(edge, edgesByIndent(breaking, edge), Edges.NO_INDENT);
        return edges.openedAt(opening(lines, edges));
    }

    /**
     * The indent of lines that open paragraphs: lines at it go on, in the middle of a sentence, with lines that are indented less, and hardly with others at it, as those of a quotation do.
     */
    private static int opening(List<Raw> lines, Edges edges) {
        Map<Integer, Integer> opened = new HashMap<>();
        Map<Integer, Integer> running = new HashMap<>();
        for (int i = 1; i < lines.size(); i++) {
            Raw line = lines.get(i - 1);
            Raw next = lines.get(i);
            int less = line.indent() - next.indent();
            boolean goesOn = !next.blankBefore()
                    && !listed(line)
                    && !listed(next)
                    && fills(line, next, edges)
                    && !TextShape.of(line.text()).sentenceEnd();
            if (goesOn && (less == 0 || (less >= MIN_FIRST_INDENT && less <= MAX_FIRST_INDENT))) {
                (less == 0 ? running : opened).merge(line.indent(), 1, Integer::sum);
            }
        }
        return opened.entrySet().stream()
                .filter(indent ->
                        indent.getValue() >= MIN_OPENED && indent.getValue() > running.getOrDefault(indent.getKey(), 0))
                .max(Map.Entry.comparingByValue())
                .map(Map.Entry::getKey)
                .orElse(Edges.NO_INDENT);
    }

    private static boolean listed(Raw line) {
        return BULLET.matcher(line.text()).find()
                || NUMBERED.matcher(line.text()).find();
    }

    /** The edges of the indents at which enough lines break off, where it is not the page's. */
    private static Map<Integer, Integer> edgesByIndent(List<Raw> breaking, int widest) {
        Map<Integer, Integer> edges = new HashMap<>();
        breaking.stream().collect(Collectors.groupingBy(Raw::indent)).forEach((indent, lines) -> {
            int edge = edge(widths(lines.stream()));
            if (lines.size() >= MIN_BROKEN_AT_INDENT && edge < widest && edge > widest - NEAR_EDGE) {
                edges.put(indent, edge);
            }
        });
        return edges;
    }

    private static int[] widths(Stream<Raw> lines) {
        return lines.mapToInt(Raw::width).sorted().toArray();
    }

    private static int edge(int[] sortedWidths) {
        return sortedWidths[(int) (sortedWidths.length * EDGE_QUANTILE)];
    }

    /** The next line goes on in the middle of a sentence: with a small letter, or one of a script that has none. The first one of a paragraph may be indented. */
    private static boolean breaksOff(Raw line, Raw next) {
        int first = next.text().codePointAt(0);
        return !next.blankBefore()
                && next.indent() <= line.indent() + 2
                && next.indent() >= line.indent() - MAX_FIRST_INDENT
                && Character.isLetter(first)
                && !Character.isUpperCase(first)
                && !TextShape.of(line.text()).sentenceEnd();
    }

    private static List<Raw> joined(List<Raw> lines, Edges edges) {
        List<Raw> joined = new ArrayList<>();
        StringBuilder text = new StringBuilder();
        Raw first = null;
        Raw last = null;
        for (Raw line : lines) {
            if (first != null && last != null && continues(last, line, first, edges)) {
                if (!joinedWithoutSpace(
                        text.charAt(text.length() - 1), line.text().charAt(0))) {
                    text.append(' ');
                }
                text.append(line.text());
            } else {
                flush(joined, first, text);
                first = line;
                text.append(line.text());
            }
            last = line;
        }
        flush(joined, first, text);
        return joined;
    }

    /** Chinese and Japanese set no spaces, nor between a character and a sign that other scripts have too. */
    private static boolean joinedWithoutSpace(char last, char next) {
        return (unspaced(last) && (unspaced(next) || SIGNS.indexOf(next) >= 0))
                || (unspaced(next) && SIGNS.indexOf(last) >= 0);
    }

    private static boolean unspaced(char c) {
        return (c >= '\u3000' && c <= '\u30ff')
                || (c >= '\u3400' && c <= '\u4dbf')
                || (c >= '\u4e00' && c <= '\u9fff')
                || (c >= '\uf900' && c <= '\ufaff')
                || (c >= '\uff00' && c <= '\uffef');
    }

    private static void flush(List<Raw> joined, @Nullable Raw first, StringBuilder text) {
        if (first != null) {
            joined.add(new Raw(text.toString(), first.indent(), first.width(), first.blankBefore(), first.opens()));
            text.setLength(0);
        }
    }

    /** Whether the next line goes on with the sentence of the last: its first word would not have fitted there. */
    private static boolean continues(Raw last, Raw next, Raw first, Edges edges) {
        if (next.blankBefore() || next.opens() || BULLET.matcher(next.text()).find() || credits(last, next)) {
            return false;
        }
        boolean opens = next.indent() == edges.opening();
        if (opens && !(last.indent() == next.indent() && breaksOff(last, next))) {
            return false;
        }
        boolean hangs = next.indent() > first.indent();
        boolean opened = last.equals(first) && last.indent() == edges.opening() && next.indent() < last.indent();
        boolean aligned = BULLET.matcher(first.text()).find()
                ? hangs
                : opened
                        || Math.abs(next.indent() - last.indent()) <= 1
                        || (hangs && NUMBERED.matcher(first.text()).find());
        boolean nearEdge = last.width() > edges.at(last.indent()) - NEAR_EDGE;
        return aligned && (fills(last, next, edges) || (nearEdge && breaksOff(last, next)));
    }

    /** Whether the first word of the next line would not have fitted. */
    private static boolean fills(Raw last, Raw next, Edges edges) {
        int word = columns(next.text().substring(0, firstWord(next.text())));
        int space = joinedWithoutSpace(
                        last.text().charAt(last.text().length() - 1),
                        next.text().charAt(0))
                ? 0
                : 1;
        return last.width() + space + word > edges.at(last.indent());
    }

    /** Where what cannot be parted ends at the beginning of a line: a word, or one Chinese or Japanese character with the signs behind it. */
    private static int firstWord(String text) {
        int end = 1;
        boolean unspaced = unspaced(text.charAt(0));
        while (end < text.length()
                && (unspaced
                        ? !Character.isLetterOrDigit(text.charAt(end))
                        : text.charAt(end) != ' ' && !unspaced(text.charAt(end)))) {
            end++;
        }
        return end;
    }

    /** A byline or a date in a line of its own, below one that ends no sentence: what stands above is a headline. */
    private static boolean credits(Raw last, Raw next) {
        return next.text().length() <= MAX_CREDIT_CHARS
                && Character.isUpperCase(next.text().codePointAt(0))
                && !TextShape.of(last.text()).sentenceEnd()
                && BylineLabels.isByline(next.text());
    }

    private static @Nullable TextLine line(Raw raw, int index) {
        String text = RENDERED.matcher(raw.text()).replaceAll("").strip();
        Matcher bullet = BULLET.matcher(text);
        boolean listed = bullet.find();
        String item = listed && !text.startsWith("# ") ? text.substring(bullet.end()) : text;
        Matcher marked = MARKED.matcher(item);
        boolean emphasised = marked.matches();
        String plain = emphasised ? (marked.group(1) != null ? marked.group(1) : marked.group(3)) : item;
        String clean = plain.replace("**", "").strip();
        if (clean.codePoints().noneMatch(Character::isLetterOrDigit)) {
            return null;
        }
        Mark mark = !emphasised ? Mark.NONE : item.startsWith("# ") ? Mark.FIRST_LEVEL : Mark.HEADING;
        return new TextLine(
                index, clean, TextShape.of(clean), raw.indent(), listed && !emphasised, mark, raw.blankBefore());
    }
}
