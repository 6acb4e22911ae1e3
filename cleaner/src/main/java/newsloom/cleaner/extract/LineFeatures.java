package newsloom.cleaner.extract;

import java.util.List;

/** What is known of a line of a plain-text page when it is scored: that of any passage, its bullet, indent and the empty lines around it. Not thread-safe. */
final class LineFeatures {

    private static final int MAX_BYLINE_WORDS = 12;

    private final List<TextLine> lines;
    private final PassageFeatures passages;
    private final int textIndent;

    LineFeatures(List<TextLine> lines, Headline headline, DensestRun run) {
        this.lines = lines;
        this.passages = new PassageFeatures(lines, new PassageSums(lines), headline, run);
        this.textIndent = lines.subList(run.from(), run.to()).stream()
                .filter(TextLine::good)
                .mapToInt(TextLine::indent)
                .min()
                .orElse(0);
    }

    /** What the values of a row are called, in order. */
    static List<String> names() {
        List<TextLine> lines = TextLines.read("One word.", 1);
        FeatureRow row = FeatureRow.named();
        new LineFeatures(lines, Headline.NONE, DensestRun.of(lines)).fill(row, lines.get(0));
        return row.names();
    }

    /** Fills the row with the features of a line. */
    void fill(FeatureRow row, TextLine line) {
        row.clear();
        passages.fill(row, line);
        int i = line.index();
        row.put("bullet", line.bullet());
        row.put("says by", line.shape().words() <= MAX_BYLINE_WORDS && AuthorFinder.saysBy(line.text()));
        row.put("bullet before", i > 0 && lines.get(i - 1).bullet());
        row.put("bullet after", i + 1 < lines.size() && lines.get(i + 1).bullet());
        row.put("indent", line.indent());
        row.put("indent beyond text", line.indent() - textIndent);
        row.put(
                "indent beyond line before",
                i > 0 ? line.indent() - lines.get(i - 1).indent() : 0);
        row.put("blank before", line.blankBefore());
        row.put("blank after", i + 1 < lines.size() && lines.get(i + 1).blankBefore());
    }

    /** Whether the line stands below a heading like "Related stories". */
    boolean afterAfterword(TextLine line) {
        return passages.afterAfterword(line);
    }
}
