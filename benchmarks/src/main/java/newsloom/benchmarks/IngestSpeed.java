package newsloom.benchmarks;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import newsloom.app.run.LocalCluster;
import newsloom.contract.Topics;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.common.TopicPartition;

/**
 * Ingest beside what it stands on, in one run: reading a WARC.gz beside jwarc alone, and sending it to a broker beside Kafka's own
 * {@code kafka-producer-perf-test} with the same bodies, settings and transactions. Everything that is measured runs in a process of its own:
 * reading in 256 MB, both ways of sending in 1 GB; the broker is in this one.
 */
public final class IngestSpeed {
    private static final int ROUNDS = 3;
    private static final int SENT_PAGES = 20_000; // so many that start and warm-up weigh little
    private static final String READING_HEAP = "256m";

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
            Path packed = folder.resolve("pages.warc.gz");
            int pages = PageWarc.write(packed, bodies, Long.parseLong(arguments[1]) * 1_000_000);
            System.out.printf(Locale.ROOT, "%d pages, %.0f MB of WARC.gz%n", pages, Files.size(packed) / 1e6);
            reading(System.out, packed, pages);
            Path payloads = PerfTest.payloads(folder, bodies);
            int sent = Math.min(pages, SENT_PAGES);
            Path few = folder.resolve("sent.warc.gz");
            Path unpacked = folder.resolve("sent.warc");
            PageWarc.write(few, bodies, sent, true);
            PageWarc.write(unpacked, bodies, sent, false);
            sending(System.out, folder, few, unpacked, sent, payloads);
        } finally {
            Folders.delete(folder);
        }
    }

    private static void reading(PrintStream out, Path warc, int pages) throws IOException, InterruptedException {
        for (String line : Child.java(READING_HEAP, ReadingSpeed.class, warc.toString(), Integer.toString(pages))) {
            out.println(line);
        }
    }

    /** The best of some rounds of each, one after the other, so that other work of the machine meets all alike. */
    private static void sending(PrintStream out, Path folder, Path packed, Path unpacked, int pages, Path payloads)
            throws IOException, InterruptedException, ExecutionException {
        double plain = 0;
        double transactional = 0;
        double ours = 0;
        double withReading = 0;
        try (var cluster = LocalCluster.start(folder.resolve("data"), 0, 0, 4)) {
            for (int round = 0; round < ROUNDS; round++) {
                double[] rates = {
                    PerfTest.rate(cluster, payloads, pages, false),
                    PerfTest.rate(cluster, payloads, pages, true),
                    SendingSpeed.rate(cluster, unpacked, round),
                    SendingSpeed.rate(cluster, packed, round)
                };
                out.printf(
                        Locale.ROOT,
                        "round %d: tool %.0f, with transactions %.0f, plain WARC %.0f, WARC.gz %.0f pages/s%n",
                        round + 1,
                        rates[0],
                        rates[1],
                        rates[2],
                        rates[3]);
                plain = Math.max(plain, rates[0]);
                transactional = Math.max(transactional, rates[1]);
                ours = Math.max(ours, rates[2]);
                withReading = Math.max(withReading, rates[3]);
                forget(cluster);
            }
        }
        print(out, "kafka-producer-perf-test", plain, plain);
        print(out, "the same with transactions", transactional, plain);
        print(out, "ingest, reading a plain WARC", ours, plain);
        print(out, "ingest, reading the WARC.gz", withReading, plain);
    }

    /** Deletes what has been sent: a dozen gigabytes in the log would push the file that is read out of memory. */
    private static void forget(LocalCluster cluster) throws InterruptedException, ExecutionException {
        try (var admin = Admin.create(Map.of("bootstrap.servers", cluster.bootstrapServers()))) {
            var all = admin.describeTopics(List.of(Topics.PAGES.name())).allTopicNames().get().values().stream()
                    .flatMap(topic -> topic.partitions().stream()
                            .map(partition -> new TopicPartition(topic.name(), partition.partition())))
                    .collect(Collectors.toMap(partition -> partition, partition -> RecordsToDelete.beforeOffset(-1)));
            admin.deleteRecords(all).all().get();
        }
    }

    private static void print(PrintStream out, String what, double rate, double of) {
        out.printf(Locale.ROOT, "sending, %-28s %8.0f pages/s %5.0f %%%n", what, rate, 100 * rate / of);
    }
}
