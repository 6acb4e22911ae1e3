package newsloom.cleaner;

import java.util.Objects;
import java.util.Set;
import newsloom.cleaner.dedupe.AnchorShare;
import newsloom.cleaner.dedupe.Scattered;
import newsloom.cleaner.dedupe.ScatteredCodec;
import newsloom.runtime.order.Backlog;
import newsloom.runtime.order.OrderedProcessor;
import newsloom.runtime.order.Sequenced;
import newsloom.runtime.order.Sequenced.Item;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.ProcessorSupplier;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.StoreBuilder;
import org.jspecify.annotations.Nullable;

/** One share of the index: says for each probe which earlier texts hold its anchors, and files it under them. In the order, because only the first texts of an anchor are kept. */
final class FindCandidates extends OrderedProcessor<String, Scattered> {

    private final CleanerSettings settings;
    private final Forgetting forgetting = new Forgetting();
    private @Nullable ProcessorContext<String, Scattered> context;
    private @Nullable AnchorShare share;

    private FindCandidates(CleanerSettings settings, Backlog backlog) {
        super(CleanerStores.PROBES_WAITING, settings.reorder().merging(), backlog);
        this.settings = settings;
    }

    @Override
    protected void open(ProcessorContext<String, Scattered> context) {
        this.context = context;
        this.share = new AnchorShare(
                new StreamsKeyValues(context.getStateStore(CleanerStores.ANCHORS)), settings.duplicateMemory());
    }

    @Override
    protected void decide(Item item) {
        AnchorShare anchors = Objects.requireNonNull(share);
        var probe = (Scattered.Probe) ScatteredCodec.decode(item.payload());
        send(item, anchors.answer(probe));
        forgetting.after(item.time(), now -> anchors.expire(now, CleanerStores.MAX_EXPIRED_KEYS));
    }

    /** The document must not wait for this answer for ever: it is told that there will be none. */
    @Override
    protected void failed(Item item, RuntimeException error) {
        var probe = (Scattered.Probe) ScatteredCodec.decode(item.payload());
        send(item, Scattered.Answer.failed(probe, error.toString()));
    }

    private void send(Item item, Scattered.Answer answer) {
        Objects.requireNonNull(context).forward(new Record<>(item.key(), answer, item.time()));
    }

    /** Nothing is counted here: the settlement sees every article once, a share may or may not. */
    @Override
    protected void count(String what) {}

    record Supplier(CleanerSettings settings, Backlog backlog)
            implements ProcessorSupplier<String, Sequenced, String, Scattered> {

        @Override
        public Processor<String, Sequenced, String, Scattered> get() {
            return new FindCandidates(settings, backlog);
        }

        @Override
        public Set<StoreBuilder<?>> stores() {
            return Set.of(
                    CleanerStores.waiting(CleanerStores.PROBES_WAITING), CleanerStores.bytes(CleanerStores.ANCHORS));
        }
    }
}
