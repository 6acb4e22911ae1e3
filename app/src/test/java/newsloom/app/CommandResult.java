package newsloom.app;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.Map;
import newsloom.testing.Broker;

/** What a command line gave. */
public record CommandResult(int code, String out, String err) {

    /** Runs the command in this process, without settings from the environment. */
    public static CommandResult of(String... arguments) {
        return with(Map.of(), arguments);
    }

    /** Runs the command in this process against that broker and its registry. */
    public static CommandResult on(Broker broker, String... arguments) {
        return with(
                Map.of(
                        "NEWSLOOM_BOOTSTRAP_SERVERS",
                        broker.bootstrapServers(),
                        "NEWSLOOM_SCHEMA_REGISTRY",
                        broker.registryUrl()),
                arguments);
    }

    public static CommandResult with(Map<String, String> environment, String... arguments) {
        var out = new StringWriter();
        var err = new StringWriter();
        int code = Newsloom.execute(
                List.of(arguments), environment, new PrintWriter(out, true), new PrintWriter(err, true));
        return new CommandResult(code, out.toString(), err.toString());
    }
}
