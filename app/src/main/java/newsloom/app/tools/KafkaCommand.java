package newsloom.app.tools;

import java.util.List;
import java.util.concurrent.Callable;
import newsloom.app.ExitCodes;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code newsloom kafka <tool> …}: Kafka's own tools, so that nobody has to install them. */
@Command(
        name = "kafka",
        mixinStandardHelpOptions = true,
        description = "Runs one of Kafka's own tools with the arguments that follow; without a tool, lists them.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  newsloom kafka topics --bootstrap-server localhost:9092 --list",
            "  newsloom kafka consumer-groups --bootstrap-server localhost:9092 --describe --all-groups",
            "  newsloom kafka topics --help"
        })
public final class KafkaCommand implements Callable<Integer> {
    @Spec
    private @Nullable CommandSpec spec;

    @Parameters(paramLabel = "TOOL ARGUMENT", arity = "0..*", description = "The tool and what it is told.")
    private List<String> arguments = List.of();

    /** What follows the tool's name belongs to the tool, options too; other commands are left alone. */
    public static void passArgumentsOn(CommandLine command) {
        if (command.getCommand() instanceof KafkaCommand) {
            command.setStopAtPositional(true).setUnmatchedOptionsArePositionalParams(true);
        }
    }

    @Override
    public Integer call() throws Exception {
        var line = spec == null ? new CommandLine(this) : spec.commandLine();
        if (arguments.isEmpty()) {
            KafkaTools.names().forEach(line.getOut()::println);
            return ExitCodes.OK;
        }
        var tool = KafkaTools.named(arguments.get(0))
                .orElseThrow(() -> new ParameterException(
                        line,
                        "No such tool: " + arguments.get(0) + "; there are " + String.join(", ", KafkaTools.names())));
        tool.run(arguments.subList(1, arguments.size()).toArray(String[]::new));
        return ExitCodes.OK;
    }
}
