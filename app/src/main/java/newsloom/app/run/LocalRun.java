package newsloom.app.run;

import java.io.IOException;
import java.io.PrintWriter;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import newsloom.app.ExitCodes;
import newsloom.app.StatusLine;
import newsloom.app.records.RecordJson;
import newsloom.app.records.TopicFiles;
import newsloom.app.records.TopicReader;
import newsloom.cleaner.CleanerSettings;
import newsloom.contract.Topics;
import newsloom.ingest.Ingest;
import newsloom.ingest.IngestSettings;
import newsloom.ingest.IngestSummary;
import newsloom.runtime.order.ReorderSettings;
import org.apache.kafka.common.errors.InterruptException;
import org.jspecify.annotations.Nullable;

/** One run from the start of the broker to its end. */
final class LocalRun {
    private static final Duration LOOK_EVERY = Duration.ofMillis(200);
    private static final int SHOWN_STORIES = 20;

    private final RunSettings settings;
    private final DataFolder data;
    private final PrintWriter out;
    private final PrintWriter err;
    private final StatusLine status;

    LocalRun(RunSettings settings, DataFolder data, PrintWriter out, PrintWriter err) {
        this.settings = settings;
        this.data = data;
        this.out = out;
        this.err = err;
        this.status = new StatusLine(err);
    }

    /** Returns the exit code; Ctrl-C ends it in an orderly way. */
    int run() throws IOException, InterruptedException {
        status.show("starting the broker");
        try (var cluster = LocalCluster.start(
                        data.path(), settings.port(), settings.registryPort(), settings.partitions());
                var pipeline = new Pipeline(
                        cluster, cleaner(), stories(), settings.kafka().forStreams())) {
            return work(cluster, pipeline);
        }
    }

    private CleanerSettings cleaner() {
        return CleanerSettings.defaults().withReorder(reorder()).withDedupePartitions(settings.dedupePartitions());
    }

    private ReorderSettings reorder() {
        return settings.untilIdle() ? ReorderSettings.wholeInput() : ReorderSettings.live();
    }

    /** The order of the aggregator, to which one deciding task sends in order what its buffer could hold, and several each their own. */
    private ReorderSettings stories() {
        return settings.untilIdle() || settings.dedupePartitions() > 1
                ? reorder()
                : reorder().merging();
    }

    private int work(LocalCluster cluster, Pipeline pipeline) throws IOException {
        status.say(String.join(", ", cluster.addresses()) + (data.temporary() ? " (temporary)" : ""));
        try {
            return settings.untilIdle() ? untilIdle(cluster, pipeline) : untilStopped(cluster, pipeline);
        } catch (InterruptedException | InterruptException e) {
            Thread.interrupted(); // what is closed now must not be disturbed
            status.say("stopping");
            return ExitCodes.OK;
        }
    }

    private int untilIdle(LocalCluster cluster, Pipeline pipeline) throws IOException, InterruptedException {
        var summary = send(cluster, pipeline);
        var cleaned = awaitIdle(pipeline);
        PageCounts counts;
        try (var reader = new TopicReader(cluster.client())) {
            counts = PageCounts.of(cleaned, PageDeadLetters.count(reader));
            printStories(cluster, reader, counts);
            writeTopics(cluster, reader);
        }
        if (counts.missing() != 0) {
            err.println("newsloom: " + counts.missing() + " pages have no outcome");
            return ExitCodes.FAILED;
        }
        return summary == null ? ExitCodes.OK : summary.exitCode(settings.strict());
    }

    /** Waits until everything has passed through; returns the cleaner's counts. */
    private Map<String, Long> awaitIdle(Pipeline pipeline) throws InterruptedException {
        while (true) {
            boolean idle = pipeline.idle();
            var counts = pipeline.pageCounts();
            if (idle && counts.isPresent()) {
                return counts.get();
            }
            counts.ifPresent(this::showProgress);
            TimeUnit.NANOSECONDS.sleep(LOOK_EVERY.toNanos());
        }
    }

    private int untilStopped(LocalCluster cluster, Pipeline pipeline) throws IOException, InterruptedException {
        try (var watch = new StoryWatch(cluster.client(), cluster.registryClient(), out::println)) {
            var watching = CompletableFuture.runAsync(watch, Pipeline.OWN_THREAD);
            var unused = send(cluster, pipeline);
            status.say("waiting for more pages in " + Topics.PAGES.name() + "; Ctrl-C ends it");
            while (!watching.isDone()) {
                pipeline.check();
                TimeUnit.NANOSECONDS.sleep(LOOK_EVERY.toNanos());
            }
            watching.join();
        }
        return ExitCodes.OK;
    }

    /** Starts the services, sends the pages meanwhile, and returns when both is done. */
    private @Nullable IngestSummary send(LocalCluster cluster, Pipeline pipeline)
            throws IOException, InterruptedException {
        status.show("starting the services");
        var started = pipeline.start();
        var summary = ingest(cluster);
        started.join();
        pipeline.inputEnded();
        return summary;
    }

    private @Nullable IngestSummary ingest(LocalCluster cluster) throws IOException, InterruptedException {
        if (settings.sources().isEmpty()) {
            return null;
        }
        var kafka = new HashMap<String, Object>(settings.kafka().forProducers());
        kafka.put("bootstrap.servers", cluster.bootstrapServers());
        var ingest = new Ingest(
                IngestSettings.of(settings.sources(), kafka, cluster.registryUrl())
                        .read(settings.reading()),
                Clock.systemUTC(),
                progress -> status.show("reading: " + progress.pagesSent() + " pages sent"));
        var summary = ingest.run();
        status.say(summary.text());
        return summary;
    }

    private void printStories(LocalCluster cluster, TopicReader reader, PageCounts counts) {
        var read = Stories.read(reader, cluster.registryClient());
        var stories = read.all().stream().sorted(StoryText.LARGEST_FIRST).toList();
        status.clear();
        if (read.unreadable() > 0) {
            status.say(read.unreadable() + " records in " + Topics.STORIES.name() + " are no stories: passed over");
        }
        for (var story : stories.subList(0, Math.min(SHOWN_STORIES, stories.size()))) {
            StoryText.block(story).forEach(out::println);
        }
        if (stories.size() > SHOWN_STORIES) {
            out.println("… and " + (stories.size() - SHOWN_STORIES) + " more stories");
        }
        out.println();
        counts.lines(stories.size()).forEach(out::println);
    }

    private void writeTopics(LocalCluster cluster, TopicReader reader) throws IOException {
        if (settings.output() != null) {
            status.show("writing " + settings.output());
            new TopicFiles(reader, new RecordJson(cluster.registryClient())).write(settings.output());
            status.say("topics written to " + settings.output());
        }
    }

    private void showProgress(Map<String, Long> cleaned) {
        var counts = PageCounts.of(cleaned, PageDeadLetters.NONE);
        status.show("cleaning: " + counts.pages() + " pages read, " + counts.decided() + " decided, "
                + counts.articles() + " articles");
    }
}
