package newsloom.benchmarks.dedupe;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import newsloom.app.LogLevels;
import newsloom.benchmarks.Folders;
import newsloom.cleaner.ArticlePayloads;
import newsloom.cleaner.Origins;
import newsloom.cleaner.StreamsKeyValues;
import newsloom.cleaner.dedupe.AnchorShare;
import newsloom.cleaner.dedupe.CopyHome;
import newsloom.cleaner.dedupe.Decision;
import newsloom.cleaner.dedupe.Reference;
import newsloom.cleaner.dedupe.Scattered;
import newsloom.cleaner.dedupe.ScatteredCodec;
import newsloom.cleaner.dedupe.Settlement;
import newsloom.cleaner.dedupe.SketchCodec;
import newsloom.cleaner.dedupe.Sketcher;
import newsloom.cleaner.dedupe.Spread;
import newsloom.contract.serde.InMemoryRegistry;
import newsloom.contract.v1.Article;

/**
 * {@code dedupe-scattered [ARTICLES]}: generated articles (20 000) through the tasks of the scattered decision on RocksDB, with 1, 2 and 4 of each kind, all in one thread. Prints thread CPU an article for each kind
 * of task, and how many articles a second the busiest task could take with a core of its own. Messages are written and read as bytes; brokers, changelogs and reorder buffers are not in it.
 */
public final class ScatteredSpeed {
    private static final Duration RETENTION = Duration.ofDays(7);
    private static final ArticlePayloads ARTICLES = new ArticlePayloads(new InMemoryRegistry());

    private final Spread spread;
    private final List<Function<Scattered, List<? extends Scattered>>> tasks = new ArrayList<>();
    private final long[] cpuNanos;
    private final Deque<byte[]> underWay = new ArrayDeque<>();
    private final Sketcher sketcher = new Sketcher();
    private long spreadNanos;
    private long settled;
    private long copies;

    private ScatteredSpeed(int count, RocksStores stores) {
        this.spread = new Spread(count);
        this.cpuNanos = new long[2 * count + 1];
        for (int n = 0; n < count; n++) {
            var share = new AnchorShare(store(stores, "anchors", n), RETENTION);
            tasks.add(message -> List.of(share.answer((Scattered.Probe) message)));
        }
        for (int n = 0; n < count; n++) {
            var home = new CopyHome(
                    store(stores, "texts", n),
                    store(stores, "gathering", n),
                    store(stores, "parked", n),
                    spread,
                    RETENTION);
            tasks.add(message -> atHome(home, message));
        }
        var settlement = new Settlement(
                store(stores, "queue", 0), store(stores, "evidence", 0), store(stores, "m", 0), RETENTION);
        tasks.add(message -> settle(settlement, message));
    }

    private static StreamsKeyValues store(RocksStores stores, String name, int number) {
        return new StreamsKeyValues(stores.open(name + number));
    }

    public static void main(String[] arguments) throws IOException {
        LogLevels.quietClients();
        int articles = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 20_000;
        System.out.println("tasks  us an article: spread  busiest share  busiest home  settlement  articles/s  copies");
        for (int count : new int[] {1, 1, 2, 4}) { // the first warms up
            var state = Files.createTempDirectory("newsloom-scattered");
            try (var stores = new RocksStores(state)) {
                var run = new ScatteredSpeed(count, stores);
                var generated = new GeneratedArticles(1, Duration.ofDays(7).dividedBy(articles));
                for (int n = 0; n < articles; n++) {
                    run.take(generated.next(), n);
                }
                run.print(articles);
            } finally {
                Folders.delete(state);
            }
        }
    }

    private void take(Article article, long offset) {
        long before = cpu();
        var sketch = sketcher.sketch(article.getId(), article.getFetchTime().toEpochMilli(), article.getText())
                .from(article.getSite(), article.getTitle());
        var document = Reference.of(sketch, offset, RETENTION);
        var probes = spread.probes(document, sketch);
        put(List.of(new Scattered.Document(
                document, probes.size(), SketchCodec.encodeText(sketch), ARTICLES.encode(article))));
        put(List.of(new Scattered.RollCall(document, sketch.card(), Origins.given(article))));
        put(probes);
        spreadNanos += cpu() - before;
        while (!underWay.isEmpty()) {
            byte[] bytes = underWay.poll();
            int task = task(ScatteredCodec.decode(bytes));
            long start = cpu();
            put(tasks.get(task).apply(ScatteredCodec.decode(bytes)));
            cpuNanos[task] += cpu() - start;
        }
    }

    private int task(Scattered message) {
        if (message instanceof Scattered.Probe) {
            return message.receiver(spread);
        }
        boolean settles = message instanceof Scattered.RollCall || message instanceof Scattered.Piece;
        return settles ? 2 * spread.shares() : spread.shares() + message.receiver(spread);
    }

    private static List<Scattered> atHome(CopyHome home, Scattered message) {
        if (message instanceof Scattered.Document document) {
            return home.knows(document) ? List.of() : home.file(document);
        }
        return message instanceof Scattered.Ask ask ? home.compare(ask) : home.answer((Scattered.Answer) message);
    }

    private List<Scattered> settle(Settlement settlement, Scattered message) {
        var done = message instanceof Scattered.RollCall call
                ? settlement.call(call)
                : settlement.weigh((Scattered.Piece) message);
        settled += done.size();
        copies += done.stream()
                .filter(each -> each.decision() instanceof Decision.Copy)
                .count();
        return List.of();
    }

    private void put(List<? extends Scattered> messages) {
        messages.forEach(message -> underWay.add(ScatteredCodec.encode(message)));
    }

    private void print(int articles) {
        if (settled != articles) {
            throw new IllegalStateException(settled + " of " + articles + " settled");
        }
        int count = spread.shares();
        double share = busiest(0, count) / articles;
        double home = busiest(count, 2 * count) / articles;
        double settlement = busiest(2 * count, 2 * count + 1) / articles;
        System.out.printf(
                Locale.ROOT,
                "%5d %22.0f %14.0f %13.0f %11.0f %11.0f %7d%n",
                count,
                spreadNanos / 1e3 / articles,
                share,
                home,
                settlement,
                1e6 / Math.max(share, Math.max(home, settlement)),
                copies);
    }

    private double busiest(int from, int to) {
        return Arrays.stream(cpuNanos, from, to).max().orElse(0) / 1e3;
    }

    private static long cpu() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }
}
