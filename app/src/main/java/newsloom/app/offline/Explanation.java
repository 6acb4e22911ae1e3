package newsloom.app.offline;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import newsloom.cleaner.extract.Extraction;
import newsloom.cleaner.extract.Extraction.Content;
import newsloom.cleaner.extract.Extraction.Rejection;
import newsloom.cleaner.extract.select.ExplainedText;

/** A page with what was decided on each of its blocks, written for people: as text for a terminal or as HTML in colours. */
enum Explanation {
    TEXT {
        @Override
        String page(String id, Extraction extraction, List<ExplainedText> texts) {
            return texts.stream()
                    .map(text -> "%s %.2f  %s%n%s          %s"
                            .formatted(
                                    text.kept() ? "+" : "-",
                                    text.score(),
                                    text.text(),
                                    text.rule() == null ? "" : "          " + rule(text) + "\n",
                                    reasons(text)))
                    .collect(Collectors.joining("\n", id + ": " + verdict(extraction, texts) + "\n", "\n"));
        }
    },
    HTML {
        @Override
        String page(String id, Extraction extraction, List<ExplainedText> texts) {
            return texts.stream()
                    .map(Explanation::coloured)
                    .collect(Collectors.joining(
                            "\n",
                            "<!doctype html><meta charset=\"utf-8\"><title>%s</title>%n<h1>%s</h1>%n<p><b>%s</b></p>%n"
                                    .formatted(escaped(id), escaped(id), escaped(verdict(extraction, texts))),
                            "\n"));
        }
    };

    private static final int GREEN_DEGREES = 120;

    abstract String page(String id, Extraction extraction, List<ExplainedText> texts);

    private static String verdict(Extraction extraction, List<ExplainedText> texts) {
        return verdict(extraction)
                + texts.stream()
                        .findFirst()
                        .map(text -> "; text is taken from %.2f on".formatted(text.asked()))
                        .orElse("");
    }

    private static String verdict(Extraction extraction) {
        if (extraction instanceof Content content) {
            return "article, “" + content.title() + "”, " + content.paragraphs().size() + " paragraphs";
        }
        Rejection rejection = (Rejection) extraction;
        return "rejected, " + rejection.reason().name().toLowerCase(Locale.ROOT) + ": " + rejection.detail();
    }

    /** From red (surely dropped) to green (surely kept); what is not in the article is struck out. */
    private static String coloured(ExplainedText text) {
        return "<p style=\"background:hsl(%d,70%%,88%%);%s\" title=\"%s\">%.2f %s%s</p>"
                .formatted(
                        Math.round(text.score() * GREEN_DEGREES),
                        text.kept() ? "" : "text-decoration:line-through",
                        escaped(reasons(text)),
                        text.score(),
                        escaped(text.text()),
                        text.rule() == null
                                ? ""
                                : " <i style=\"display:inline-block\">" + escaped(rule(text)) + "</i>");
    }

    private static String rule(ExplainedText text) {
        return (text.kept() ? "kept by rule: " : "dropped by rule: ") + text.rule();
    }

    private static String reasons(ExplainedText text) {
        return text.reasons().stream()
                .map(reason -> "%s %s (%+.2f)".formatted(reason.feature(), number(reason.value()), reason.pull()))
                .collect(Collectors.joining(", "));
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }

    private static String number(double value) {
        return value == Math.rint(value) ? Long.toString((long) value) : "%.2f".formatted(value);
    }
}
