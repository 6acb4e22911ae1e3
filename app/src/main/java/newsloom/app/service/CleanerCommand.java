package newsloom.app.service;

import java.util.concurrent.Callable;
import newsloom.app.settings.ClusterOptions;
import newsloom.cleaner.CleanerService;
import newsloom.cleaner.CleanerSettings;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code newsloom cleaner}. */
@Command(
        name = "cleaner",
        mixinStandardHelpOptions = true,
        description =
                "Runs the cleaner: pages in; articles, duplicates and rejects out. More instances share the work.",
        footerHeading = "%nExample:%n",
        footer = "  newsloom cleaner --bootstrap-servers kafka-1:9092 --schema-registry http://registry:8081")
public final class CleanerCommand implements Callable<Integer> {
    @Spec
    private @Nullable CommandSpec spec;

    @Mixin
    private ClusterOptions cluster = new ClusterOptions();

    @Mixin
    private ServiceOptions options = new ServiceOptions();

    @Override
    public Integer call() throws InterruptedException {
        var line = spec == null ? new CommandLine(this) : spec.commandLine();
        var service = CleanerService.create(
                options.streams(CleanerService.APPLICATION_ID, cluster), CleanerSettings.defaults(), () -> true);
        return ServiceProcess.run("cleaner", service, options.healthPort(), line.getErr());
    }
}
