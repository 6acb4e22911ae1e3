package newsloom.app.offline;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import newsloom.app.explain.CopyReport;
import newsloom.app.explain.CopyReport.Fact;
import newsloom.app.explain.Figures;
import newsloom.cleaner.dedupe.Comparison;
import newsloom.cleaner.dedupe.OfflineDedupe.Document;
import newsloom.cleaner.dedupe.OfflineDedupe.Result;
import org.jspecify.annotations.Nullable;

/** Reports on offline decisions. Keeps every document it has seen. Not thread-safe. */
final class CopyExplanations {
    private final Map<String, Document> seen = new HashMap<>();

    /** The report on a document that has to do with an earlier one; empty for others. */
    Optional<CopyReport> of(Document document, Result result) {
        seen.putIfAbsent(document.id(), document);
        Document other = result.duplicateOf() == null ? null : seen.get(result.duplicateOf());
        return Optional.ofNullable(other).map(earlier -> report(document, earlier, result));
    }

    private static CopyReport report(Document document, Document earlier, Result result) {
        var facts = new ArrayList<Fact>();
        facts.add(new Fact("headline", orEmpty(document.title())));
        facts.add(new Fact("address", orEmpty(document.url())));
        facts.add(new Fact(
                "compared with", earlier.id() + " " + orEmpty(earlier.title()) + " " + orEmpty(earlier.url())));
        facts.add(new Fact("why", result.why()));
        var comparison = Comparison.of(document.text(), earlier.text());
        facts.addAll(Figures.of(comparison));
        return new CopyReport(
                document.id() + " and " + earlier.id(),
                result.kind(),
                List.copyOf(facts),
                document.id(),
                earlier.id(),
                comparison);
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }
}
