package newsloom.app.explain;

import java.util.ArrayList;
import java.util.List;
import newsloom.app.explain.CopyReport.Fact;
import newsloom.cleaner.dedupe.Comparison;
import newsloom.cleaner.dedupe.Run;

/** A report for a terminal: what only one text has is in {@code [-brackets-]} on the left and in {@code {+brackets+}} on the right; paragraphs that say the same are counted, not shown. */
final class TextReport {
    private static final String BETWEEN = " | ";

    private final int column;
    private final StringBuilder out = new StringBuilder();

    /** @param columns of the terminal, 40 at least */
    TextReport(int columns) {
        this.column = (columns - BETWEEN.length()) / 2;
    }

    /** The lines, each with its end. */
    String of(CopyReport report) {
        line(report.title());
        line(report.verdict());
        for (Fact fact : report.facts()) {
            line("  %-22s %s".formatted(fact.name(), fact.value()));
        }
        var comparison = report.comparison();
        if (comparison != null) {
            out.append('\n');
            row(report.left(), report.right());
            out.append("-".repeat(column))
                    .append("-+-")
                    .append("-".repeat(column))
                    .append('\n');
            passages(comparison);
        }
        return out.toString();
    }

    private void passages(Comparison comparison) {
        int same = 0;
        for (var row : comparison.rows()) {
            if (row.same()) {
                same++;
                continue;
            }
            folded(same);
            same = 0;
            row(marked(row.left(), "[-", "-]"), marked(row.right(), "{+", "+}"));
            out.append(" ".repeat(column)).append(" |\n");
        }
        folded(same);
    }

    private void folded(int same) {
        if (same > 0) {
            line("... %d %s in both ...".formatted(same, same == 1 ? "paragraph" : "paragraphs"));
        }
    }

    private static String marked(List<Run> runs, String before, String after) {
        var text = new ArrayList<String>();
        runs.forEach(run -> text.add(run.shared() ? run.text() : before + run.text() + after));
        return String.join(" ", text);
    }

    private void row(String left, String right) {
        List<String> lefts = wrapped(Printable.forTerminal(left));
        List<String> rights = wrapped(Printable.forTerminal(right));
        for (int i = 0; i < Math.max(lefts.size(), rights.size()); i++) {
            String one = i < lefts.size() ? lefts.get(i) : "";
            String two = i < rights.size() ? rights.get(i) : "";
            out.append(one).append(" ".repeat(Math.max(0, column - Printable.columns(one))));
            out.append((BETWEEN + two).stripTrailing()).append('\n');
        }
    }

    /** Lines that fit the column, cut at spaces where there are any. */
    private List<String> wrapped(String text) {
        var lines = new ArrayList<String>();
        var line = new StringBuilder();
        int columns = 0;
        for (int c : text.codePoints().toArray()) {
            int wide = Printable.columns(new String(Character.toChars(c)));
            if (columns + wide > column) {
                int space = line.lastIndexOf(" ");
                int cut = space > 0 ? space : line.length();
                lines.add(line.substring(0, cut).stripTrailing());
                line.delete(0, Math.min(line.length(), space > 0 ? cut + 1 : cut));
                columns = Printable.columns(line.toString());
            }
            line.appendCodePoint(c);
            columns += wide;
        }
        if (line.length() > 0) {
            lines.add(line.toString());
        }
        return lines;
    }

    private void line(String text) {
        out.append(Printable.forTerminal(text).stripTrailing()).append('\n');
    }
}
