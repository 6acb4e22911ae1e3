package newsloom.app;

import java.io.BufferedWriter;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import newsloom.app.deadletters.DlqCommand;
import newsloom.app.explain.ExplainCommand;
import newsloom.app.offline.ClusterCommand;
import newsloom.app.offline.DedupeCommand;
import newsloom.app.offline.ExtractCommand;
import newsloom.app.records.TailCommand;
import newsloom.app.run.RunCommand;
import newsloom.app.service.AggregatorCommand;
import newsloom.app.service.CleanerCommand;
import newsloom.app.service.IngestCommand;
import newsloom.app.service.RegistryCommand;
import newsloom.app.settings.Configuration;
import newsloom.app.settings.Mistakes;
import newsloom.app.settings.OutsideDefaults;
import newsloom.app.tools.KafkaCommand;
import newsloom.app.topics.TopicsCommand;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.RunLast;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** The {@code newsloom} command. */
@Command(
        name = "newsloom",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        description = "Crawled news pages in, stories out, as a stream on Apache Kafka.",
        subcommands = {
            RunCommand.class,
            IngestCommand.class,
            CleanerCommand.class,
            AggregatorCommand.class,
            RegistryCommand.class,
            TopicsCommand.class,
            TailCommand.class,
            DlqCommand.class,
            ExplainCommand.class,
            KafkaCommand.class,
            ExtractCommand.class,
            DedupeCommand.class,
            ClusterCommand.class
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  newsloom run samples --until-idle --output out",
            "  newsloom tail news.stories.v1 --from-beginning",
            "  newsloom extract page.jsonl",
            "",
            "Every option can also be set in the environment (NEWSLOOM_BOOTSTRAP_SERVERS) or in the file of --config",
            "(bootstrap-servers=...). Exit codes: 0 done, 1 failed, 2 wrong usage, 3 done with losses under --strict."
        })
public final class Newsloom implements Runnable {
    private static final int HELP_COLUMNS = 110;

    private final Configuration configuration;

    @Spec
    private @Nullable CommandSpec spec;

    @Option(
            names = "--config",
            paramLabel = "FILE",
            scope = ScopeType.INHERIT,
            description = "Properties file with settings.")
    void config(String file) {} // has been read before the command line is parsed

    private boolean verbose;

    Newsloom(Configuration configuration) {
        this.configuration = configuration;
    }

    public static void main(String[] arguments) {
        var out = terminal(System.out);
        var err = terminal(System.err);
        System.exit(execute(List.of(arguments), System.getenv(), out, err));
    }

    private static PrintWriter terminal(OutputStream stream) {
        var writer = new BufferedWriter(new OutputStreamWriter(stream, StandardCharsets.UTF_8));
        return new PrintWriter(new TerminalWriter(writer), true);
    }

    /** Runs one command line; returns its exit code. */
    static int execute(List<String> arguments, Map<String, String> environment, PrintWriter out, PrintWriter err) {
        var configuration = Configuration.load(arguments, environment);
        var newsloom = new Newsloom(configuration);
        return commandLine(newsloom).setOut(out).setErr(err).execute(arguments.toArray(String[]::new));
    }

    static CommandLine commandLine(Newsloom newsloom) {
        var command = new CommandLine(newsloom)
                .setDefaultValueProvider(new OutsideDefaults(newsloom.configuration))
                .setExecutionStrategy(newsloom::runUnlessMistaken)
                .setExecutionExceptionHandler((e, failed, parse) -> newsloom.tell(e, failed))
                .setColorScheme(Help.defaultColorScheme(Help.Ansi.OFF))
                .setUsageHelpWidth(HELP_COLUMNS);
        collectErrors(command);
        command.getSubcommands().values().forEach(KafkaCommand::passArgumentsOn);
        return command;
    }

    private static void collectErrors(CommandLine command) {
        command.getCommandSpec().parser().collectErrors(true);
        command.getSubcommands().values().forEach(Newsloom::collectErrors);
    }

    @Option(
            names = "--verbose",
            scope = ScopeType.INHERIT,
            description = "Say more on standard error: log lines and stack traces.")
    void verbose(boolean given) {
        verbose = given;
        if (given) {
            LogLevels.verbose();
        }
    }

    /** Settings from outside the command line. */
    public Configuration configuration() {
        return configuration;
    }

    /** Called when no command is given. */
    @Override
    public void run() {
        if (spec != null) {
            throw new ParameterException(spec.commandLine(), "Which command?");
        }
    }

    private int runUnlessMistaken(ParseResult parse) {
        var help = CommandLine.executeHelpRequest(parse);
        if (help != null) {
            return help;
        }
        var mistakes = Mistakes.of(parse, configuration);
        if (!mistakes.isEmpty()) {
            var commands = parse.asCommandLineList();
            throw new ParameterException(commands.get(commands.size() - 1), String.join("\n", mistakes));
        }
        return new RunLast().execute(parse);
    }

    private int tell(Exception failure, CommandLine command) {
        if (verbose) {
            failure.printStackTrace(command.getErr());
        }
        command.getErr().println("newsloom: " + FailureText.of(failure));
        return ExitCodes.FAILED;
    }
}
