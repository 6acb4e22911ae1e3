package newsloom.cleaner;

import java.util.Objects;
import java.util.Set;
import newsloom.cleaner.dedupe.Scattered.Piece;
import newsloom.cleaner.dedupe.Scattered.RollCall;
import newsloom.cleaner.dedupe.Scattered.Verdict;
import newsloom.cleaner.dedupe.ScatteredCodec;
import newsloom.runtime.order.Backlog;
import newsloom.runtime.order.OrderedProcessor;
import newsloom.runtime.order.Sequenced;
import newsloom.runtime.order.Sequenced.Item;
import newsloom.runtime.streams.Tally;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.ProcessorSupplier;
import org.apache.kafka.streams.state.StoreBuilder;
import org.jspecify.annotations.Nullable;

/** Calls the articles up in the order and settles those whose pieces are there. One task, which gets no texts. */
final class SettleCalls extends OrderedProcessor<String, Verdict> {

    private final CleanerSettings settings;
    private @Nullable Settling settling;
    private @Nullable Tally tally;

    private SettleCalls(CleanerSettings settings, Backlog backlog) {
        super(CleanerStores.CALLS_WAITING, settings.reorder().merging(), backlog);
        this.settings = settings;
    }

    @Override
    protected void open(ProcessorContext<String, Verdict> context) {
        this.settling = new Settling(context, settings);
        this.tally = new Tally(context.getStateStore(CleanerStores.SETTLE_COUNTS));
    }

    @Override
    protected void decide(Item item) {
        settling().call(call(item));
    }

    @Override
    protected void failed(Item item, RuntimeException error) {
        settling().weigh(Piece.failed(call(item).document(), error.toString()));
    }

    private static RollCall call(Item item) {
        return (RollCall) ScatteredCodec.decode(item.payload());
    }

    private Settling settling() {
        return Objects.requireNonNull(settling);
    }

    @Override
    protected void count(String what) {
        Objects.requireNonNull(tally).count(what);
    }

    record Supplier(CleanerSettings settings, Backlog backlog)
            implements ProcessorSupplier<String, Sequenced, String, Verdict> {

        @Override
        public Processor<String, Sequenced, String, Verdict> get() {
            return new SettleCalls(settings, backlog);
        }

        @Override
        public Set<StoreBuilder<?>> stores() {
            return Settling.stores();
        }
    }
}
