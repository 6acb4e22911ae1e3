package newsloom.cleaner.extract.verdict;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import newsloom.cleaner.extract.notice.Notices;
import newsloom.cleaner.extract.page.PageUrls;
import newsloom.cleaner.extract.page.TextLine;
import newsloom.cleaner.extract.select.Teasers;
import newsloom.cleaner.extract.words.TextShape;

/**
 * Tells a list of other pages from an article where a page shows no elements: by an address of lists, and by its entries, each a title with one short text below it. Articles have several
 * paragraphs below a heading, and lists of things to see stand at addresses of their own.
 */
final class ListLines {

    private static final int MIN_ENTRIES = 6;
    private static final double MOST = 0.6;
    private static final int MIN_TITLE_WORDS = 2;
    private static final int MAX_TITLE_WORDS = 20;
    private static final int MAX_LABEL_WORDS = 5;
    /** As for {@link PageUrls#listSigns}: of an address that says so. */
    private static final int ENOUGH = 2;

    private ListLines() {}

    /** Whether most of the sentences are such entries. */
    static boolean fill(List<TextLine> lines, String url) {
        int signs = PageUrls.frontPage(url) ? ENOUGH : PageUrls.listSigns(url);
        return signs > 0 && mostAreEntries(lines) && signs + (labelled(lines) ? 1 : 0) >= ENOUGH;
    }

    private static boolean mostAreEntries(List<TextLine> lines) {
        int all = 0;
        int within = 0;
        Set<String> titles = new HashSet<>();
        for (TextLine line : lines) {
            if (line.good()) {
                boolean entry = entry(lines, line.index())
                        && titles.add(lines.get(line.index() - 1).text());
                all += line.shape().weight();
                within += entry ? line.shape().weight() : 0;
            }
        }
        return titles.size() >= MIN_ENTRIES && within >= MOST * all;
    }

    private static boolean entry(List<TextLine> lines, int line) {
        boolean last = line + 1 == lines.size() || !lines.get(line + 1).good();
        return line > 0 && last && title(lines.get(line - 1).shape());
    }

    private static boolean title(TextShape shape) {
        return !shape.sentenceEnd() && shape.words() >= MIN_TITLE_WORDS && shape.words() <= MAX_TITLE_WORDS;
    }

    /** Whether each entry says how old it is, or where to go on: {@code 2 hours ago}, {@code Read more}. */
    private static boolean labelled(List<TextLine> lines) {
        Map<String, Integer> times = new HashMap<>();
        for (TextLine line : lines) {
            if (line.shape().words() <= MAX_LABEL_WORDS && (line.shape().digits() > 0 || saysMore(line))) {
                times.merge(line.text().replaceAll("\\d+", "0"), 1, Integer::sum);
            }
        }
        return times.values().stream().anyMatch(count -> count >= MIN_ENTRIES);
    }

    private static boolean saysMore(TextLine line) {
        return (Notices.in(line.text()) & Notices.AFTERWORD.first()) != 0 || Teasers.leadsOn(line.text());
    }
}
