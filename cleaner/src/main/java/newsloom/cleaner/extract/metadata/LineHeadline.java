package newsloom.cleaner.extract.metadata;

import java.util.List;
import newsloom.cleaner.extract.date.DateText;
import newsloom.cleaner.extract.notice.Notices;
import newsloom.cleaner.extract.page.DensestRun;
import newsloom.cleaner.extract.page.SiteNames;
import newsloom.cleaner.extract.page.TextLine;
import newsloom.cleaner.extract.page.TextLine.Mark;
import newsloom.cleaner.extract.page.UrlMentions;
import newsloom.cleaner.extract.words.BylineLabels;
import newsloom.cleaner.extract.words.Names;
import newsloom.cleaner.extract.words.TextShape;

/**
 * Finds the headline of a plain-text page among the lines before and at the beginning of the densest run, and any other that has the words of the page's address: near it, of a
 * headline's length, and said twice, marked, outdented, or in agreement with the address or with the first line of the page, where a rendered page has its title.
 */
public final class LineHeadline {

    private static final int LINES_BEFORE = 40;
    private static final int LINES_INTO = 6;
    private static final int MAX_DISTANCE = 50;
    private static final int MIN_WORDS = 3;
    private static final int MAX_WORDS = 32;
    private static final int MAX_MENU_WORDS = 4;
    private static final double ENOUGH = 1.0;
    /** Of lines that share an article and no more. */
    private static final double MIN_AGREEMENT = 0.2;

    private static final double LIKE_URL = 0.6;
    /** Times that the text says a line again which make it a refrain and no headline. */
    private static final int REFRAIN = 2;

    private final List<TextLine> lines;
    private final DensestRun run;
    private final String title;
    private final UrlMentions mentions;
    private final int textIndent;
    /** The line that alone is a heading of the first level; -1 where none or several are. */
    private final int onlyFirstLevel;

    private LineHeadline(List<TextLine> lines, DensestRun run, UrlMentions mentions) {
        this.lines = lines;
        this.run = run;
        this.mentions = mentions;
        this.title = lines.isEmpty() ? "" : TitleFinder.withoutSite(lines.get(0).text(), SiteNames.NONE);
        this.textIndent = lines.subList(run.from(), run.to()).stream()
                .filter(TextLine::good)
                .mapToInt(TextLine::indent)
                .min()
                .orElse(0);
        List<TextLine> firstLevel = lines.stream()
                .filter(line -> line.mark() == Mark.FIRST_LEVEL)
                .limit(2)
                .toList();
        this.onlyFirstLevel = firstLevel.size() == 1 ? firstLevel.get(0).index() : -1;
    }

    /** The headline among the lines, or {@link Headline#NONE}. */
    public static Headline find(List<TextLine> lines, DensestRun run, UrlMentions mentions) {
        return new LineHeadline(lines, run, mentions).find();
    }

    private Headline find() {
        Headline best = new Headline("", -1);
        double highest = ENOUGH;
        int to = Math.min(lines.size(), run.from() + LINES_INTO);
        for (int i = 0; i < lines.size(); i++) {
            boolean near = i >= run.from() - LINES_BEFORE && i < to;
            double score = near || mentions.agreement(i) >= LIKE_URL ? score(lines.get(i)) : 0;
            if (score > highest) {
                highest = score;
                best = new Headline(lines.get(i).text(), i);
            }
        }
        boolean titled = best.block() < 0
                && TextShape.of(title).words() >= MIN_WORDS
                && lines.get(0).shape().words() <= MAX_WORDS
                && !(lines.get(0).good() && fullStop(lines.get(0)));
        return titled ? new Headline(title, 0) : best;
    }

    private double score(TextLine line) {
        TextShape shape = line.shape();
        if (shape.words() < MIN_WORDS || shape.words() > MAX_WORDS || line.bullet()) {
            return 0;
        }
        int notices = Notices.in(line.text());
        boolean notice = (notices
                        & (Notices.APPEAL.first()
                                | Notices.AFTERWORD.first()
                                | Notices.CONSENT.first()
                                | Notices.COPYRIGHT.anywhere()
                                | Notices.BYLINE.first()))
                != 0;
        double score = 1.4 * agreement(line);
        score += 1.4 * mentions.agreement(line.index());
        score += line.index() == onlyFirstLevel ? 1.6 : line.marked() ? 1 : 0;
        score += line.indent() < textIndent && line.blankBefore() ? 1 : 0;
        score += !notice && saidAgain(line) ? 0.8 : 0;
        score += creditedBelow(line);
        score -= inMenu(line) ? 0.5 : 0;
        score += shape.words() >= 5 && shape.words() <= 20 ? 0.4 : 0;
        score -= fullStop(line) ? 0.6 : 0;
        score -= notice ? 0.8 : 0;
        score -= shape.digits() >= 4 && DateText.mentionsDate(line.text()) ? 0.8 : 0;
        score += 0.6 - 0.02 * Math.min(MAX_DISTANCE, Math.abs(run.from() - line.index()));
        return score - (line.index() == 0 ? 0.3 : 0);
    }

    private static boolean fullStop(TextLine line) {
        return line.text().endsWith(".") || line.text().endsWith("。");
    }

    /** With the title that the first line says, which may go on with the site's name. */
    private double agreement(TextLine line) {
        if (line.index() == 0 || title.isEmpty()) {
            return 0;
        }
        String one = Names.fold(line.text());
        String other = Names.fold(title);
        boolean prefix =
                one.length() >= 12 && (other.startsWith(one) || (other.length() >= 12 && one.startsWith(other)));
        double words = Names.agreement(line.text(), title);
        return prefix ? 1 : words < MIN_AGREEMENT ? 0 : words;
    }

    /** A byline or a date right below, or after one short line, is where a headline stands. */
    private double creditedBelow(TextLine line) {
        for (int i = line.index() + 1; i < Math.min(lines.size(), line.index() + 3); i++) {
            String text = lines.get(i).text();
            if (BylineLabels.isByline(text) || DateText.isDateLine(text)) {
                return i == line.index() + 1 ? 0.7 : 0.4;
            }
        }
        return 0;
    }

    /** Among short lines above and below without a gap, none of which is a byline or date. */
    private boolean inMenu(TextLine line) {
        return !line.blankBefore()
                && line.shape().words() <= MAX_MENU_WORDS
                && menuLine(line.index() - 1)
                && menuLine(line.index() + 1)
                && !lines.get(line.index() + 1).blankBefore();
    }

    private boolean menuLine(int index) {
        return index >= 0
                && index < lines.size()
                && lines.get(index).shape().words() <= MAX_MENU_WORDS
                && !DateText.isDateLine(lines.get(index).text())
                && !BylineLabels.isByline(lines.get(index).text());
    }

    /** What the text itself says again is a refrain, or a quotation set in large type between its sentences. */
    private boolean saidAgain(TextLine line) {
        int from = Math.max(0, line.index() - LINES_BEFORE);
        int to = Math.min(lines.size(), line.index() + LINES_BEFORE);
        int others = 0;
        int inText = 0;
        for (TextLine other : lines.subList(from, to)) {
            if (other.index() != line.index() && other.text().equals(line.text())) {
                others++;
                inText += run.holds(other.index()) ? 1 : 0;
            }
        }
        return others > 0 && inText < REFRAIN && !betweenSentences(line.index());
    }

    private boolean betweenSentences(int line) {
        return line > 0
                && line + 1 < lines.size()
                && lines.get(line - 1).good()
                && lines.get(line + 1).good();
    }
}
