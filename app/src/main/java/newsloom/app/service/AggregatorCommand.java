package newsloom.app.service;

import java.time.Duration;
import java.util.concurrent.Callable;
import newsloom.aggregator.AggregatorService;
import newsloom.aggregator.AggregatorSettings;
import newsloom.app.settings.ClusterOptions;
import newsloom.app.settings.Limits;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code newsloom aggregator}. */
@Command(
        name = "aggregator",
        mixinStandardHelpOptions = true,
        description = "Runs the aggregator: articles in, stories out. More instances share the work.",
        footerHeading = "%nExample:%n",
        footer = "  newsloom aggregator --bootstrap-servers kafka-1:9092 --schema-registry http://registry:8081")
public final class AggregatorCommand implements Callable<Integer> {
    @Spec
    private @Nullable CommandSpec spec;

    @Mixin
    private ClusterOptions cluster = new ClusterOptions();

    @Mixin
    private ServiceOptions options = new ServiceOptions();

    @Option(
            names = "--order-window",
            paramLabel = "MILLISECONDS",
            defaultValue = "0",
            converter = Limits.Millis.class,
            description =
                    "Articles are put in the order of their fetch times when they come by no more than this out of it (default: ${DEFAULT-VALUE}: the cleaner sends them in order). For a cleaner with --dedupe-partitions above 1, whose tasks do not wait for each other: 250.")
    private long orderWindow;

    @Override
    public Integer call() throws InterruptedException {
        var line = spec == null ? new CommandLine(this) : spec.commandLine();
        var service = AggregatorService.create(
                options.streams(AggregatorService.APPLICATION_ID, cluster),
                AggregatorSettings.defaults().withWindow(Duration.ofMillis(orderWindow)),
                () -> true);
        return ServiceProcess.run("aggregator", service, options.healthPort(), line.getErr());
    }
}
