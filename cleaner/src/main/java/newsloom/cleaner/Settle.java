package newsloom.cleaner;

import java.util.Objects;
import java.util.Set;
import newsloom.cleaner.dedupe.Scattered;
import newsloom.cleaner.dedupe.Scattered.Piece;
import newsloom.runtime.order.Backlog;
import newsloom.runtime.order.Sequenced;
import newsloom.runtime.streams.CommitPace;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.ProcessorSupplier;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.StoreBuilder;
import org.jspecify.annotations.Nullable;

/** Calls the articles up in the order, takes in what homes have found out about them, and settles those of which all is known. One node for both, since it remembers where its queue stands. One task, which gets no texts. */
final class Settle implements Processor<String, Settle.Input, String, Scattered> {

    /** What comes to the settlement. */
    sealed interface Input {}

    /** A call, or a mark among the calls. */
    record Call(Sequenced value) implements Input {}

    /** What a home has found out. */
    record Found(Piece piece) implements Input {}

    private final CleanerSettings settings;
    private final Backlog backlog;
    private @Nullable Settling settling;
    private @Nullable SettleCalls calls;

    private Settle(CleanerSettings settings, Backlog backlog) {
        this.settings = settings;
        this.backlog = backlog;
    }

    @Override
    public void init(ProcessorContext<String, Scattered> context) {
        settling = new Settling(context, settings);
        calls = new SettleCalls(settling, settings, backlog);
        calls.init(context);
    }

    @Override
    public void process(Record<String, Input> record) {
        CommitPace.worked();
        if (record.value() instanceof Call call) {
            Objects.requireNonNull(calls).process(record.withValue(call.value()));
        } else if (record.value() instanceof Found found) {
            Objects.requireNonNull(settling).weigh(found.piece());
        }
    }

    @Override
    public void close() {
        if (calls != null) {
            calls.close();
        }
    }

    record Supplier(CleanerSettings settings, Backlog backlog)
            implements ProcessorSupplier<String, Input, String, Scattered> {

        @Override
        public Processor<String, Input, String, Scattered> get() {
            return new Settle(settings, backlog);
        }

        @Override
        public Set<StoreBuilder<?>> stores() {
            return Settling.stores();
        }
    }
}
