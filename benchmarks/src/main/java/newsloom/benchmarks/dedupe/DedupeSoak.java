package newsloom.benchmarks.dedupe;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.stream.Stream;
import newsloom.app.LogLevels;
import newsloom.benchmarks.Folders;

/**
 * {@code dedupe-soak [ARTICLES [DAYS]]}: so many generated articles (1 000 000, a multiple of 10 000) over so many days of fetch time (42) through the deciding step on RocksDB, retention 7 days; prints heap after a collection, disk, CPU and rate
 * of each twentieth part as it goes.
 */
public final class DedupeSoak {
    private static final Duration RETENTION = Duration.ofDays(7);
    private static final int PARTS = 20;
    private static final int BATCH = 500;
    private static final double MIB = 1 << 20;

    private DedupeSoak() {}

    public static void main(String[] arguments) throws IOException {
        LogLevels.quietClients();
        int articles = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 1_000_000;
        int days = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 42;
        Path state = Files.createTempDirectory("newsloom-soak");
        var generated = new GeneratedArticles(1, Duration.ofDays(days).dividedBy(articles));
        System.out.println(
                "  articles   day  heap MiB  disk MiB  us CPU/article  articles/s  us RocksDB's own  bytes/article kept");
        try (var task = new DecidingTask(state, RETENTION)) {
            for (int part = 0; part < PARTS; part++) {
                long cpu = 0;
                long background = 0;
                long wall = 0;
                for (int from = articles / PARTS * part; from < articles / PARTS * (part + 1); from += BATCH) {
                    var batch = Stream.generate(generated::next).limit(BATCH).toList();
                    long cpuBefore = cpu();
                    long backgroundBefore = RocksDbThreads.cpuNanos();
                    long before = System.nanoTime();
                    for (int i = 0; i < BATCH; i++) {
                        task.take(batch.get(i), from + i);
                    }
                    cpu += cpu() - cpuBefore;
                    background += RocksDbThreads.cpuNanos() - backgroundBefore;
                    wall += System.nanoTime() - before;
                }
                print(articles / PARTS, part + 1, days, cpu, wall, background, state);
            }
            System.out.printf(
                    Locale.ROOT,
                    "%d copies, %.0f MiB out; %.1f records and %.0f bytes an article for the changelogs%n",
                    task.copies(),
                    task.bytesOut() / MIB,
                    (double) task.changelogRecords() / articles,
                    (double) task.changelogBytes() / articles);
        } finally {
            Folders.delete(state);
        }
    }

    private static void print(
            int each, int parts, int days, long cpuNanos, long wallNanos, long backgroundNanos, Path state)
            throws IOException {
        double disk = disk(state);
        double day = (double) days * parts / PARTS;
        double remembered = (double) each
                * PARTS
                / days
                * Math.min(day, RETENTION.toDays() + 2.0); // the late may be a day late, and a window is a day long
        System.out.printf(
                Locale.ROOT,
                "%10d %5.1f %9.0f %9.0f %15.0f %11.0f %17.0f %18.0f%n",
                each * parts,
                day,
                heap() / MIB,
                disk / MIB,
                cpuNanos / 1e3 / each,
                each / (wallNanos / 1e9),
                backgroundNanos / 1e3 / each,
                disk / remembered);
    }

    private static long cpu() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    private static long heap() {
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }

    private static double disk(Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .mapToLong(file -> file.toFile().length())
                    .sum();
        }
    }
}
