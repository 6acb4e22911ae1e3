package newsloom.cleaner;

import java.util.List;
import java.util.Objects;
import newsloom.cleaner.dedupe.Scattered;
import newsloom.cleaner.dedupe.Scattered.Verdict;
import newsloom.cleaner.dedupe.Scattered.Withdrawal;
import newsloom.contract.v1.Article;
import newsloom.runtime.order.OrderTime;
import newsloom.runtime.order.Sequenced.Item;
import newsloom.runtime.order.SequencedSerde;
import newsloom.runtime.streams.CommitPace;
import newsloom.runtime.streams.Tally;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/** Makes records of the contract of what has been decided, in the home of the article, so that those of one article leave in the order of the decisions. A verdict that comes twice finds no article and has no effect. */
final class GiveOut implements Processor<String, Scattered, String, Decided> {

    /** Stores of the home, and its own counts. */
    static final List<String> STORES = List.of(CleanerStores.UNDECIDED, CleanerStores.DECISION_COUNTS);

    private static final SequencedSerde ITEMS = new SequencedSerde();

    private final ArticlePayloads articles;
    private final Outcome outcome = new Outcome(this::count);
    private @Nullable ProcessorContext<String, Decided> context;
    private @Nullable KeyValueStore<Bytes, byte[]> undecided;
    private @Nullable Tally tally;

    GiveOut(ArticlePayloads articles) {
        this.articles = articles;
    }

    @Override
    public void init(ProcessorContext<String, Decided> context) {
        this.context = context;
        CommitPace.keep(context);
        this.undecided = context.getStateStore(CleanerStores.UNDECIDED);
        this.tally = new Tally(context.getStateStore(CleanerStores.DECISION_COUNTS));
    }

    @Override
    public void process(Record<String, Scattered> record) {
        CommitPace.worked();
        if (record.value() instanceof Withdrawal withdrawal) {
            withdraw(withdrawal);
        } else if (record.value() instanceof Verdict verdict) {
            giveOut(verdict);
        }
    }

    private void withdraw(Withdrawal withdrawal) {
        forward(new Record<>(
                withdrawal.id(),
                new Decided.Withdrawn(withdrawal.id()),
                withdrawal.timeMs(),
                OrderTime.with(new RecordHeaders(), withdrawal.timeMs())));
    }

    private void giveOut(Verdict verdict) {
        byte[] bytes = Objects.requireNonNull(undecided)
                .delete(Bytes.wrap(verdict.document().key()));
        if (bytes != null && ITEMS.deserialize("", bytes) instanceof Item item) {
            giveOut(item, verdict);
        }
    }

    private void giveOut(Item item, Verdict verdict) {
        var decision = verdict.decision();
        if (decision == null) {
            failed(item, String.valueOf(verdict.failure()));
            return;
        }
        Article article;
        try {
            article = articles.decode(item.payload());
        } catch (IllegalArgumentException e) {
            failed(item, e.toString());
            return;
        }
        for (Decided decided : outcome.of(article, decision, verdict.old())) {
            forward(new Record<>(decided.id(), decided, item.time(), OrderTime.with(item.headers(), item.time())));
        }
    }

    private void failed(Item item, String why) {
        count("dead letters");
        var headers = CleanBySite.letterHeaders(item, new IllegalStateException(why), Objects.requireNonNull(context));
        byte[] bytes = Objects.requireNonNull(ITEMS.serialize("", item));
        forward(new Record<>(item.key(), new Decided.Failed(bytes), item.time(), headers));
    }

    private void forward(Record<String, Decided> record) {
        Objects.requireNonNull(context).forward(record);
    }

    private void count(String what) {
        Objects.requireNonNull(tally).count(what);
    }
}
