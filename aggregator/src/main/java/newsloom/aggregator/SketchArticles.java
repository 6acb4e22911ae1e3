package newsloom.aggregator;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import newsloom.aggregator.story.sketch.ArticleText;
import newsloom.aggregator.story.sketch.Sketcher;
import newsloom.contract.v1.Article;
import newsloom.contract.v1.Duplicate;
import newsloom.runtime.order.Backlog;
import newsloom.runtime.order.InputPartitions;
import newsloom.runtime.order.MarkBroadcast;
import newsloom.runtime.order.OrderTime;
import newsloom.runtime.order.ReorderSettings;
import newsloom.runtime.order.RestSignal;
import newsloom.runtime.order.Sequenced;
import newsloom.runtime.order.Sequenced.Item;
import newsloom.runtime.order.Sequenced.Origin;
import newsloom.runtime.order.SourceMarks;
import newsloom.runtime.streams.CommitPace;
import newsloom.text.terms.TermTable;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.ProcessorSupplier;
import org.apache.kafka.streams.processor.api.Record;
import org.jspecify.annotations.Nullable;

/**
 * Makes of each article the little that the decision needs; says for its partitions how far they have come: each on its own, since the topics of articles and duplicates are read at
 * different paces. Stateless.
 */
final class SketchArticles implements Processor<String, Incoming, String, Sequenced> {

    /** The cleaner takes an article back and gives the one in its place at one time; the one in its place has to find it. */
    private static final long BEHIND_ITS_SUCCESSOR_MS = 1;

    private final Sketcher sketcher;
    private final Duration markEvery;
    private final InputPartitions input;
    private final RestSignal rest;
    private final Backlog backlog;
    private @Nullable ProcessorContext<String, Sequenced> context;
    private final Map<Integer, SourceMarks> marks = new HashMap<>();

    private SketchArticles(
            Function<String, TermTable> tables,
            Duration markEvery,
            InputPartitions input,
            RestSignal rest,
            Backlog backlog) {
        this.sketcher = new Sketcher(tables);
        this.markEvery = markEvery;
        this.input = input;
        this.rest = rest;
        this.backlog = backlog;
    }

    @Override
    public void init(ProcessorContext<String, Sequenced> context) {
        this.context = context;
        CommitPace.keep(context);
        int partition = context.taskId().partition();
        for (String topic : input.topics()) {
            int source = input.number(topic, partition);
            marks.put(
                    source,
                    new SourceMarks(
                            source,
                            input.count(),
                            rest,
                            backlog,
                            System.nanoTime(),
                            mark -> context.forward(
                                    new Record<>(MarkBroadcast.EVERYWHERE, mark, context.currentSystemTimeMs()))));
        }
        context.schedule(
                markEvery,
                PunctuationType.WALL_CLOCK_TIME,
                now -> marks.values().forEach(source -> source.tick(now)));
    }

    @Override
    public void process(Record<String, Incoming> record) {
        CommitPace.worked();
        Incoming incoming = record.value();
        if (incoming instanceof Incoming.Told told) {
            Article article = told.article();
            InputLimits.demand(article);
            long time = place(record, article.getFetchTime());
            var sketched =
                    new StoryInput.Told(sketcher.sketch(text(article, record.timestamp())), article.getSupersedes());
            send(record, article.getLanguage(), time, article.getId(), sketched);
            if (article.getVersion() > 1) {
                var language = new StoryInput.InLanguage(article.getId(), article.getLanguage());
                send(record, MarkBroadcast.EVERYWHERE, time, article.getId(), language);
            }
        } else if (incoming instanceof Incoming.Copied copied) {
            Duplicate copy = copied.duplicate();
            InputLimits.demand(copy);
            var reprint =
                    new StoryInput.Copied(copy.getId(), copy.getDuplicateOf(), copy.getSite(), copy.getLanguage());
            send(record, copy.getLanguage(), place(record, copy.getFetchTime()), copy.getId(), reprint);
        } else {
            InputLimits.demand(record.key());
            var takenBack = new StoryInput.TakenBack(record.key());
            Instant now = Instant.ofEpochMilli(record.timestamp());
            long behind = place(record, now) + BEHIND_ITS_SUCCESSOR_MS;
            send(record, MarkBroadcast.EVERYWHERE, behind, record.key(), takenBack);
        }
    }

    /** First part of the order: as the cleaner tells it, or when the page was fetched. */
    private static long place(Record<String, Incoming> record, Instant fetched) {
        long told = OrderTime.of(record.headers()).orElseGet(fetched::toEpochMilli);
        return OrderTime.believed(told, record.timestamp());
    }

    private void send(Record<String, Incoming> record, String key, long time, String articleId, StoryInput told) {
        ProcessorContext<String, Sequenced> context = Objects.requireNonNull(this.context);
        var metadata = context.recordMetadata().orElseThrow();
        int source = input.number(metadata.topic(), metadata.partition());
        var item = new Item(
                source,
                input.count(),
                time,
                articleId,
                new Origin(source, metadata.offset(), part(told)),
                new RecordHeaders(),
                told.toBytes());
        context.forward(new Record<>(key, item, record.timestamp()));
        Objects.requireNonNull(marks.get(source)).sent(time, System.nanoTime());
    }

    /** A task hears first that an article has a language now, then the article. */
    private static int part(StoryInput told) {
        return told instanceof StoryInput.InLanguage ? 0 : 1;
    }

    private static ArticleText text(Article article, long arrivalMs) {
        long fetched = OrderTime.believed(article.getFetchTime().toEpochMilli(), arrivalMs);
        return new ArticleText(
                article.getId(),
                article.getUrl(),
                article.getSite(),
                article.getTitle(),
                article.getText(),
                article.getLanguage(),
                article.getPublished(),
                Instant.ofEpochMilli(fetched));
    }

    record Supplier(
            Function<String, TermTable> tables,
            ReorderSettings reorder,
            InputPartitions input,
            RestSignal rest,
            Backlog backlog)
            implements ProcessorSupplier<String, Incoming, String, Sequenced> {

        @Override
        public Processor<String, Incoming, String, Sequenced> get() {
            return new SketchArticles(tables, reorder.markEvery(), input, rest, backlog);
        }
    }
}
