package newsloom.app.service;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.function.BooleanSupplier;
import newsloom.app.ExitCodes;
import newsloom.app.StatusLine;
import newsloom.app.settings.ClusterOptions;
import newsloom.app.settings.Limits;
import newsloom.app.settings.ReadingOptions;
import newsloom.app.settings.SourceOptions;
import newsloom.ingest.Ingest;
import newsloom.ingest.IngestSettings;
import newsloom.ingest.IngestSummary;
import newsloom.ingest.MachineLines;
import newsloom.ingest.ProgressListener;
import newsloom.ingest.TerminalProgress;
import newsloom.ingest.push.PushService;
import newsloom.ingest.push.PushSettings;
import newsloom.runtime.health.HealthServer;
import newsloom.runtime.metrics.Metrics;
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
            "Read are WARC and WET (plain, .gz, .zst), WACZ, JSON lines of our own shape, Scrapy, scrapy-cluster, news-please and Nutch,"
                    + " folders of .html and .txt files, .zip and .tar.gz of these, and RSS, Atom and news sitemaps for what they say about pages."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  newsloom ingest crawl/ --bootstrap-servers kafka-1:9092      # all that is below the folder",
            "  newsloom ingest 'crawl/**.warc.gz' feeds/ --strict           # exit code 3 when anything was lost",
            "  newsloom ingest spool/ --watch                               # and all that comes, until it is stopped",
            "  newsloom ingest --push 8090                                  # pages over HTTP, see docs/ingest.md",
            "  newsloom ingest news.example/ --paths-are-urls               # what wget -r has left",
            "  newsloom ingest pages.jsonl --json-shape scrapy --dry-run    # what would be sent, without a broker",
            "  aws s3 cp s3://crawl/a.warc.gz - | newsloom ingest - --json  # progress and summary for machines",
            "",
            "Exit codes: 0 done, 1 failed (start again to go on), 2 wrong use, 3 done with losses under --strict."
        })
public final class IngestCommand implements Callable<Integer> {
    private static final Set<String> LOOPBACK = Set.of("127.0.0.1", "localhost", "[::1]");
    private static final Duration WATCH_EVERY = Duration.ofSeconds(2);

    @Spec
    private @Nullable CommandSpec spec;

    @Mixin
    private ClusterOptions cluster = new ClusterOptions();

    @Mixin
    private SourceOptions files = new SourceOptions();

    @Mixin
    private ReadingOptions reading = new ReadingOptions();

    @Option(names = "--crawler", paramLabel = "NAME", description = "Who fetched the pages; written into each.")
    private @Nullable String crawler;

    @Option(names = "--crawl-id", paramLabel = "ID", description = "Which crawl they belong to; written into each.")
    private @Nullable String crawlId;

    @Option(names = "--strict", description = "Exit code 3 when something could not be read.")
    private boolean strict;

    @Option(names = "--dry-run", description = "Reads and counts everything and sends nothing; needs no broker.")
    private boolean dryRun;

    @Option(
            names = "--watch",
            description =
                    "Goes on with files that are new or have grown, each once it is finished, until it is stopped.")
    private boolean watch;

    @Option(
            names = "--json",
            description = "Progress and summary as JSON lines on standard output, instead of text on standard error.")
    private boolean json;

    @Option(
            names = "--push",
            paramLabel = "[HOST:]PORT",
            description = {
                "Takes pages over HTTP at POST /v1/pages until it is stopped, instead of files; /v1/openapi.json describes it, /metrics counts.",
                "Without HOST on the loopback address alone."
            })
    private @Nullable String push;

    @Option(
            names = "--push-token",
            paramLabel = "TOKEN",
            description =
                    "Asked for as 'Authorization: Bearer TOKEN'; needed beyond the loopback address. Better set NEWSLOOM_PUSH_TOKEN.")
    private @Nullable String pushToken;

    @Option(
            names = "--health-port",
            paramLabel = "PORT",
            converter = Limits.Port.class,
            description =
                    "Port of /livez, /readyz and /metrics on the loopback address while it runs, 0 for any (default: none).")
    private @Nullable Integer healthPort;

