package newsloom.benchmarks.stories;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import newsloom.aggregator.story.sketch.ArticleText;
import newsloom.aggregator.story.sketch.Sketcher;
import newsloom.aggregator.story.state.SketchCodec;
import newsloom.app.LogLevels;
import newsloom.benchmarks.Folders;
import newsloom.testing.InventedNews;
import newsloom.text.terms.TermTables;

/**
 * {@code story-soak [ARTICLES [DAYS]]}: so many invented articles of one language (1 000 000, a multiple of 10 000) over so many days of
 * fetch time (100) through the deciding step on RocksDB; prints heap after a collection, disk, CPU, rate and what was written of each twentieth part
 * as it goes, and in the end what bounds cut off and how often stories and happenings agree.
 */
public final class StorySoak {
    private static final int PARTS = 20;
    private static final int BATCH = 500;
    private static final int ARTICLES_EACH = 6;
    private static final int AT_ONCE = 300;
    private static final double MIB = 1 << 20;

    private StorySoak() {}

    public static void main(String[] arguments) throws IOException {
        LogLevels.quietClients();
        int articles = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 1_000_000;
        int days = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 100;
        Path state = Files.createTempDirectory("newsloom-story-soak");
        var news = new InventedNews(
                1,
                "en",
                Instant.parse("2026-01-01T00:00:00Z"),
                Duration.ofDays(days).dividedBy(articles),
                ARTICLES_EACH,
                AT_ONCE);
        var tables = new TermTables();
        var sketcher = new Sketcher(tables);
        System.out.println(
                "  articles   day  heap MiB  disk MiB  us CPU/article  articles/s  stories kept  records/article  bytes/article");
        try (var task = new DecidingTask(state, tables)) {
            for (int part = 0; part < PARTS; part++) {
                long cpu = 0;
                long wall = 0;
                long records = task.recordsWritten();
                long bytes = task.bytesWritten();
                for (int from = 0; from < articles / PARTS; from += BATCH) {
                    List<InventedNews.Told> told = news.next(BATCH);
                    List<byte[]> sketches = told.stream()
                            .map(one -> SketchCodec.toBytes(sketcher.sketch(text(one))))
                            .toList();
                    long cpuBefore = cpu();
                    long before = System.nanoTime();
                    for (int i = 0; i < BATCH; i++) {
                        task.take(sketches.get(i), told.get(i).happening());
                    }
                    cpu += cpu() - cpuBefore;
                    wall += System.nanoTime() - before;
                }
                int each = articles / PARTS;
                var row = new Row(
                        each * (part + 1),
                        (double) days * (part + 1) / PARTS,
                        cpu / 1e3 / each,
                        each / (wall / 1e9),
                        task.storiesKept(),
                        (double) (task.recordsWritten() - records) / each,
                        (double) (task.bytesWritten() - bytes) / each);
                row.print(state);
            }
            System.out.println(task.summary());
            System.out.println(task.written(articles));
        } finally {
            Folders.delete(state);
        }
    }

    private static ArticleText text(InventedNews.Told told) {
        return new ArticleText(
                told.id(),
                told.url(),
                told.site(),
                told.title(),
                told.text(),
                told.language(),
                told.published(),
                told.fetched());
    }

    /** What a part of the run was like, by article. */
    private record Row(
            int articles,
            double day,
            double cpuMicros,
            double perSecond,
            long storiesKept,
            double recordsWritten,
            double bytesWritten) {
        void print(Path state) throws IOException {
            System.out.printf(
                    Locale.ROOT,
                    "%10d %5.1f %9.0f %9.0f %15.0f %11.0f %13d %16.1f %14.0f%n",
                    articles,
                    day,
                    heap() / MIB,
                    disk(state) / MIB,
                    cpuMicros,
                    perSecond,
                    storiesKept,
                    recordsWritten,
                    bytesWritten);
        }
    }

    private static long cpu() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    private static long heap() {
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }

    private static double disk(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .mapToLong(file -> file.toFile().length())
                    .sum();
        }
    }
}
