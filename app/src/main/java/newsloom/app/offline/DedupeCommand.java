package newsloom.app.offline;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.Optional;
import java.util.concurrent.Callable;
import newsloom.app.ExitCodes;
import newsloom.app.explain.ReportForm;
import newsloom.app.settings.SourceOptions;
import newsloom.cleaner.dedupe.OfflineDedupe;
import newsloom.contract.url.Sites;
import newsloom.contract.url.UrlKey;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code newsloom dedupe}: texts in, what each one copies out. */
@Command(
        name = "dedupe",
        mixinStandardHelpOptions = true,
        description = {
            "Says of each text of JSON lines (.gz too) which earlier one it copies; of standard input where no file is given.",
            "Reads {\"id\", \"url\"?, \"published\"?, \"title\"?, \"text\", \"lang\"?} in arrival order, writes {\"id\", \"duplicate_of\","
                    + " \"kind\", \"share_in_old\", \"share_in_new\"}."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  newsloom dedupe docs.jsonl.gz",
            "  newsloom dedupe docs.jsonl --why | jq -c 'select(.duplicate_of)'",
            "  newsloom dedupe docs.jsonl --explain | less"
        })
public final class DedupeCommand implements Callable<Integer> {
    @Spec
    private @Nullable CommandSpec spec;

    @Mixin
    private SourceOptions options = new SourceOptions();

    @Option(names = "--why", description = "Adds \"why\", the decision in words.")
    private boolean why;

    @Option(
            names = "--explain",
            description =
                    "Instead of JSON, of each text that copies another one the figures of the decision and both side by side; keeps all texts in memory.")
    private boolean explain;

    @Option(names = "--explain-html", description = "The same as a page of HTML for each.")
    private boolean explainHtml;

    @Option(names = "--strict", description = "Exit code 3 when a line was no text with an id.")
    private boolean strict;

    private final CopyExplanations explanations = new CopyExplanations();
    private long unread;

    @Override
    public Integer call() throws IOException {
        var line = spec == null ? new CommandLine(this) : spec.commandLine();
        var dedupe = new OfflineDedupe(UrlKey::of, Sites::of);
        try (var lines = JsonLines.open(options.sources())) {
            lines.lines()
                    .filter(text -> !text.isBlank())
                    .forEach(text -> JsonLines.object(text)
                            .flatMap(DedupeCommand::document)
                            .ifPresentOrElse(
                                    document -> print(document, dedupe.decide(document), line.getOut()),
                                    () -> unread++));
        }
        if (unread > 0) {
            line.getErr().println("newsloom: " + unread + " lines are no texts with an id");
        }
        return unread > 0 && strict ? ExitCodes.LOSSES : ExitCodes.OK;
    }

    private static Optional<OfflineDedupe.Document> document(ObjectNode input) {
        var id = JsonLines.text(input, "id");
        var text = JsonLines.text(input, "text");
        if (id == null || text == null) {
            return Optional.empty();
        }
        return Optional.of(new OfflineDedupe.Document(
                id,
                JsonLines.text(input, "url"),
                JsonLines.text(input, "title"),
                JsonLines.time(input, "published"),
                text));
    }

    private void print(OfflineDedupe.Document document, OfflineDedupe.Result result, PrintWriter out) {
        if (explain || explainHtml) {
            explanations
                    .of(document, result)
                    .ifPresent(report -> out.println((explainHtml ? ReportForm.HTML : ReportForm.TEXT).of(report)));
        } else {
            out.println(output(result));
        }
    }

    private ObjectNode output(OfflineDedupe.Result result) {
        var output = JsonLines.newObject()
                .put("id", result.id())
                .put("duplicate_of", result.duplicateOf())
                .put("kind", result.kind())
                .put("share_in_old", result.shareInOld())
                .put("share_in_new", result.shareInNew());
        return why ? output.put("why", result.why()) : output;
    }
}
