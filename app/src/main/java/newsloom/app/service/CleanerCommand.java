package newsloom.app.service;

import java.time.Duration;
import java.util.concurrent.Callable;
import newsloom.app.settings.ClusterOptions;
import newsloom.app.settings.Limits;
import newsloom.cleaner.CleanerService;
import newsloom.cleaner.CleanerSettings;
import newsloom.runtime.order.ReorderSettings;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
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

    @Option(
            names = "--dedupe-partitions",
            paramLabel = "N",
            defaultValue = "1",
            converter = Limits.Partitions.class,
            description =
                    "Tasks that the search for copies is spread over (default: ${DEFAULT-VALUE}, one task). Every instance needs the same; with another number than before, begin under a new --application-id.")
    private int dedupePartitions = 1;

    @Option(
            names = "--order-window",
            paramLabel = "MILLISECONDS",
            defaultValue = "250",
            converter = Limits.Millis.class,
            description =
                    "Pages of one partition are put in the order of their fetch times when they come by no more than this out of it (default: ${DEFAULT-VALUE}). Each page waits about that long.")
    private long orderWindow = 250;

    @Override
    public Integer call() throws InterruptedException {
        var line = spec == null ? new CommandLine(this) : spec.commandLine();
        var service = CleanerService.create(
                options.streams(CleanerService.APPLICATION_ID, cluster),
                CleanerSettings.defaults()
                        .withDedupePartitions(dedupePartitions)
                        .withReorder(ReorderSettings.live().withWindow(Duration.ofMillis(orderWindow))),
                () -> true);
        return ServiceProcess.run("cleaner", service, options.healthPort(), line.getErr());
    }
}