    @Override
    public Integer call() throws IOException, InterruptedException {
        var line = spec == null ? new CommandLine(this) : spec.commandLine();
        if (push == null && files.patterns().isEmpty()) {
            throw new ParameterException(line, "Which files?");
        }
        if (watch && (dryRun || files.patterns().contains(IngestSettings.STANDARD_INPUT))) {
            throw new ParameterException(line, "--watch goes with folders and files, and not with --dry-run");
        }
        try (var metrics = new Metrics()) {
            return push == null ? send(metrics, line) : push(push, metrics, line);
        }
    }

    private @Nullable HealthServer health(Metrics metrics, BooleanSupplier ready, CommandLine line) {
        if (healthPort == null) {
            return null;
        }
        var health = HealthServer.start(healthPort, () -> true, ready, metrics);
        line.getErr().println("ingest runs; health on " + health.url());
        return health;
    }

    private Map<String, Object> kafka() {
        var kafka = new HashMap<String, Object>(cluster.passThrough().forProducers());
        kafka.put("bootstrap.servers", cluster.bootstrapServers());
        return kafka;
    }

    private IngestSettings settings() {
        return IngestSettings.of(files.patterns(), kafka(), cluster.registryUrl())
                .crawledBy(crawler, crawlId)
                .read(reading.reading());
    }

    private int push(String address, Metrics metrics, CommandLine line) throws InterruptedException {
        int colon = address.lastIndexOf(':');
        String host = colon < 0 ? "127.0.0.1" : address.substring(0, colon);
        if (pushToken == null && !LOOPBACK.contains(host)) {
            throw new ParameterException(line, "Beyond the loopback address --push needs --push-token");
        }
        if (!files.patterns().isEmpty() || dryRun || watch) {
            throw new ParameterException(line, "--push goes without files, --watch and --dry-run");
        }
        int port;
        try {
            port = new Limits.Port().convert(address.substring(colon + 1));
        } catch (CommandLine.TypeConversionException e) {
            throw new ParameterException(line, "--push: " + e.getMessage(), e);
        }
        var stopped = new CountDownLatch(1);
        try (var stop = new StopAtSignal(stopped::countDown);
                var service = PushService.start(
                        PushSettings.of(host, port, pushToken, reading.reading()),
                        kafka(),
                        cluster.registryUrl(),
                        crawler,
                        crawlId,
                        Clock.systemUTC(),
                        metrics);
                var health = health(metrics, service::isReady, line)) {
            line.getErr().println("ingest takes pages at " + service.url() + "/v1/pages");
            stopped.await();
            line.getErr().println(service.summary());
            return ExitCodes.OK;
        }
    }

    private int send(Metrics metrics, CommandLine line) throws IOException, InterruptedException {
        try (var health = health(metrics, () -> true, line)) {
            return json ? sendForMachines(metrics, line) : sendForPeople(metrics, line);
        }
    }

    private int sendForMachines(Metrics metrics, CommandLine line) throws IOException, InterruptedException {
        var machine = new MachineLines(line.getOut());
        var summary = send(new Ingest(settings(), Clock.systemUTC(), machine, metrics.registry()));
        machine.summary(summary);
        return summary.exitCode(strict);
    }

    private int sendForPeople(Metrics metrics, CommandLine line) throws IOException, InterruptedException {
        var progress = new TerminalProgress(System.err);
        var listener = StatusLine.onTerminal() ? progress : ProgressListener.SILENT;
        try {
            var summary = send(new Ingest(settings(), Clock.systemUTC(), listener, metrics.registry()));
            progress.close();
            line.getErr().println(summary.text());
            return summary.exitCode(strict);
        } finally {
            progress.close();
        }
    }

    private IngestSummary send(Ingest ingest) throws IOException, InterruptedException {
        if (dryRun) {
            return ingest.dryRun();
        }
        if (!watch) {
            return ingest.run();
        }
        try (var stopped = new StopAtSignal(ingest::stop)) {
            return ingest.watch(WATCH_EVERY);
        }
    }
}
