package newsloom.cleaner;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import newsloom.cleaner.site.Cleaned;
import newsloom.cleaner.site.SiteMemory;
import newsloom.cleaner.site.VersionDecision;
import newsloom.contract.v1.Article;
import newsloom.contract.v1.ArticleChange;
import newsloom.runtime.order.Backlog;
import newsloom.runtime.order.ItemLetter;
import newsloom.runtime.order.MarkBroadcast;
import newsloom.runtime.order.OrderedProcessor;
import newsloom.runtime.order.Progress;
import newsloom.runtime.order.Sequenced;
import newsloom.runtime.order.Sequenced.Item;
import newsloom.runtime.order.Sequenced.Mark;
import newsloom.runtime.order.Sequenced.Origin;
import newsloom.runtime.streams.OrderedService;
import newsloom.runtime.streams.Tally;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.ProcessorSupplier;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.StoreBuilder;
import org.jspecify.annotations.Nullable;

/** With the memory of a site: tells the versions of an article and takes out what the site says everywhere. An unchanged article is counted and goes no further. */
final class CleanBySite extends OrderedProcessor<String, SiteOutcome> {

    private final CleanerSettings settings;
    private final ArticlePayloads articles;
    private final int partitions;
    private final SiteMemory memory = new SiteMemory();
    private @Nullable ProcessorContext<String, SiteOutcome> context;
    private @Nullable SiteBlockStore blocks;
    private @Nullable VersionStore versions;
    private @Nullable Tally tally;

    private CleanBySite(CleanerSettings settings, ArticlePayloads articles, int partitions, Backlog backlog) {
        super(CleanerStores.SITE_WAITING, settings.reorder(), backlog);
        this.settings = settings;
        this.articles = articles;
        this.partitions = partitions;
    }

    @Override
    protected void open(ProcessorContext<String, SiteOutcome> context) {
        this.context = context;
        this.blocks =
                new SiteBlockStore(context.getStateStore(CleanerStores.SITE_BLOCKS), () -> count("blocks forgotten"));
        this.versions = new VersionStore(context.getStateStore(CleanerStores.VERSIONS), settings.versionMemory());
        this.tally = new Tally(context.getStateStore(CleanerStores.SITE_COUNTS));
    }

    @Override
    protected void decide(Item item) {
        Article found = articles.decode(item.payload());
        if (!found.getContentHash().isEmpty()) {
            pass(item, again(item.origin()), found);
            return;
        }
        List<String> paragraphs = List.of(found.getText().split("\n\n"));
        Article article = atItsAddress(found, paragraphs);
        VersionDecision version =
                versions().next(article.getId(), article.getTitle(), paragraphs, article.getFetchTime());
        if (version instanceof VersionDecision.First || version instanceof VersionDecision.Changed) {
            pass(item, item.origin(), cleaned(article, paragraphs, version));
        } else {
            count("unchanged");
        }
        sweep(item.time());
    }

    /** An item that has passed before comes back when its dead letter of the scattered decision is replayed: as another part of its record, or the decision would take it for the one that it has had. */
    private static Origin again(Origin origin) {
        return new Origin(origin.input(), origin.offset(), origin.part() + 1);
    }

    /** The headers for the dead letter of an item that has passed and on which the scattered decision failed. It is sent back to here, since no later topic takes it alone. */
    static Headers letterHeaders(Item passed, Exception error, ProcessorContext<?, ?> context) {
        String topic = OrderedService.repartitionTopic(context.applicationId(), CleanerTopology.BY_SITE);
        return ItemLetter.headers(passed, error, topic, passed.source());
    }

    /** A page that names the address of quite another article for its own is taken at the address where it was found: sites name sections, or one article for all. */
    private Article atItsAddress(Article article, List<String> paragraphs) {
        if (article.getCanonicalUrl() == null
                || !versions().hasAnother(article.getId(), paragraphs, article.getFetchTime())) {
            return article;
        }
        String own = PageRecords.id(article.getUrl());
        if (own.equals(article.getId())) {
            return article;
        }
        count("canonical links not believed");
        return Article.newBuilder(article).setId(own).setCanonicalUrl(null).build();
    }

    private Article cleaned(Article article, List<String> paragraphs, VersionDecision version) {
        Cleaned cleaned = memory.clean(
                article.getSite(), article.getId(), article.getFetchTime(), article.getTitle(), paragraphs, blocks());
        var next = Article.newBuilder(article)
                .setText(String.join("\n\n", cleaned.kept()))
                .setRemoved(cleaned.removed())
                .setVersion(version.toKeep().version())
                .setContentHash(Long.toHexString(version.toKeep().contentHash()));
        if (version instanceof VersionDecision.Changed changed) {
            next.setPreviousHash(Long.toHexString(changed.previousHash()))
                    .setChange(ArticleChange.valueOf(changed.change().name()));
        }
        return next.build();
    }

    private void pass(Item item, Origin origin, Article article) {
        count("passed");
        var passed = new Item(
                context().taskId().partition(),
                partitions,
                item.time(),
                item.key(),
                origin,
                item.headers(),
                articles.encode(article));
        forward("all", passed, item.time(), item);
    }

    private void forward(String key, Sequenced value, long time, Item cause) {
        context().forward(new Record<>(key, new SiteOutcome.Passed(value), time, cause.headers()));
    }

    @Override
    protected void advanced(Progress progress) {
        var mark = new Mark(context().taskId().partition(), partitions, progress);
        context()
                .forward(new Record<>(
                        MarkBroadcast.EVERYWHERE,
                        new SiteOutcome.Passed(mark),
                        context().currentSystemTimeMs()));
    }

    @Override
    protected void failed(Item item, RuntimeException error) {
        count("dead letters");
        Record<String, byte[]> letter = deadLetter(context(), item, error);
        context().forward(letter.withValue(new SiteOutcome.Failed(letter.value())));
    }

    private void sweep(long timeMs) {
        Instant now = Instant.ofEpochMilli(timeMs);
        versions().sweep(now);
        blocks().sweep(now);
    }

    private ProcessorContext<String, SiteOutcome> context() {
        return Objects.requireNonNull(context);
    }

    private VersionStore versions() {
        return Objects.requireNonNull(versions);
    }

    private SiteBlockStore blocks() {
        return Objects.requireNonNull(blocks);
    }

    @Override
    protected void count(String what) {
        Objects.requireNonNull(tally).count(what);
    }

    record Supplier(CleanerSettings settings, ArticlePayloads articles, int partitions, Backlog backlog)
            implements ProcessorSupplier<String, Sequenced, String, SiteOutcome> {

        @Override
        public Processor<String, Sequenced, String, SiteOutcome> get() {
            return new CleanBySite(settings, articles, partitions, backlog);
        }

        @Override
        public Set<StoreBuilder<?>> stores() {
            return Set.of(
                    CleanerStores.waiting(CleanerStores.SITE_WAITING),
                    CleanerStores.bytes(CleanerStores.SITE_BLOCKS),
                    CleanerStores.bytes(CleanerStores.VERSIONS),
                    Tally.store(CleanerStores.SITE_COUNTS));
        }
    }
}
