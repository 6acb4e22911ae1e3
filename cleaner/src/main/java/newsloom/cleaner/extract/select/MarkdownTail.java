package newsloom.cleaner.extract.select;

import java.util.BitSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import newsloom.cleaner.extract.notice.Notices;
import newsloom.cleaner.extract.page.TextLine;

/** What a text in Markdown ends with behind its last likely sentence: lists, tables and short sentences, with their headings. Such a text brings no menus along. */
final class MarkdownTail {

    private static final int MIN_HEADINGS = 2;
    private static final int MAX_LINES = 60;
    private static final Pattern ITEM = Pattern.compile("(?:[-–+>]|\\d{1,3}[.)])\\s+\\S.*|\\|.*\\|");
    private static final Pattern LINK = Pattern.compile("(?:[-–+]\\s+)?\\[[^\\]]*\\]\\([^)]*\\)\\W*");

    private MarkdownTail() {}

    /** @param scores the probability of each line, by its index */
    static BitSet of(List<TextLine> lines, double[] scores) {
        BitSet tail = new BitSet();
        if (lines.stream().filter(TextLine::marked).limit(MIN_HEADINGS).count() < MIN_HEADINGS) {
            return tail;
        }
        int last = lines.size() - 1;
        while (last >= 0 && !(lines.get(last).good() && scores[last] >= ChosenPassages.LIKELY)) {
            last--;
        }
        Set<String> said =
                lines.subList(0, last + 1).stream().map(TextLine::text).collect(Collectors.toSet());
        for (int i = last + 1;
                last >= 0 && i < Math.min(lines.size(), last + MAX_LINES) && goesOn(lines, i, said);
                i++) {
            tail.set(i);
        }
        return tail;
    }

    /** Ends at a text that was said before, where the page begins to repeat itself. */
    private static boolean goesOn(List<TextLine> lines, int at, Set<String> said) {
        TextLine line = lines.get(at);
        boolean above = line.marked() && at + 1 < lines.size() && part(lines.get(at + 1));
        return (above || part(line))
                && !said.contains(line.text())
                && (Notices.in(line.text()) & ChosenPassages.NOTICES) == 0;
    }

    private static boolean part(TextLine line) {
        boolean text = line.bullet()
                || line.shape().sentenceEnd()
                || ITEM.matcher(line.text()).matches();
        return text && !LINK.matcher(line.text()).matches();
    }
}
