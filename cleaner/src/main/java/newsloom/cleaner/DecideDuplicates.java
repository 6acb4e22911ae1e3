package newsloom.cleaner;

import java.time.Duration;
import java.util.Objects;
import java.util.Set;
import newsloom.cleaner.dedupe.Decision;
import newsloom.cleaner.dedupe.DuplicateDecider;
import newsloom.cleaner.dedupe.DuplicateIndex;
import newsloom.cleaner.dedupe.Sketch;
import newsloom.cleaner.dedupe.Sketcher;
import newsloom.contract.serde.AvroBytes;
import newsloom.contract.v1.Article;
import newsloom.runtime.order.Backlog;
import newsloom.runtime.order.OrderTime;
import newsloom.runtime.order.OrderedProcessor;
import newsloom.runtime.order.ReorderSettings;
import newsloom.runtime.order.Sequenced;
import newsloom.runtime.order.Sequenced.Item;
import newsloom.runtime.streams.Tally;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.ProcessorSupplier;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.StoreBuilder;
import org.jspecify.annotations.Nullable;

/** Decides for every article whether it is a copy, and of what. One task for all articles, for copies come from anywhere. */
final class DecideDuplicates extends OrderedProcessor<String, Decided> {

    private static final AvroBytes<Article> ARTICLES = new AvroBytes<>(Article.class);
    private static final int DECISIONS_BETWEEN_EXPIRY = 100;
    private static final int MAX_EXPIRED_KEYS = 4_000;

    private final CleanerSettings settings;
    private final Sketcher sketcher = new Sketcher();
    private final DuplicateDecider decider = new DuplicateDecider();
    private final LowWater lowWater = new LowWater();
    private @Nullable ProcessorContext<String, Decided> context;
    private @Nullable DuplicateIndex index;
    private @Nullable GivenArticles given;
    private @Nullable Outcome outcome;
    private @Nullable Tally tally;
    private int decisions;

    private DecideDuplicates(CleanerSettings settings, Backlog backlog) {
        super(CleanerStores.DECISION_WAITING, merged(settings.reorder()), backlog);
        this.settings = settings;
    }

    /** The site tasks send in order and say how far they are: merging them needs no window of its own. */
    private static ReorderSettings merged(ReorderSettings reorder) {
        return new ReorderSettings(Duration.ZERO, reorder.quiet(), reorder.markEvery(), reorder.maxBuffered());
    }

    @Override
    protected void open(ProcessorContext<String, Decided> context) {
        this.context = context;
        this.index = new DuplicateIndex(
                new StreamsKeyValues(context.getStateStore(CleanerStores.ANCHORS)),
                new StreamsKeyValues(context.getStateStore(CleanerStores.TEXTS)),
                new StreamsKeyValues(context.getStateStore(CleanerStores.MEMBERS)),
                settings.duplicateMemory());
        this.given = new GivenArticles(
                new StreamsKeyValues(context.getStateStore(CleanerStores.GIVEN)), settings.duplicateMemory());
        this.outcome = new Outcome(given, this::count);
        this.tally = new Tally(context.getStateStore(CleanerStores.DECISION_COUNTS));
    }

    @Override
    protected void decide(Item item) {
        Article article = ARTICLES.decode(item.payload());
        Sketch sketch = Origins.sketch(article, item.time(), sketcher);
        Article counted =
                Article.newBuilder(article).setWordCount(sketch.words()).build();
        Decision decision = decider.decide(sketch, index());
        Objects.requireNonNull(outcome).of(counted, decision, item.time()).forEach(decided -> forward(item, decided));
        expire(item.time());
    }

    @Override
    protected void failed(Item item, RuntimeException error) {
        count("dead letters");
        Record<String, byte[]> letter = deadLetter(context(), item, error);
        context().forward(letter.withValue(new Decided.Failed(letter.value())));
    }

    private void forward(Item item, Decided decided) {
        context()
                .forward(new Record<>(decided.id(), decided, item.time(), OrderTime.with(item.headers(), item.time())));
    }

    private void expire(long timeMs) {
        lowWater.see(timeMs);
        if (++decisions % DECISIONS_BETWEEN_EXPIRY == 0) {
            index().expire(lowWater.lowest(), MAX_EXPIRED_KEYS);
            Objects.requireNonNull(given).expire(lowWater.lowest(), DECISIONS_BETWEEN_EXPIRY * 2);
        }
    }

    private ProcessorContext<String, Decided> context() {
        return Objects.requireNonNull(context);
    }

    private DuplicateIndex index() {
        return Objects.requireNonNull(index);
    }

    @Override
    protected void count(String what) {
        Objects.requireNonNull(tally).count(what);
    }

    record Supplier(CleanerSettings settings, Backlog backlog)
            implements ProcessorSupplier<String, Sequenced, String, Decided> {

        @Override
        public Processor<String, Sequenced, String, Decided> get() {
            return new DecideDuplicates(settings, backlog);
        }

        @Override
        public Set<StoreBuilder<?>> stores() {
            return Set.of(
                    CleanerStores.bytes(CleanerStores.DECISION_WAITING),
                    CleanerStores.bytes(CleanerStores.ANCHORS),
                    CleanerStores.bytes(CleanerStores.TEXTS),
                    CleanerStores.bytes(CleanerStores.MEMBERS),
                    CleanerStores.bytes(CleanerStores.GIVEN),
                    Tally.store(CleanerStores.DECISION_COUNTS));
        }
    }
}
