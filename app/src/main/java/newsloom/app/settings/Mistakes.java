package newsloom.app.settings;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
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
        mistakes.addAll(new PassThrough(configuration, flags(parse)).mistakes());
        for (var command : parse.asCommandLineList()) {
            command.getParseResult().errors().forEach(error -> mistakes.add(message(error)));
            command.getCommandSpec().options().stream()
                    .filter(option -> !command.getParseResult().hasMatchedOption(option))
                    .forEach(option -> mistakes.addAll(fromOutside(option, configuration)));
            command.getCommandSpec().mixins().values().stream()
                    .map(CommandSpec::userObject)
                    .filter(SourceOptions.class::isInstance)
                    .forEach(sources -> mistakes.addAll(((SourceOptions) sources).mistakes()));
        }
        return mistakes.stream().distinct().toList();
    }

    /** What was given with {@code --set}. */
    private static Map<String, String> flags(ParseResult parse) {
        var flags = new HashMap<String, String>();
        for (var command : parse.asCommandLineList()) {
            OptionSpec set = command.getParseResult().matchedOption("--set");
            if (set != null && set.getValue() instanceof Map<?, ?> given) {
                given.forEach((name, value) -> flags.put(String.valueOf(name), String.valueOf(value)));
            }
        }
        return flags;
    }

    /** A value from outside the command line that does not do: the parser stops looking at these at the first error. */
    private static List<String> fromOutside(OptionSpec option, Configuration configuration) {
        if (!OutsideDefaults.settable(option) || option.converters().length == 0) {
            return List.of();
        }
        var value = configuration.valueOf(option.longestName());
        try {
            if (value.isPresent()) {
                var unused = option.converters()[0].convert(value.get());
            }
            return List.of();
        } catch (Exception e) { // whatever a converter throws, it says what is wrong
            return List.of("Invalid value for option '" + option.longestName() + "': " + message(e));
        }
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
