package newsloom.cleaner;

import java.util.List;
import java.util.Objects;
import newsloom.cleaner.dedupe.Reference;
import newsloom.cleaner.dedupe.Scattered;
import newsloom.cleaner.dedupe.ScatteredCodec;
import newsloom.cleaner.dedupe.Sketch;
import newsloom.cleaner.dedupe.SketchCodec;
import newsloom.cleaner.dedupe.Sketcher;
import newsloom.cleaner.dedupe.Spread;
import newsloom.contract.v1.Article;
import newsloom.runtime.order.MarkBroadcast;
import newsloom.runtime.order.Sequenced;
import newsloom.runtime.order.Sequenced.Item;
import newsloom.runtime.order.Sequenced.Mark;
import newsloom.runtime.order.Sequenced.Origin;
import newsloom.runtime.order.SequencedSerde;
import newsloom.runtime.streams.CommitPace;
import newsloom.runtime.streams.Tally;
import newsloom.text.shingles.Hash64;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.jspecify.annotations.Nullable;

/**
 * Sends an article to its home, its anchors to the shares of the index that own them, and its place in the order to the settlement: in one transaction, so whoever hears of an article can count on the rest. Marks go
 * to all that keep the order.
 */
final class SpreadDocuments implements Processor<String, Sequenced, String, Spreading> {

    private static final SequencedSerde ITEMS = new SequencedSerde();

    private final Spread spread;
    private final CleanerSettings settings;
    private final ArticlePayloads articles;
    private final Sketcher sketcher = new Sketcher();
    private @Nullable ProcessorContext<String, Spreading> context;
    private @Nullable Tally tally;

    SpreadDocuments(CleanerSettings settings, ArticlePayloads articles) {
        this.settings = settings;
        this.articles = articles;
        this.spread = new Spread(settings.dedupePartitions());
    }

    @Override
    public void init(ProcessorContext<String, Spreading> context) {
        this.context = context;
        this.tally = new Tally(context.getStateStore(CleanerStores.SITE_COUNTS));
    }

    @Override
    public void process(Record<String, Sequenced> record) {
        CommitPace.worked();
        if (record.value() instanceof Mark mark) {
            send(MarkBroadcast.EVERYWHERE, new Spreading.Probed(mark), record.timestamp());
            send(MarkBroadcast.EVERYWHERE, new Spreading.Called(mark), record.timestamp());
        } else if (record.value() instanceof Item item) {
            try {
                spread(item);
            } catch (KafkaException e) {
                throw e;
            } catch (RuntimeException e) {
                failed(item, e);
            }
        }
    }

    private void spread(Item item) {
        Article article = articles.decode(item.payload());
        Sketch sketch = Origins.sketch(article, item.time(), sketcher);
        article = Article.newBuilder(article).setWordCount(sketch.words()).build();
        Reference document = Reference.of(sketch, place(item.origin()), settings.duplicateMemory());
        List<Scattered.Probe> probes = spread.probes(document, sketch);
        send(
                new Scattered.Document(
                        document,
                        probes.size(),
                        SketchCodec.encodeText(sketch),
                        Objects.requireNonNull(ITEMS.serialize("", with(item, articles.encode(article))))),
                item);
        for (Scattered.Probe probe : probes) {
            send(
                    Integer.toString(probe.share()),
                    new Spreading.Probed(without(item, probe.share(), probe)),
                    item.time());
        }
        var call = new Scattered.RollCall(document, sketch.card(), Origins.given(article));
        send("all", new Spreading.Called(without(item, 0, call)), item.time());
    }

    /** What is said about an item, in its place and, where that is said several times, each in one of its own; the headers travel with the article. */
    private Item without(Item item, int number, Scattered message) {
        Origin origin = item.origin();
        return new Item(
                item.source(),
                item.sources(),
                item.time(),
                item.key(),
                new Origin(origin.input(), origin.offset(), origin.part() * spread.shares() + number),
                new RecordHeaders(),
                ScatteredCodec.encode(message));
    }

    /** Tells apart what has the same id and time; the same when a record is read again. */
    private static long place(Origin origin) {
        return Hash64.append(Hash64.append(origin.input(), origin.offset()), origin.part());
    }

    private static Item with(Item item, byte[] payload) {
        return new Item(item.source(), item.sources(), item.time(), item.key(), item.origin(), item.headers(), payload);
    }

    private void failed(Item item, RuntimeException error) {
        Objects.requireNonNull(tally).count("dead letters");
        var headers = CleanBySite.letterHeaders(item, error, context());
        byte[] bytes = Objects.requireNonNull(ITEMS.serialize("", item));
        context().forward(new Record<>(item.key(), new Spreading.Failed(bytes), item.time(), headers));
    }

    private void send(Scattered.Document document, Item item) {
        send(item.key(), new Spreading.Housed(document), item.time());
    }

    private void send(String key, Spreading value, long time) {
        context().forward(new Record<>(key, value, time));
    }

    private ProcessorContext<String, Spreading> context() {
        return Objects.requireNonNull(context);
    }
}
