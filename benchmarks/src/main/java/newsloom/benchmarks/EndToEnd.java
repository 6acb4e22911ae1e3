package newsloom.benchmarks;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import newsloom.app.LogLevels;
import newsloom.app.run.LocalCluster;
import newsloom.app.run.Pipeline;
import newsloom.cleaner.CleanerSettings;
import newsloom.ingest.Ingest;
import newsloom.ingest.IngestSettings;
import newsloom.ingest.ProgressListener;
import newsloom.runtime.order.ReorderSettings;
import org.jsoup.Jsoup;

/**
 * Pages a second from file to story, everything in this process (broker, registry, ingest, cleaner, aggregator, exactly-once), beside bare {@code Jsoup.parse} of the same pages on one
 * thread in the same run. The machine is noisy: read the ratio.
 */
public final class EndToEnd {

    private static final int PARTITIONS = 4;
    private static final int ROUNDS = 3;

    private EndToEnd() {}

    /** Takes one JSON lines file of pages with {@code html_base64} or {@code html}. */
    public static void main(String[] arguments) throws Exception {
        if (arguments.length != 1) {
            System.err.println(
                    "usage: end-to-end PAGES.jsonl   (lines with html_base64 or html, as newsloom extract reads them)");
            System.exit(2);
        }
        LogLevels.quietClients();
        Path file = Path.of(arguments[0]);
        List<byte[]> pages = read(file);
        double megabytes = pages.stream().mapToLong(page -> page.length).sum() / 1e6;
        PrintStream out = System.out;
        out.printf(
                Locale.ROOT,
                "%d pages, %.1f MB, %d cores, Java %s%n",
                pages.size(),
                megabytes,
                Runtime.getRuntime().availableProcessors(),
                System.getProperty("java.version"));
        double parse = parseSeconds(pages);
        print(out, "Jsoup.parse, one thread, warm", pages.size(), megabytes, parse);
        double cold = pipelineSeconds(file);
        print(out, "file to story, first run", pages.size(), megabytes, cold);
        double warm = pipelineSeconds(file);
        print(out, "file to story, again, warm", pages.size(), megabytes, warm);
        out.printf(
                Locale.ROOT,
                "file to story takes %.1f times the bare parse (first run %.1f)%n",
                warm / parse,
                cold / parse);
    }

    private static void print(PrintStream out, String what, int pages, double megabytes, double seconds) {
        out.printf(
                Locale.ROOT,
                "%-32s %8.1f s %8.0f pages/s %8.1f MB/s%n",
                what,
                seconds,
                pages / seconds,
                megabytes / seconds);
    }

    private static List<byte[]> read(Path file) throws IOException {
        var json = new ObjectMapper();
        var pages = new ArrayList<byte[]>();
        try (BufferedReader lines = Files.newBufferedReader(file)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                JsonNode page = json.readTree(line);
                pages.add(
                        page.has("html_base64")
                                ? Base64.getDecoder()
                                        .decode(page.get("html_base64").asText())
                                : page.path("html").asText().getBytes(StandardCharsets.UTF_8));
            }
        }
        return pages;
    }

    /** The best of some rounds, so that the compiler's work is not counted. */
    private static double parseSeconds(List<byte[]> pages) {
        double best = Double.MAX_VALUE;
        long nodes = 0;
        for (int round = 0; round < ROUNDS; round++) {
            long began = System.nanoTime();
            for (byte[] page : pages) {
                nodes += Jsoup.parse(new String(page, StandardCharsets.UTF_8)).childNodeSize();
            }
            best = Math.min(best, (System.nanoTime() - began) / 1e9);
        }
        if (nodes == 0) {
            throw new IllegalStateException("nothing was parsed");
        }
        return best;
    }

    /** From the first page read to the last story written; the start of broker and services is not counted. */
    private static double pipelineSeconds(Path file) throws IOException, InterruptedException {
        Path data = Files.createTempDirectory("newsloom-benchmark");
        try (var cluster = LocalCluster.start(data, 0, 0, PARTITIONS);
                var pipeline = new Pipeline(
                        cluster,
                        CleanerSettings.defaults().withReorder(ReorderSettings.wholeInput()),
                        ReorderSettings.wholeInput(),
                        Map.of())) {
            pipeline.start().join();
            long began = System.nanoTime();
            var settings =
                    IngestSettings.of(List.of(file.toString()), cluster.bootstrapServers(), cluster.registryUrl());
            var unused = new Ingest(settings, Clock.systemUTC(), ProgressListener.SILENT).run();
            pipeline.inputEnded();
            while (!pipeline.idle()) {
                TimeUnit.NANOSECONDS.sleep(Duration.ofMillis(20).toNanos());
            }
            return (System.nanoTime() - began) / 1e9;
        } finally {
            Folders.delete(data);
        }
    }
}
