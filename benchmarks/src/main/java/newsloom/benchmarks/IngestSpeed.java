package newsloom.benchmarks;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import newsloom.app.run.LocalCluster;
import newsloom.ingest.Ingest;
import newsloom.ingest.IngestSettings;
import newsloom.ingest.ProgressListener;
import newsloom.ingest.page.Offset;
import newsloom.ingest.page.SourceItem;
import newsloom.ingest.page.SourcePage;
import newsloom.ingest.source.ReadOptions;
import newsloom.ingest.source.SourceFile;
import newsloom.ingest.source.StreamReader;
import org.netpreserve.jwarc.WarcReader;
import org.netpreserve.jwarc.WarcRecord;
import org.netpreserve.jwarc.WarcResponse;

/**
 * Ingest beside what it stands on, in one run: reading a WARC.gz beside jwarc alone, and sending it to a local broker beside Kafka's own
 * {@code kafka-producer-perf-test} with the same bodies and compression.
 */
public final class IngestSpeed {
    private static final int ROUNDS = 3;
    private static final String DELIMITER = "<<<newsloom>>>";
    private static final Pattern PERF_RESULT = Pattern.compile("(\\d+) records sent, ([\\d.]+) records/sec");

    private IngestSpeed() {}

    /** Takes JSON lines of pages and the size of the WARC to make of them. */
    public static void main(String[] arguments) throws Exception {
        if (arguments.length != 2) {
            System.err.println("usage: ingest-speed PAGES.jsonl MEGABYTES   (lines with html_base64 or html)");
            System.exit(2);
        }
        var bodies = PageWarc.bodies(Path.of(arguments[0]));
        Path folder = Files.createTempDirectory("newsloom-benchmark");
        try {
            Path warc = folder.resolve("pages.warc.gz");
            int pages = PageWarc.write(warc, bodies, Long.parseLong(arguments[1]) * 1_000_000);
            PrintStream out = System.out;
            out.printf(
                    Locale.ROOT,
                    "%d pages, %.0f MB of WARC.gz, heap of %d MB%n",
                    pages,
                    Files.size(warc) / 1e6,
                    Runtime.getRuntime().maxMemory() >> 20);
            reading(out, warc, pages);
            sending(out, folder, warc, pages, bodies);
        } finally {
            Folders.delete(folder);
        }
    }

    private static void reading(PrintStream out, Path warc, int pages) throws IOException {
        double jwarc = Double.MAX_VALUE;
        double ours = Double.MAX_VALUE;
        for (int round = 0; round < ROUNDS; round++) {
            jwarc = Math.min(jwarc, seconds(pages, () -> withJwarc(warc)));
            ours = Math.min(ours, seconds(pages, () -> withIngest(warc)));
        }
        print(out, "reading, jwarc alone", pages, jwarc);
        print(out, "reading, ingest's source", pages, ours);
        out.printf(Locale.ROOT, "reading: %.0f %% of jwarc alone%n", 100 * jwarc / ours);
    }

    private static void sending(PrintStream out, Path folder, Path warc, int pages, List<byte[]> bodies)
            throws IOException, InterruptedException {
        try (var cluster = LocalCluster.start(folder.resolve("data"), 0, 0, 4)) {
            send(cluster, warc, "warm");
            double perf = perfTest(cluster, payloads(folder, bodies), pages);
            double ours = send(cluster, warc, "measured");
            print(out, "sending, producer-perf-test", pages, pages / perf);
            print(out, "reading and sending, ingest", pages, pages / ours);
            out.printf(Locale.ROOT, "sending: %.0f %% of kafka-producer-perf-test%n", 100 * ours / perf);
        }
    }

    /** Pages a second. */
    private static double send(LocalCluster cluster, Path warc, String name) throws IOException, InterruptedException {
        Path copy = Files.createLink(
                Files.createDirectories(warc.resolveSibling(name)).resolve("pages.warc.gz"), warc);
        var settings = IngestSettings.of(List.of(copy.toString()), cluster.bootstrapServers(), cluster.registryUrl());
        var summary = new Ingest(settings, Clock.systemUTC(), ProgressListener.SILENT).run();
        return summary.pagesSent() / (summary.elapsed().toMillis() / 1000.0);
    }

    private static Path payloads(Path folder, List<byte[]> bodies) throws IOException {
        Path file = folder.resolve("payloads");
        try (var out = Files.newOutputStream(file)) {
            for (byte[] body : bodies) {
                out.write(body);
                out.write(DELIMITER.getBytes(StandardCharsets.UTF_8));
            }
        }
        return file;
    }

    /** Records a second, as the tool says. */
    private static double perfTest(LocalCluster cluster, Path payloads, int records)
            throws IOException, InterruptedException {
        var process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        "org.apache.kafka.tools.ProducerPerformance",
                        "--topic",
                        "news.pages.v1",
                        "--num-records",
                        Integer.toString(records),
                        "--throughput",
                        "-1",
                        "--payload-file",
                        payloads.toString(),
                        "--payload-delimiter",
                        DELIMITER,
                        "--producer-props",
                        "bootstrap.servers=" + cluster.bootstrapServers(),
                        "compression.type=zstd",
                        "batch.size=" + (1 << 20),
                        "linger.ms=20",
                        "buffer.memory=" + (64 << 20),
                        "max.request.size=" + (9 << 20))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        double rate = 0;
        try (var lines = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                Matcher result = PERF_RESULT.matcher(line);
                rate = result.find() && result.group(1).equals(Integer.toString(records))
                        ? Double.parseDouble(result.group(2))
                        : rate;
            }
        }
        if (process.waitFor() != 0 || rate == 0) {
            throw new IllegalStateException("kafka-producer-perf-test failed");
        }
        return rate;
    }

    /** Decodes every body, as ingest has to. */
    private static int withJwarc(Path warc) throws IOException {
        int pages = 0;
        try (var reader = new WarcReader(warc)) {
            for (WarcRecord record : reader) {
                if (record instanceof WarcResponse response) {
                    InputStream body = response.http().body().stream();
                    pages += body.readAllBytes().length > 0 ? 1 : 0;
                }
            }
        }
        return pages;
    }

    private static int withIngest(Path warc) throws IOException {
        int pages = 0;
        var reader = new StreamReader(ReadOptions.DEFAULT);
        try (var source =
                reader.open(SourceFile.Format.WARC, Files.newInputStream(warc), "benchmark", null, Offset.START)) {
            for (Optional<SourceItem> item = source.next(); item.isPresent(); item = source.next()) {
                pages += item.get() instanceof SourcePage ? 1 : 0;
            }
        }
        return pages;
    }

    @FunctionalInterface
    private interface Reads {
        int pages() throws IOException;
    }

    private static double seconds(int expected, Reads reads) throws IOException {
        long began = System.nanoTime();
        int pages = reads.pages();
        if (pages != expected) {
            throw new IllegalStateException(pages + " pages instead of " + expected);
        }
        return (System.nanoTime() - began) / 1e9;
    }

    private static void print(PrintStream out, String what, int pages, double seconds) {
        out.printf(Locale.ROOT, "%-32s %8.1f s %8.0f pages/s%n", what, seconds, pages / seconds);
    }
}
