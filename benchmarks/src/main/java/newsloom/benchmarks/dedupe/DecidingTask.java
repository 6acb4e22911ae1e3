package newsloom.benchmarks.dedupe;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import newsloom.cleaner.GivenArticles;
import newsloom.cleaner.StreamsKeyValues;
import newsloom.cleaner.dedupe.Decision;
import newsloom.cleaner.dedupe.DuplicateDecider;
import newsloom.cleaner.dedupe.DuplicateIndex;
import newsloom.cleaner.dedupe.Sketcher;
import newsloom.contract.serde.AvroBytes;
import newsloom.contract.v1.Article;
import newsloom.runtime.order.ReorderBuffer;
import newsloom.runtime.order.ReorderSettings;
import newsloom.runtime.order.Sequenced.Item;
import newsloom.runtime.order.Sequenced.Mark;
import newsloom.runtime.streams.BoundedRocksDb;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.processor.api.MockProcessorContext;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.Stores;

/**
 * The deciding step with all its stores on RocksDB, as the service sets them up, but without a broker: an item comes in as bytes, waits in the reorder buffer, is decoded, sketched, decided on and filed, and goes out as
 * bytes. Changelogs and the network are not in it.
 */
final class DecidingTask implements ReorderBuffer.Release, AutoCloseable {
    private static final AvroBytes<Article> ARTICLES = new AvroBytes<>(Article.class);
    private static final int DECISIONS_BETWEEN_EXPIRY = 100;
    private static final int MAX_EXPIRED_KEYS = 4_000;

    private final List<KeyValueStore<Bytes, byte[]>> stores = new ArrayList<>();
    private final DuplicateIndex index;
    private final GivenArticles given;
    private final ReorderBuffer buffer;
    private final Sketcher sketcher = new Sketcher();
    private final DuplicateDecider decider = new DuplicateDecider();
    private long decisions;
    private long copies;
    private long bytesOut;

    DecidingTask(Path state, Duration retention) {
        var settings = new Properties();
        settings.put("application.id", "benchmark");
        settings.put("bootstrap.servers", "unused:1");
        settings.put("rocksdb.config.setter", BoundedRocksDb.class);
        var context = new MockProcessorContext<>(
                settings, new org.apache.kafka.streams.processor.TaskId(0, 0), state.toFile());
        this.index = new DuplicateIndex(
                new StreamsKeyValues(store("anchors", context)),
                new StreamsKeyValues(store("texts", context)),
                new StreamsKeyValues(store("members", context)),
                retention);
        this.given = new GivenArticles(new StreamsKeyValues(store("given", context)), retention);
        this.buffer = new ReorderBuffer(store("waiting", context), ReorderSettings.live(), this, System::nanoTime);
    }

    private KeyValueStore<Bytes, byte[]> store(String name, MockProcessorContext<?, ?> context) {
        var store = Stores.keyValueStoreBuilder(
                        Stores.persistentKeyValueStore(name), Serdes.Bytes(), Serdes.ByteArray())
                .withLoggingDisabled()
                .build();
        store.init(context.getStateStoreContext(), store);
        stores.add(store);
        return store;
    }

    void take(Article article, long offset) {
        long time = article.getFetchTime().toEpochMilli();
        buffer.add(new Item(0, 1, time, article.getUrl(), offset, new RecordHeaders(), ARTICLES.encode(article)));
        buffer.mark(new Mark(0, 1, time));
    }

    @Override
    public void inOrder(Item item) {
        Article article = ARTICLES.decode(item.payload());
        var sketch = sketcher.sketch(article.getId(), item.time(), article.getText())
                .from(article.getSite(), article.getTitle());
        Decision decision = decider.decide(sketch, index);
        given.decided(GivenArticles.entry(article), decision, item.time());
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
            given.expire(item.time(), DECISIONS_BETWEEN_EXPIRY * 2);
        }
    }

    @Override
    public void late(Item item) {
        throw new IllegalStateException("generated in order");
    }

    long copies() {
        return copies;
    }

    long bytesOut() {
        return bytesOut;
    }

    @Override
    public void close() {
        stores.forEach(KeyValueStore::close);
    }
}
