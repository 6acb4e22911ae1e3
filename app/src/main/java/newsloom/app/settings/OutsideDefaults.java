package newsloom.app.settings;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.IDefaultValueProvider;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;

/** Gives options that are not on the command line their value from the {@link Configuration}. */
public final class OutsideDefaults implements IDefaultValueProvider {
    private static final Set<String> FLAGS_ONLY = Set.of("--help", "--version", "--config", "--set");

    private final Configuration configuration;

    public OutsideDefaults(Configuration configuration) {
        this.configuration = configuration;
    }

    @Override
    public @Nullable String defaultValue(ArgSpec argument) {
        if (argument instanceof OptionSpec option && settable(option)) {
            return configuration.valueOf(option.longestName()).orElse(null);
        }
        return null;
    }

    static boolean settable(OptionSpec option) {
        return option.longestName().startsWith("--") && !FLAGS_ONLY.contains(option.longestName());
    }
}
