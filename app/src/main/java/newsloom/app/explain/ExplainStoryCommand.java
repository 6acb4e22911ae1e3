package newsloom.app.explain;

import java.util.concurrent.Callable;
import newsloom.app.ExitCodes;
import newsloom.app.LogLevels;
import newsloom.app.records.TopicReader;
import newsloom.app.settings.ClusterOptions;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code newsloom explain story ID}: how a story came about. */
@Command(
        name = "story",
        mixinStandardHelpOptions = true,
        description = {
            "Says of a story what happened to it and why: for each article the stories it was compared with, their scores, what was asked for, and vetoes.",
            "Reads the topics of stories and story events; events are kept for 30 days. The id of a story that was merged leads to the one that took it in.",
            "Headlines are those that the articles have now, beside what happened earlier, too."
        },
        footerHeading = "%nExample:%n",
        footer = "  newsloom explain story 5be0c4d51f3a9c02")
final class ExplainStoryCommand implements Callable<Integer> {
    @Spec
    private @Nullable CommandSpec spec;

    @Mixin
    private ClusterOptions cluster = new ClusterOptions();

    @Parameters(
            paramLabel = "ID",
            description = "Story id, the key in news.stories.v1; or the id of an article, for the story it is in.")
    private String id = "";

    @Option(names = "--html", description = "A page of HTML instead of text for a terminal.")
    private boolean html;

    @Override
    public Integer call() {
        LogLevels.quietClients();
        var line = spec == null ? new CommandLine(this) : spec.commandLine();
        if (id.isBlank()) {
            throw new ParameterException(line, "Missing required parameter: 'ID'");
        }
        try (var reader = new TopicReader(cluster.client())) {
            var history = StoryHistory.of(id, new PublicTopics(reader, cluster.registry()));
            if (history.isEmpty()) {
                line.getErr()
                        .println("newsloom: neither a story nor an article in one is known as "
                                + Printable.forTerminal(id)
                                + ": it never was, or record and events are not kept any more");
                return ExitCodes.FAILED;
            }
            line.getOut().print((html ? ReportForm.HTML : ReportForm.TEXT).of(StoryReport.of(history.get())));
            line.getOut().flush();
            return ExitCodes.OK;
        }
    }
}
