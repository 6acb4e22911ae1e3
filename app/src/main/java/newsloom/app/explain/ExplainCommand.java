package newsloom.app.explain;

import java.util.concurrent.Callable;
import newsloom.app.ExitCodes;
import newsloom.app.LogLevels;
import newsloom.app.records.TopicReader;
import newsloom.app.settings.ClusterOptions;
import newsloom.cleaner.PageArticles;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code newsloom explain ID}: why an article is, or is not, a copy; {@code newsloom explain story ID}: how a story came about. */
@Command(
        name = "explain",
        mixinStandardHelpOptions = true,
        subcommands = ExplainStoryCommand.class,
        description = {
            "Says of an article why it was taken for a copy, and of what, or why not: the figures of the decision, and both texts side by side.",
            "Reads the topics of articles, duplicates and rejects, and those of stories for the story it is in; the text of a copy is extracted anew from its page, as long as that is kept."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  newsloom explain 3f2a9c0d5b7e41688aa0c1d2",
            "  newsloom explain story 5be0c4d51f3a9c02",
            "  newsloom explain https://news.example/quay-fire --html > quay-fire.html"
        })
public final class ExplainCommand implements Callable<Integer> {
    @Spec
    private @Nullable CommandSpec spec;

    @Mixin
    private ClusterOptions cluster = new ClusterOptions();

    @Parameters(
            paramLabel = "ID|URL",
            arity = "0..1",
            description = "Article id, or the address of a page that declares no other address for itself.")
    private String id = "";

    @Option(names = "--html", description = "A page of HTML instead of text for a terminal.")
    private boolean html;

    @Override
    public Integer call() {
        LogLevels.quietClients();
        var line = spec == null ? new CommandLine(this) : spec.commandLine();
        if (id.isBlank()) {
            throw new ParameterException(line, "Missing required parameter: 'ID|URL', or 'story ID'");
        }
        try (var reader = new TopicReader(cluster.client())) {
            var topics = new PublicTopics(reader, cluster.registry());
            boolean isUrl = id.contains("/") || id.contains(".");
            var decisions = new Decisions(topics);
            var report = decisions.of(isUrl ? PageArticles.id(id) : id, isUrl ? id : null);
            if (report.isEmpty()) {
                String known = Printable.forTerminal(id);
                boolean isStory = !isUrl && decisions.isStory(id);
                line.getErr()
                        .println(
                                isStory
                                        ? "newsloom: " + known + " is a story, see newsloom explain story " + known
                                        : "newsloom: nothing is known of " + known);
                return ExitCodes.FAILED;
            }
            line.getOut().print((html ? ReportForm.HTML : ReportForm.TEXT).of(report.get()));
            line.getOut().flush();
            return ExitCodes.OK;
        }
    }
}
