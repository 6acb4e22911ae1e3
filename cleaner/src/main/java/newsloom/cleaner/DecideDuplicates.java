package newsloom.cleaner;

import java.util.Objects;
import java.util.Set;
import newsloom.cleaner.dedupe.Decision;
import newsloom.cleaner.dedupe.DuplicateDecider;
import newsloom.cleaner.dedupe.DuplicateIndex;
import newsloom.cleaner.dedupe.Given;
import newsloom.cleaner.dedupe.Sketch;
import newsloom.cleaner.dedupe.Sketcher;
import newsloom.contract.v1.Article;
import newsloom.runtime.order.Backlog;
import newsloom.runtime.order.OrderTime;
import newsloom.runtime.order.OrderedProcessor;
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

    private final CleanerSettings settings;
    private final ArticlePayloads articles;
    private final Sketcher sketcher = new Sketcher();
    private final DuplicateDecider decider = new DuplicateDecider();
    private final Forgetting forgetting = new Forgetting();
    private final Outcome outcome = new Outcome(this::count);
    private @Nullable ProcessorContext<String, Decided> context;
    private @Nullable DuplicateIndex index;
    private @Nullable Tally tally;

    private DecideDuplicates(CleanerSettings settings, ArticlePayloads articles, Backlog backlog) {
        super(CleanerStores.DECISION_WAITING, settings.reorder().merging(), backlog);
        this.settings = settings;
        this.articles = articles;
    }

    @Override
    protected void open(ProcessorContext<String, Decided> context) {
        this.context = context;
        this.index = new DuplicateIndex(
                new StreamsKeyValues(context.getStateStore(CleanerStores.ANCHORS)),
                new StreamsKeyValues(context.getStateStore(CleanerStores.TEXTS)),
                new StreamsKeyValues(context.getStateStore(CleanerStores.MEMBERS)),
                settings.duplicateMemory());
        this.tally = new Tally(context.getStateStore(CleanerStores.DECISION_COUNTS));
    }

    @Override
    protected void decide(Item item) {
        Article article = articles.decode(item.payload());
        Sketch sketch = Origins.sketch(article, item.time(), sketcher);
        Article counted =
                Article.newBuilder(article).setWordCount(sketch.words()).build();
        Decision decision = decider.decide(sketch, Origins.given(counted), index());
        Given old = index().takenBack(decision, item.time());
        Outcome.withdrawn(decision, old).ifPresent(id -> forward(item, new Decided.Withdrawn(id)));
        outcome.of(counted, decision, old).forEach(decided -> forward(item, decided));
        forgetting.after(item.time(), this::expire);
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

    private void expire(long nowMs) {
        index().expire(nowMs, CleanerStores.MAX_EXPIRED_KEYS);
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

    record Supplier(CleanerSettings settings, ArticlePayloads articles, Backlog backlog)
            implements ProcessorSupplier<String, Sequenced, String, Decided> {

        @Override
        public Processor<String, Sequenced, String, Decided> get() {
            return new DecideDuplicates(settings, articles, backlog);
        }

        @Override
        public Set<StoreBuilder<?>> stores() {
            return Set.of(
                    CleanerStores.waiting(CleanerStores.DECISION_WAITING),
                    CleanerStores.bytes(CleanerStores.ANCHORS),
                    CleanerStores.bytes(CleanerStores.TEXTS),
                    CleanerStores.bytes(CleanerStores.MEMBERS),
                    Tally.store(CleanerStores.DECISION_COUNTS));
        }
    }
}
