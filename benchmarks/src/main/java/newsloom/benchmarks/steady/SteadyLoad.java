package newsloom.benchmarks.steady;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import newsloom.app.LogLevels;
import newsloom.app.run.LocalCluster;
import newsloom.benchmarks.Folders;
import newsloom.contract.Topics;
import newsloom.contract.serde.HttpRegistry;
import newsloom.contract.url.UrlKey;
import newsloom.contract.v1.Page;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/**
 * Generated pages at an even pace through cleaner and aggregator, processes of their own, exactly-once: how long a page takes to its story, and each minute processor time, memory, threads, files and
 * disk. The broker is in this process, on the same machine. In the first minutes, up to minute 0, a quarter of the pages come, while Java compiles three programs at once; they do not count.
 */
public final class SteadyLoad {
    private static final int PARTITIONS = 4;
    private static final int WARM_UP_MINUTES = 3;
    private static final int WARM_UP_SHARE = 4;
    private static final Duration DRAIN = Duration.ofSeconds(20);

    /** What the cleaner waits by itself, in time that does not run faster. */
    private static final Duration ORDER_WINDOW = Duration.ofMillis(250);

    private SteadyLoad() {}

    /** Takes minutes, pages a second, after how many minutes one of the services is restarted, in turn, 0 for never, and how many days of fetch times pass meanwhile. */
    public static void main(String[] arguments) throws Exception {
        if (arguments.length < 3 || arguments.length > 4) {
            System.err.println("usage: steady-load MINUTES PAGES_PER_SECOND RESTART_EVERY_MINUTES [DAYS]");
            System.exit(2);
        }
        int minutes = Integer.parseInt(arguments[0]);
        var clock = arguments.length == 3
                ? FastClock.real()
                : FastClock.through(
                        Duration.ofDays(Long.parseLong(arguments[3])), Duration.ofMinutes(minutes + WARM_UP_MINUTES));
        LogLevels.quietClients();
        Path folder = Files.createTempDirectory("newsloom-benchmark");
        try (var cluster = LocalCluster.start(folder.resolve("data"), 0, 0, PARTITIONS)) {
            run(cluster, folder, clock, minutes, Integer.parseInt(arguments[1]), Integer.parseInt(arguments[2]));
        } finally {
            Folders.delete(folder);
        }
    }

    private static void run(LocalCluster cluster, Path folder, FastClock clock, int minutes, int rate, int restartEvery)
            throws IOException, InterruptedException {
        var registry = new HttpRegistry(cluster.registryUrl());
        var latencies = new Latencies();
        var all = new Latencies();
        var undisturbed = new Latencies();
        String window = Long.toString(clock.passing(ORDER_WINDOW).toMillis());
        try (var cleaner = service("cleaner", cluster, folder, List.of("--order-window", window));
                var aggregator = service("aggregator", cluster, folder, List.of());
                var watch = new StoryWatch(cluster.bootstrapServers(), registry, clock, latencies);
                var producer = new KafkaProducer<>(
                        Map.<String, Object>of("bootstrap.servers", cluster.bootstrapServers(), "linger.ms", 5),
                        new ByteArraySerializer(),
                        new ByteArraySerializer())) {
            var serializer = Topics.PAGES.serde(registry).serializer();
            var pages = new PageStream(1);
            long sent = 0;
            boolean restarted = false;
            for (int minute = 1 - WARM_UP_MINUTES; minute <= minutes; minute++) {
                long began = System.nanoTime();
                int now = minute > 0 ? rate : Math.max(1, rate / WARM_UP_SHARE);
                for (long n = 0; n < TimeUnit.MINUTES.toSeconds(1) * now; n++) {
                    pace(began, n, now);
                    sent++;
                    Page page = pages.next(clock.now());
                    var unused = producer.send(new ProducerRecord<>(
                            Topics.PAGES.name(),
                            UrlKey.of(page.getUrl()).getBytes(StandardCharsets.UTF_8),
                            serializer.serialize(Topics.PAGES.name(), page)));
                }
                Latencies last = latencies.take();
                if (minute > 0) {
                    all.addAll(last);
                }
                if (minute > 0 && !restarted) {
                    undisturbed.addAll(last);
                }
                System.out.printf(
                        Locale.ROOT,
                        "minute %d, %d pages/s: %s; %s; %s; disk %d MB%n",
                        minute,
                        now,
                        last,
                        cleaner.use(),
                        aggregator.use(),
                        megabytes(folder.resolve("state")));
                restarted = restartEvery > 0 && minute > 0 && minute % restartEvery == 0 && minute < minutes;
                if (restarted) {
                    var service = minute / restartEvery % 2 == 1 ? cleaner : aggregator;
                    service.restart();
                    System.out.println("restarted: " + service.name());
                }
            }
            TimeUnit.SECONDS.sleep(DRAIN.toSeconds());
            all.addAll(latencies.take());
            System.out.printf(Locale.ROOT, "%d pages, those after the warm-up at %d a second: %s%n", sent, rate, all);
            if (restartEvery > 0) {
                System.out.println("minutes that did not begin with a restart: " + undisturbed);
            }
        }
    }

    private static ServiceProcess service(String name, LocalCluster cluster, Path folder, List<String> more)
            throws IOException {
        var options = new ArrayList<>(List.of(
                "-b",
                cluster.bootstrapServers(),
                "--schema-registry",
                cluster.registryUrl(),
                "--state",
                folder.resolve("state").resolve(name).toString(),
                "--instance-id",
                name,
                "--health-port",
                "0"));
        options.addAll(more);
        return ServiceProcess.start(name, "1g", folder.resolve(name + ".log"), options);
    }

    /** Waits until the record's turn has come. */
    private static void pace(long began, long number, int rate) throws InterruptedException {
        long due = began + number * 1_000_000_000L / rate;
        long wait = due - System.nanoTime();
        if (wait > 0) {
            TimeUnit.NANOSECONDS.sleep(wait);
        }
    }

    /** RocksDB's files come and go meanwhile. */
    private static long megabytes(Path folder) throws IOException {
        var bytes = new AtomicLong();
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                bytes.addAndGet(attributes.size());
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException gone) {
                return FileVisitResult.CONTINUE;
            }
        });
        return bytes.get() >> 20;
    }
}
