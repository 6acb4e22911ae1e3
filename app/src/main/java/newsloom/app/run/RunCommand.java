package newsloom.app.run;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import newsloom.app.LogLevels;
import newsloom.app.Newsloom;
import newsloom.app.StopSignal;
import newsloom.app.settings.Limits;
import newsloom.app.settings.PassThrough;
import newsloom.app.settings.ReadingOptions;
import newsloom.app.settings.SourceOptions;
import newsloom.local.LoopbackPorts;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code newsloom run FILES…}: everything in one process. */
@Command(
        name = "run",
        mixinStandardHelpOptions = true,
        description = {
            "Starts a broker, a schema registry and all services in this process, sends the pages of files and prints stories.",
            "Reads what 'newsloom ingest' reads, folders too."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  newsloom run samples --until-idle --output out",
            "  newsloom run crawl-2026.warc.gz --data .newsloom/data",
            "  zcat pages.jsonl.gz | newsloom run - --until-idle --output out"
        })
public final class RunCommand implements Callable<Integer> {
    private static final int KAFKA_PORT = 9092;
    private static final int REGISTRY_PORT = 8081;

    @Spec
    private @Nullable CommandSpec spec;

    @Mixin
    private SourceOptions files = new SourceOptions();

    @Mixin
    private ReadingOptions reading = new ReadingOptions();

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = "Keeps all data there, and goes on from there next time (default: a temporary folder).")
    private @Nullable Path data;

    @Option(
            names = "--until-idle",
            description = "End when everything has passed through, instead of waiting for more.")
    private boolean untilIdle;

    @Option(
            names = "--output",
            paramLabel = "DIR",
            description = "With --until-idle: writes every public topic to <topic>.jsonl there.")
    private @Nullable Path output;

    @Option(
            names = "--partitions",
            paramLabel = "N",
            defaultValue = "4",
            converter = Limits.Partitions.class,
            description = "Partitions of topics that are made now (default: ${DEFAULT-VALUE}).")
    private int partitions = 4;

    @Option(
            names = "--dedupe-partitions",
            paramLabel = "N",
            defaultValue = "1",
            converter = Limits.Partitions.class,
            description =
                    "Tasks that the search for copies is spread over (default: ${DEFAULT-VALUE}, one task); the same at every start with the same --data.")
    private int dedupePartitions = 1;

    @Option(
            names = "--port",
            paramLabel = "PORT",
            converter = Limits.Port.class,
            description = "Port of the broker, 0 for any (default: 9092 where it is free; any with --until-idle).")
    private @Nullable Integer port;

    @Option(
            names = "--registry-port",
            paramLabel = "PORT",
            converter = Limits.Port.class,
            description =
                    "Port of the schema registry, 0 for any (default: 8081 where it is free; any with --until-idle).")
    private @Nullable Integer registryPort;

    @Option(names = "--strict", description = "Exit code 3 when something could not be read.")
    private boolean strict;

    @Option(
            names = "--set",
            paramLabel = "NAME=VALUE",
            description = "One of Kafka's own settings: kafka.*, producer.*, streams.*.")
    private Map<String, String> flags = new LinkedHashMap<>();

    @Override
    public Integer call() throws IOException, InterruptedException {
        if (spec == null) {
            throw new IllegalStateException("used outside a command line");
        }
        if (output != null && !untilIdle) {
            throw new ParameterException(spec.commandLine(), "--output is written at the end: give --until-idle, too");
        }
        var configuration = ((Newsloom) spec.root().userObject()).configuration();
        var settings = new RunSettings(
                files.sources(),
                reading.reading(),
                untilIdle,
                output,
                partitions,
                dedupePartitions,
                portOr(port, KAFKA_PORT),
                portOr(registryPort, REGISTRY_PORT),
                strict,
                new PassThrough(configuration, flags));
        LogLevels.quietClients();
        try (var stop = new StopSignal();
                var folder = DataFolder.of(data)) {
            return new LocalRun(
                            settings,
                            folder,
                            spec.commandLine().getOut(),
                            spec.commandLine().getErr())
                    .run();
        }
    }

    private int portOr(@Nullable Integer given, int usual) {
        if (given != null) {
            return given;
        }
        return untilIdle ? 0 : LoopbackPorts.preferring(usual);
    }
}
