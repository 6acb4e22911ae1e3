package newsloom.cleaner;

import java.util.Objects;
import newsloom.cleaner.dedupe.Scattered;
import newsloom.cleaner.dedupe.Scattered.Piece;
import newsloom.cleaner.dedupe.Scattered.RollCall;
import newsloom.cleaner.dedupe.ScatteredCodec;
import newsloom.runtime.order.Backlog;
import newsloom.runtime.order.OrderedProcessor;
import newsloom.runtime.order.Sequenced.Item;
import newsloom.runtime.streams.Tally;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.jspecify.annotations.Nullable;

/** Calls the articles up in the order. A part of {@link Settle}. */
final class SettleCalls extends OrderedProcessor<String, Scattered> {

    private final Settling settling;
    private @Nullable Tally tally;

    SettleCalls(Settling settling, CleanerSettings settings, Backlog backlog) {
        super(CleanerStores.CALLS_WAITING, settings.reorder().merging(), backlog);
        this.settling = settling;
    }

    @Override
    protected void open(ProcessorContext<String, Scattered> context) {
        this.tally = new Tally(context.getStateStore(CleanerStores.SETTLE_COUNTS));
    }

    @Override
    protected void decide(Item item) {
        settling.call(call(item));
    }

    @Override
    protected void failed(Item item, RuntimeException error) {
        settling.weigh(Piece.failed(call(item).document(), error.toString()));
    }

    private static RollCall call(Item item) {
        return (RollCall) ScatteredCodec.decode(item.payload());
    }

    @Override
    protected void count(String what) {
        Objects.requireNonNull(tally).count(what);
    }
}
