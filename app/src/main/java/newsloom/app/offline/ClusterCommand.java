package newsloom.app.offline;

import java.io.IOException;
import java.time.Clock;
import java.util.concurrent.Callable;
import newsloom.aggregator.story.OfflineClusters;
import newsloom.aggregator.story.compare.StorySettings;
import newsloom.app.ExitCodes;
import newsloom.app.settings.SourceOptions;
import newsloom.text.language.LanguageDetector;
import newsloom.text.terms.TermTables;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code newsloom cluster}: articles in, the story of each out. */
@Command(
        name = "cluster",
        mixinStandardHelpOptions = true,
        description = {
            "Puts articles of JSON lines (.gz too) into stories; of standard input where no file is given.",
            "Reads {\"id\", \"lang\"?, \"published\"?, \"fetched_at\"?, \"source\"?, \"url\"?, \"title\"?, \"text\"?} in arrival"
                    + " order, writes {\"id\", \"story\"} when all are read. Stories rest after 14 days and are forgotten after 60 by"
                    + " fetched_at; a line without it counts as fetched with the one before it, or now. A time that cannot be read ends the run"
                    + " with the number of its line; leave it out where it is unknown."
        },
        footerHeading = "%nExample:%n",
        footer = "  newsloom cluster articles.jsonl.gz")
public final class ClusterCommand implements Callable<Integer> {
    @Spec
    private @Nullable CommandSpec spec;

    @Mixin
    private SourceOptions options = new SourceOptions();

    @Option(
            names = "--explain",
            description =
                    "Say on standard error, a JSON line an article, which stories were weighed, their scores, what was asked"
                            + " for, and why not; and which stories rest, wake, fall apart or end.")
    private boolean explain;

    @Override
    public Integer call() throws IOException {
        var line = spec == null ? new CommandLine(this) : spec.commandLine();
        var languages = new LanguageDetector();
        var clusters = new OfflineClusters(
                StorySettings.DEFAULT,
                new TermTables(),
                text -> languages.detect(text, null).code(),
                Clock.systemUTC().instant(),
                explain ? explanation -> line.getErr().println(ExplanationLine.of(explanation)) : explanation -> {});
        try (var lines = JsonLines.open(options.sources())) {
            clusters.run(lines, line.getOut());
        }
        return ExitCodes.OK;
    }
}
