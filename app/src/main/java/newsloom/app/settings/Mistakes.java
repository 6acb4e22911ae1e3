package newsloom.app.settings;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import picocli.CommandLine;
import picocli.CommandLine.ParseResult;

/** Everything that is wrong with a command line and the settings around it, found before anything starts. */
public final class Mistakes {
    private Mistakes() {}

    /** One line each; empty when all is well. */
    public static List<String> of(ParseResult parse, Configuration configuration) {
        var mistakes = new ArrayList<>(configuration.mistakes());
        var known = optionNames(parse.asCommandLineList().get(0));
        configuration.file().keySet().stream()
                .filter(name -> !PassThrough.takes(name) && !known.contains(name.replace('.', '-')))
                .forEach(name -> mistakes.add("Unknown setting in the settings file: '" + name + "'"));
        for (var command : parse.asCommandLineList()) {
            command.getParseResult().errors().forEach(error -> mistakes.add(message(error)));
        }
        return mistakes;
    }

    private static String message(Exception error) {
        return String.valueOf(error.getMessage()).strip();
    }

    /** Names of all options of all commands, without their dashes. */
    private static Set<String> optionNames(CommandLine command) {
        var names = new TreeSet<String>();
        command.getCommandSpec().options().stream()
                .filter(OutsideDefaults::settable)
                .forEach(option -> names.add(option.longestName().substring("--".length())));
        command.getSubcommands().values().forEach(subcommand -> names.addAll(optionNames(subcommand)));
        return names;
    }
}
