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
import newsloom.contract.v1.Duplicate;
import newsloom.contract.v1.DuplicateKind;
import newsloom.contract.v1.StoryArticle;
import newsloom.runtime.order.Backlog;
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
                settings.duplicateMemory());
        this.given = new GivenArticles(
                new StreamsKeyValues(context.getStateStore(CleanerStores.GIVEN)), settings.duplicateMemory());
        this.tally = new Tally(context.getStateStore(CleanerStores.DECISION_COUNTS));
    }

    @Override
    protected void decide(Item item) {
        Article article = ARTICLES.decode(item.payload());
        Sketch sketch = sketcher.sketch(article.getId(), item.time(), article.getText())
                .from(article.getSite(), article.getTitle());
        Article counted =
                Article.newBuilder(article).setWordCount(sketch.words()).build();
        Decision decision = decider.decide(sketch, index());
        if (decision instanceof Decision.Original original) {
            give(item, counted, original.groupId(), null);
        } else if (decision instanceof Decision.Copy copy) {
            drop(item, counted, copy);
        } else if (decision instanceof Decision.Supersedes supersedes) {
            takeBack(item, counted, supersedes);
            give(item, counted, supersedes.groupId(), supersedes.oldId());
        }
        expire(item.time());
    }

    private void give(Item item, Article article, String groupId, @Nullable String supersedes) {
        count(article.getVersion() == 1 ? "articles" : "updates");
        Objects.requireNonNull(given).put(article);
        Article given = Article.newBuilder(article)
                .setGroupId(groupId)
                .setSupersedes(supersedes)
                .build();
        forward(item, given.getId(), new Decided.Original(given));
    }

    private void drop(Item item, Article article, Decision.Copy copy) {
        count("duplicates");
        var duplicate = Duplicate.newBuilder()
                .setId(article.getId())
                .setUrl(article.getUrl())
                .setSite(article.getSite())
                .setTitle(article.getTitle())
                .setDuplicateOf(copy.ofId())
                .setGroupId(copy.groupId())
                .setKind(DuplicateKind.valueOf(copy.kind().name()))
                .setShareInOld(copy.shareInOld())
                .setShareInNew(copy.shareInNew())
                .setReason(copy.why())
                .setLanguage(article.getLanguage())
                .setPublished(article.getPublished())
                .setWordCount(article.getWordCount())
                .setVersion(article.getVersion())
                .setFetchTime(article.getFetchTime())
                .build();
        forward(item, article.getId(), new Decided.Copy(duplicate));
    }

    /** The shorter text leaves the articles and is a duplicate of the fuller one from now on. */
    private void takeBack(Item item, Article fuller, Decision.Supersedes decision) {
        StoryArticle old = Objects.requireNonNull(given).find(decision.oldId(), item.time());
        if (old == null) {
            return;
        }
        count("superseded");
        var duplicate = Duplicate.newBuilder()
                .setId(old.getId())
                .setUrl(old.getUrl())
                .setSite(old.getSite())
                .setTitle(old.getTitle())
                .setDuplicateOf(fuller.getId())
                .setGroupId(decision.groupId())
                .setKind(DuplicateKind.SUPERSEDED)
                .setShareInOld(decision.shareInNew())
                .setShareInNew(decision.shareInOld())
                .setReason(decision.why())
                .setLanguage(fuller.getLanguage())
                .setPublished(old.getPublished())
                .setFetchTime(old.getFetchTime())
                .build();
        forward(item, old.getId(), new Decided.Withdrawn());
        forward(item, old.getId(), new Decided.Copy(duplicate));
    }

    @Override
    protected void failed(Item item, RuntimeException error) {
        count("dead letters");
        Record<String, byte[]> letter = deadLetter(context(), item, error);
        context().forward(letter.withValue(new Decided.Failed(letter.value())));
    }

    private void forward(Item item, String key, Decided decided) {
        context().forward(new Record<>(key, decided, item.time(), item.headers()));
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
                    CleanerStores.bytes(CleanerStores.GIVEN),
                    Tally.store(CleanerStores.DECISION_COUNTS));
        }
    }
}
