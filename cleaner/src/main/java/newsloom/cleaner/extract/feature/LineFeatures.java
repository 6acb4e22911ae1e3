package newsloom.cleaner.extract.feature;

import java.util.List;
import newsloom.cleaner.extract.metadata.Headline;
import newsloom.cleaner.extract.page.DensestRun;
import newsloom.cleaner.extract.page.TextLine;
import newsloom.cleaner.extract.page.TextLines;
import newsloom.cleaner.extract.page.UrlMentions;
import newsloom.cleaner.extract.page.UrlWords;
import newsloom.cleaner.extract.words.BylineLabels;
import newsloom.cleaner.extract.words.WordReader;

/**
 * What is known of a line of a plain-text page when it is scored: that of any passage, its bullet, indent and the empty lines around it, runs of running text that are cut more and less strictly,
 * its stretch and vicinity, and the words of the page's address. Not thread-safe.
 */
public final class LineFeatures {

    private static final int MAX_BYLINE_WORDS = 12;
    private static final double STRICT = 3;
    private static final double LOOSE = 0.25;

    private final List<TextLine> lines;
    private final PassageFeatures passages;
    private final int textIndent;
    private final DensestRun run;
    private final DensestRun nextRun;
    private final PassageSums sums;
    private final StretchFeatures stretches;
    private final UrlFeatures url;
    private final VicinityFeatures vicinity;
    private final DensestRun strictRun;
    private final DensestRun looseRun;

    /** Looks once at all lines of a page; the headline may be {@link Headline#NONE}. */
    public LineFeatures(List<TextLine> lines, Headline headline, DensestRun run, UrlMentions mentions) {
        this.lines = lines;
        this.sums = new PassageSums(lines);
        this.stretches = new StretchFeatures(lines, sums, mentions);
        this.url = new UrlFeatures(mentions, lines.size());
        this.vicinity = new VicinityFeatures(lines, sums);
        this.strictRun = DensestRun.of(lines, STRICT);
        this.looseRun = DensestRun.of(lines, LOOSE);
        this.run = run;
        this.nextRun = run.next(lines);
        this.passages = new PassageFeatures(lines, sums, headline, run, new WordReader());
        this.textIndent = lines.subList(run.from(), run.to()).stream()
                .filter(TextLine::good)
                .mapToInt(TextLine::indent)
                .min()
                .orElse(0);
    }

    /** What the values of a row are called, in order. */
    public static List<String> names() {
        List<TextLine> lines = TextLines.read("One word.", 1);
        FeatureRow row = FeatureRow.named();
        UrlMentions mentions = UrlMentions.of(lines, UrlWords.NONE);
        new LineFeatures(lines, Headline.NONE, DensestRun.of(lines), mentions).fill(row, lines.get(0));
        return row.names();
    }

    /** Fills the row with the features of a line. */
    public void fill(FeatureRow row, TextLine line) {
        row.clear();
        passages.fill(row, line);
        int i = line.index();
        row.put("bullet", line.bullet());
        row.put("says by", line.shape().words() <= MAX_BYLINE_WORDS && BylineLabels.tell(line.text()));
        row.put("bullet before", i > 0 && lines.get(i - 1).bullet());
        row.put("bullet after", i + 1 < lines.size() && lines.get(i + 1).bullet());
        row.put("indent", line.indent());
        row.put("indent beyond text", line.indent() - textIndent);
        row.put(
                "indent beyond line before",
                i > 0 ? line.indent() - lines.get(i - 1).indent() : 0);
        row.put("blank before", line.blankBefore());
        row.put("blank after", i + 1 < lines.size() && lines.get(i + 1).blankBefore());
        row.put("in next run", nextRun.holds(i));
        row.put("next run comes first", nextRun.from() < run.from());
        row.put("next run share", share(nextRun));
        row.put("not good since run", notGood(i));
        row.put("in strict run", strictRun.holds(i));
        row.put("in loose run", looseRun.holds(i));
        url.fill(row, i);
        stretches.fill(row, i);
        vicinity.fill(row, i);
    }

    private double share(DensestRun some) {
        return sums.goodWeight(some.from(), some.to()) / (double) Math.max(1, sums.allGoodWeight());
    }

    /** Lines that are no running text between the run and the line; negative before the run. */
    private int notGood(int i) {
        if (run.holds(i)) {
            return 0;
        }
        int from = i < run.from() ? i + 1 : run.to();
        int to = i < run.from() ? run.from() : i;
        int lines = Math.min(200, to - from - sums.goodPassages(from, to));
        return i < run.from() ? -lines : lines;
    }

    /** Whether the line stands below a heading like "Related stories". */
    public boolean afterAfterword(TextLine line) {
        return passages.afterAfterword(line);
    }
}
