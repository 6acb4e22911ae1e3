package newsloom.benchmarks.dedupe;

import java.nio.file.Path;
import java.time.Duration;
import newsloom.cleaner.ArticlePayloads;
import newsloom.cleaner.Origins;
import newsloom.cleaner.StreamsKeyValues;
import newsloom.cleaner.dedupe.Decision;
import newsloom.cleaner.dedupe.DuplicateDecider;
import newsloom.cleaner.dedupe.DuplicateIndex;
import newsloom.cleaner.dedupe.Sketcher;
import newsloom.contract.serde.InMemoryRegistry;
import newsloom.contract.v1.Article;
import newsloom.runtime.order.Progress;
import newsloom.runtime.order.ReorderBuffer;
import newsloom.runtime.order.ReorderSettings;
import newsloom.runtime.order.Sequenced.Item;
import newsloom.runtime.order.Sequenced.Mark;
import newsloom.runtime.order.Sequenced.Origin;
import org.apache.kafka.common.header.internals.RecordHeaders;

/**
 * The deciding step with all its stores on RocksDB, as the service sets them up, but without a broker: an item comes in as bytes, waits in the reorder buffer, is decoded, sketched, decided on and filed, and goes out as
 * bytes. Changelogs and the network are not in it.
 */
final class DecidingTask implements ReorderBuffer.Release, AutoCloseable {
    private static final ArticlePayloads ARTICLES = new ArticlePayloads(new InMemoryRegistry());
    /** What comes in a tenth of a second at 2 000 a second. */
    private static final int DECISIONS_BETWEEN_COMMITS = 200;

    private static final int DECISIONS_BETWEEN_EXPIRY = 100;
    private static final int MAX_EXPIRED_KEYS = 10_000;

    private final RocksStores stores;
    private final DuplicateIndex index;
    private final ReorderBuffer buffer;
    private final Sketcher sketcher = new Sketcher();
    private final DuplicateDecider decider = new DuplicateDecider();
    private long decisions;
    private long copies;
    private long bytesOut;

    DecidingTask(Path state, Duration retention) {
        this.stores = new RocksStores(state);
        this.index = new DuplicateIndex(
                new StreamsKeyValues(stores.open("anchors")),
                new StreamsKeyValues(stores.open("texts")),
                new StreamsKeyValues(stores.open("members")),
                retention);
        this.buffer = new ReorderBuffer(stores.openCached("waiting"), ReorderSettings.live(), this, System::nanoTime);
    }

    void take(Article article, long offset) {
        long time = article.getFetchTime().toEpochMilli();
        buffer.add(new Item(
                0, 1, time, article.getUrl(), new Origin(0, offset, 0), new RecordHeaders(), ARTICLES.encode(article)));
        buffer.mark(new Mark(0, 1, Progress.upTo(time)));
    }

    @Override
    public void inOrder(Item item) {
        Article article = ARTICLES.decode(item.payload());
        var sketch = sketcher.sketch(article.getId(), item.time(), article.getText())
                .from(article.getSite(), article.getTitle());
        Decision decision = decider.decide(sketch, Origins.given(article), index);
        index.takenBack(decision, item.time());
        if (decision instanceof Decision.Copy) {
            copies++;
        } else {
            bytesOut += ARTICLES.encode(Article.newBuilder(article)
                            .setGroupId(decision.groupId())
                            .build())
                    .length;
        }
        if (++decisions % DECISIONS_BETWEEN_EXPIRY == 0) {
            index.expire(item.time(), MAX_EXPIRED_KEYS);
        }
        if (decisions % DECISIONS_BETWEEN_COMMITS == 0) {
            stores.commit();
        }
    }

    @Override
    public void late(Item item) {
        throw new IllegalStateException("generated in order");
    }

    long copies() {
        return copies;
    }

    long changelogRecords() {
        return stores.records();
    }

    long changelogBytes() {
        return stores.bytes();
    }

    long bytesOut() {
        return bytesOut;
    }

    @Override
    public void close() {
        stores.close();
    }
}
