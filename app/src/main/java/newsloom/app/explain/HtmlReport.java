package newsloom.app.explain;

import java.util.List;
import java.util.stream.Collectors;
import newsloom.app.explain.CopyReport.Fact;
import newsloom.cleaner.dedupe.Comparison;
import newsloom.cleaner.dedupe.Run;

/** A report as a page of HTML without scripts and without anything from elsewhere; what only one text has is coloured. */
final class HtmlReport {
    private static final String HEAD = """
            <!doctype html>
            <html><head><meta charset="utf-8"><title>%s</title>
            <style>
            body { font: 15px/1.45 sans-serif; margin: 2em; max-width: 80em }
            td, th { vertical-align: top; text-align: left; padding: .3em .8em }
            .texts { table-layout: fixed; width: 100%% } .texts td { border-top: 1px solid #ddd; overflow-wrap: anywhere }
            del { background: #fdd; text-decoration: none } ins { background: #dfd; text-decoration: none } .same { color: #777 }
            </style></head><body>
            """;

    private HtmlReport() {}

    static String of(CopyReport report) {
        var comparison = report.comparison();
        return HEAD.formatted(Printable.forHtml(report.title()))
                + "<h1>" + Printable.forHtml(report.title()) + "</h1>\n<p><b>" + Printable.forHtml(report.verdict())
                + "</b></p>\n<table>\n"
                + report.facts().stream().map(HtmlReport::fact).collect(Collectors.joining())
                + "</table>\n" + (comparison == null ? "" : texts(report, comparison)) + "</body></html>\n";
    }

    private static String fact(Fact fact) {
        return "<tr><th>" + Printable.forHtml(fact.name()) + "</th><td>" + Printable.forHtml(fact.value())
                + "</td></tr>\n";
    }

    private static String texts(CopyReport report, Comparison comparison) {
        return "<table class=\"texts\">\n<tr><th>" + Printable.forHtml(report.left()) + "</th><th>"
                + Printable.forHtml(report.right()) + "</th></tr>\n"
                + comparison.rows().stream().map(HtmlReport::row).collect(Collectors.joining())
                + "</table>\n";
    }

    private static String row(Comparison.Row row) {
        return "<tr" + (row.same() ? " class=\"same\"" : "") + "><td>" + marked(row.left(), "del") + "</td><td>"
                + marked(row.right(), "ins") + "</td></tr>\n";
    }

    private static String marked(List<Run> runs, String element) {
        return runs.stream()
                .map(run -> run.shared()
                        ? Printable.forHtml(run.text())
                        : "<" + element + ">" + Printable.forHtml(run.text()) + "</" + element + ">")
                .collect(Collectors.joining(" "));
    }
}
