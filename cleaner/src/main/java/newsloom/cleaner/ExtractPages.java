package newsloom.cleaner;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import newsloom.cleaner.extract.Extraction;
import newsloom.contract.FieldLimits;
import newsloom.contract.url.UrlKey;
import newsloom.contract.v1.Article;
import newsloom.contract.v1.Page;
import newsloom.contract.v1.Reject;
import newsloom.contract.v1.RejectReason;
import newsloom.runtime.order.Backlog;
import newsloom.runtime.order.InputPartitions;
import newsloom.runtime.order.MarkBroadcast;
import newsloom.runtime.order.ReorderSettings;
import newsloom.runtime.order.RestSignal;
import newsloom.runtime.order.Sequenced.Item;
import newsloom.runtime.order.Sequenced.Mark;
import newsloom.runtime.order.Sequenced.Origin;
import newsloom.runtime.order.SourceMarks;
import newsloom.runtime.streams.CommitPace;
import newsloom.runtime.streams.DeadLetter;
import newsloom.runtime.streams.Tally;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.ProcessorSupplier;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.StoreBuilder;
import org.jspecify.annotations.Nullable;

/** Takes the article out of each page; says for its partition how far it has come. Where the CPU goes, and stateless but for counts. */
final class ExtractPages implements Processor<String, Page, String, Extracted> {

    private final PageExtraction extraction;
    private final ArticlePayloads articles;
    private final Duration markEvery;
    private final InputPartitions input;
    private final RestSignal rest;
    private final Backlog backlog;
    private @Nullable ProcessorContext<String, Extracted> context;
    private @Nullable SourceMarks marks;
    private @Nullable Tally tally;

    private ExtractPages(
            PageExtraction extraction,
            ArticlePayloads articles,
            Duration markEvery,
            InputPartitions input,
            RestSignal rest,
            Backlog backlog) {
        this.extraction = extraction;
        this.articles = articles;
        this.markEvery = markEvery;
        this.input = input;
        this.rest = rest;
        this.backlog = backlog;
    }

    @Override
    public void init(ProcessorContext<String, Extracted> context) {
        this.context = context;
        CommitPace.keep(context);
        int partition = context.taskId().partition();
        var marks = new SourceMarks(partition, input.partitions(), rest, backlog, System.nanoTime(), this::forward);
        this.marks = marks;
        this.tally = new Tally(context.getStateStore(CleanerStores.EXTRACT_COUNTS));
        context.schedule(markEvery, PunctuationType.WALL_CLOCK_TIME, marks::tick);
    }

    @Override
    public void process(Record<String, Page> found) {
        CommitPace.worked();
        Record<String, Page> record = found.withHeaders(withoutTraces(found.headers()));
        Page page = record.value();
        if (page == null) {
            count("tombstones");
            return;
        }
        count("pages");
        Optional<String> excess = PageLimits.excess(page, record.headers());
        PageRecords records = excess.isPresent()
                ? oversize(record, page, excess.get())
                : extract(record, new PageRecords(page, record.timestamp()));
        Objects.requireNonNull(marks).sent(records.time(), System.nanoTime());
    }

    /** That a page was once among the dead letters is no news of its article. */
    private static Headers withoutTraces(Headers headers) {
        return headers.lastHeader(DeadLetter.REPLAYED) == null
                ? headers
                : new RecordHeaders(headers).remove(DeadLetter.REPLAYED);
    }

    private PageRecords extract(Record<String, Page> record, PageRecords records) {
        Extraction found = extraction.of(records);
        if (found instanceof Extraction.Content content) {
            forward(record, records.article(content), records);
        } else if (found instanceof Extraction.Rejection rejection) {
            reject(record, records, records.reject(rejection));
        }
        return records;
    }

    private PageRecords oversize(Record<String, Page> record, Page page, String excess) {
        var records = new PageRecords(PageLimits.cut(page), record.timestamp());
        Reject reject = records.reject(RejectReason.OVERSIZE, excess);
        reject(record.withHeaders(PageLimits.cut(record.headers())), records, reject);
        return records;
    }

    private void forward(Record<String, Page> record, Article article, PageRecords records) {
        int bytes = article.getText().getBytes(StandardCharsets.UTF_8).length;
        if (bytes > FieldLimits.TEXT_BYTES) {
            reject(record, records, records.reject(RejectReason.OVERSIZE, "text of " + bytes + " bytes"));
            return;
        }
        var metadata = context().recordMetadata().orElseThrow();
        var item = new Item(
                metadata.partition(),
                input.partitions(),
                records.time(),
                UrlKey.of(records.url()),
                new Origin(input.number(metadata.topic(), metadata.partition()), metadata.offset(), 0),
                record.headers(),
                articles.encode(article));
        context()
                .forward(new Record<>(
                        article.getSite(), new Extracted.Sent(item), record.timestamp(), record.headers()));
    }

    private void reject(Record<String, Page> record, PageRecords records, Reject reject) {
        count("rejects");
        context()
                .forward(new Record<>(
                        UrlKey.of(records.url()),
                        new Extracted.Rejected(reject),
                        record.timestamp(),
                        record.headers()));
    }

    private void forward(Mark mark) {
        context()
                .forward(new Record<>(
                        MarkBroadcast.EVERYWHERE,
                        new Extracted.Sent(mark),
                        context().currentSystemTimeMs()));
    }

    private void count(String what) {
        Objects.requireNonNull(tally).count(what);
    }

    private ProcessorContext<String, Extracted> context() {
        return Objects.requireNonNull(context);
    }

    record Supplier(
            PageExtraction extraction,
            ArticlePayloads articles,
            ReorderSettings reorder,
            InputPartitions input,
            RestSignal rest,
            Backlog backlog)
            implements ProcessorSupplier<String, Page, String, Extracted> {

        @Override
        public Processor<String, Page, String, Extracted> get() {
            return new ExtractPages(extraction, articles, reorder.markEvery(), input, rest, backlog);
        }

        @Override
        public Set<StoreBuilder<?>> stores() {
            return Set.of(Tally.store(CleanerStores.EXTRACT_COUNTS));
        }
    }
}
