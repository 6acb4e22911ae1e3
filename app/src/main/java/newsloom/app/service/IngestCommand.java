package newsloom.app.service;

import java.io.IOException;
import java.io.PrintWriter;
import java.time.Clock;
import java.util.HashMap;
import java.util.concurrent.Callable;
import newsloom.app.StatusLine;
import newsloom.app.settings.ClusterOptions;
import newsloom.app.settings.Limits;
import newsloom.app.settings.SourceOptions;
import newsloom.ingest.Ingest;
import newsloom.ingest.IngestSettings;
import newsloom.ingest.TerminalProgress;
import newsloom.runtime.health.HealthServer;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code newsloom ingest FILES…}. */
@Command(
        name = "ingest",
        mixinStandardHelpOptions = true,
        description = {
            "Sends pages to news.pages.v1, each exactly once: a run that was killed goes on where it was.",
            "Read are folders of .html and .txt files, WARC and JSON lines."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  newsloom ingest crawl/ --bootstrap-servers kafka-1:9092",
            "  aws s3 cp s3://crawl/a.warc.gz - | newsloom ingest - --strict"
        })
public final class IngestCommand implements Callable<Integer> {
    @Spec
    private @Nullable CommandSpec spec;

    @Mixin
    private ClusterOptions cluster = new ClusterOptions();

    @Mixin
    private SourceOptions files = new SourceOptions();

    @Option(names = "--crawler", paramLabel = "NAME", description = "Who fetched the pages; written into each.")
    private @Nullable String crawler;

    @Option(names = "--crawl-id", paramLabel = "ID", description = "Which crawl they belong to; written into each.")
    private @Nullable String crawlId;

    @Option(names = "--strict", description = "Exit code 3 when something could not be read.")
    private boolean strict;

    @Option(
            names = "--health-port",
            paramLabel = "PORT",
            converter = Limits.Port.class,
            description =
                    "Port of /livez and /readyz on the loopback address while pages are sent, 0 for any (default: none).")
    private @Nullable Integer healthPort;

    @Override
    public Integer call() throws IOException, InterruptedException {
        var line = spec == null ? new CommandLine(this) : spec.commandLine();
        if (files.sources().isEmpty()) {
            throw new ParameterException(line, "Which files?");
        }
        var err = line.getErr();
        var kafka = new HashMap<String, Object>(cluster.passThrough().forProducers());
        kafka.put("bootstrap.servers", cluster.bootstrapServers());
        var settings =
                IngestSettings.of(files.sources(), kafka, cluster.registryUrl()).crawledBy(crawler, crawlId);
        if (healthPort == null) {
            return send(settings, err);
        }
        try (var health = HealthServer.start(healthPort, () -> true, () -> true)) {
            err.println("ingest runs; health on " + health.url());
            return send(settings, err);
        }
    }

    private int send(IngestSettings settings, PrintWriter err) throws IOException, InterruptedException {
        return StatusLine.onTerminal() ? onTerminal(settings, err) : quietly(settings, err);
    }

    private int onTerminal(IngestSettings settings, PrintWriter err) throws IOException, InterruptedException {
        var progress = new TerminalProgress(System.err);
        try {
            var summary = new Ingest(settings, Clock.systemUTC(), progress).run();
            progress.close();
            err.println(summary.text());
            return summary.exitCode(strict);
        } finally {
            progress.close();
        }
    }

    private int quietly(IngestSettings settings, PrintWriter err) throws IOException, InterruptedException {
        var summary = new Ingest(settings, Clock.systemUTC(), progress -> {}).run();
        err.println(summary.text());
        return summary.exitCode(strict);
    }
}
