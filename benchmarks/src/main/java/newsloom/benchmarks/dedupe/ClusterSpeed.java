package newsloom.benchmarks.dedupe;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import newsloom.app.LogLevels;
import newsloom.app.run.LocalCluster;
import newsloom.benchmarks.Folders;
import newsloom.cleaner.CleanerService;
import newsloom.cleaner.CleanerSettings;
import newsloom.contract.Topics;
import newsloom.contract.serde.HttpRegistry;
import newsloom.contract.url.UrlKey;
import newsloom.contract.v1.Article;
import newsloom.contract.v1.Page;
import newsloom.runtime.streams.OrderedService;
import newsloom.runtime.streams.StreamsSettings;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/**
 * {@code dedupe-cluster [ARTICLES]}: generated articles (20 000), extracted already, through the whole cleaner on a broker, exactly-once, all in this process, with the duplicate decision in 1, 2 and 4 tasks. Prints articles
 * a second from the first page sent to the last commit, and CPU of the process an article: broker, sender, changelogs and the compiler are in it.
 */
public final class ClusterSpeed {
    private static final int PARTITIONS = 4;
    private static final Duration LOOK = Duration.ofMillis(50);

    private ClusterSpeed() {}

    public static void main(String[] arguments) throws IOException, InterruptedException {
        LogLevels.quietClients();
        int articles = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 20_000;
        System.out.println("tasks  articles/s  us CPU an article, whole process  copies");
        for (int tasks : new int[] {1, 1, 2, 4}) { // the first warms up
            Path folder = Files.createTempDirectory("newsloom-benchmark");
            try (var cluster = LocalCluster.start(folder.resolve("data"), 0, 0, PARTITIONS);
                    var cleaner = cleaner(cluster, folder, tasks)) {
                cleaner.start();
                run(cluster, cleaner, tasks, articles);
            } finally {
                Folders.delete(folder);
            }
        }
    }

    private static OrderedService cleaner(LocalCluster cluster, Path folder, int tasks) throws InterruptedException {
        var settings = StreamsSettings.of(
                CleanerService.APPLICATION_ID,
                cluster.bootstrapServers(),
                cluster.registryUrl(),
                folder.resolve("state"));
        return CleanerService.create(settings, CleanerSettings.defaults().withDedupePartitions(tasks), () -> true);
    }

    private static void run(LocalCluster cluster, OrderedService cleaner, int tasks, int articles)
            throws InterruptedException {
        long cpu = cpu();
        long began = System.nanoTime();
        send(cluster, articles);
        while (!cleaner.idle()) {
            TimeUnit.NANOSECONDS.sleep(LOOK.toNanos());
        }
        double seconds = (System.nanoTime() - began) / 1e9;
        double each = (cpu() - cpu) / 1e3 / articles;
        Map<String, Long> counts = cleaner.counts();
        long copies = counts.getOrDefault("duplicates", 0L);
        long decided = counts.getOrDefault("articles", 0L) + copies;
        if (decided != articles) {
            throw new IllegalStateException("not all were decided on: " + counts);
        }
        System.out.printf(Locale.ROOT, "%5d %11.0f %33.0f %7d%n", tasks, articles / seconds, each, copies);
    }

    private static void send(LocalCluster cluster, int articles) {
        var serializer =
                Topics.PAGES.serde(new HttpRegistry(cluster.registryUrl())).serializer();
        var generated = new GeneratedArticles(1, Duration.ofDays(7).dividedBy(articles));
        try (var producer = new KafkaProducer<>(
                Map.<String, Object>of("bootstrap.servers", cluster.bootstrapServers(), "linger.ms", 5),
                new ByteArraySerializer(),
                new ByteArraySerializer())) {
            for (int n = 0; n < articles; n++) {
                Page page = page(generated.next());
                var unused = producer.send(new ProducerRecord<>(
                        Topics.PAGES.name(),
                        UrlKey.of(page.getUrl()).getBytes(StandardCharsets.UTF_8),
                        serializer.serialize(Topics.PAGES.name(), page)));
            }
        }
    }

    private static Page page(Article article) {
        return Page.newBuilder()
                .setUrl(article.getUrl())
                .setFetchTime(article.getFetchTime())
                .setStatus(200)
                .setContentType("text/plain; charset=utf-8")
                .setHeaders(Map.of("x-newsloom-extracted-by", "benchmark", "x-newsloom-title", article.getTitle()))
                .setBody(ByteBuffer.wrap(article.getText().getBytes(StandardCharsets.UTF_8)))
                .build();
    }

    private static long cpu() {
        return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getProcessCpuTime();
    }
}
