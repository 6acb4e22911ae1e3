package newsloom.cleaner;

import java.util.List;
import java.util.Set;
import newsloom.cleaner.dedupe.Scattered;
import newsloom.cleaner.dedupe.Scattered.Piece;
import newsloom.cleaner.dedupe.Scattered.RollCall;
import newsloom.cleaner.dedupe.Scattered.Verdict;
import newsloom.cleaner.dedupe.Scattered.Withdrawal;
import newsloom.cleaner.dedupe.Settlement;
import newsloom.cleaner.dedupe.Settlement.Settled;
import newsloom.runtime.streams.Tally;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.StoreBuilder;

/** The settlement over the stores of its task; for {@link Settle}. Not thread-safe. */
final class Settling {

    private final ProcessorContext<String, Scattered> context;
    private final Settlement settlement;
    private final Forgetting forgetting = new Forgetting();

    Settling(ProcessorContext<String, Scattered> context, CleanerSettings settings) {
        this.context = context;
        this.settlement = new Settlement(
                new StreamsKeyValues(context.getStateStore(CleanerStores.QUEUE)),
                new StreamsKeyValues(context.getStateStore(CleanerStores.EVIDENCE)),
                new StreamsKeyValues(context.getStateStore(CleanerStores.MEMBERS)),
                settings.duplicateMemory());
    }

    void call(RollCall call) {
        give(settlement.call(call));
    }

    void weigh(Piece piece) {
        give(settlement.weigh(piece));
    }

    private void give(List<Settled> settled) {
        for (Settled each : settled) {
            long time = each.call().card().timeMs();
            Outcome.withdrawn(each.decision(), each.old())
                    .ifPresent(id -> send(id, new Withdrawal(each.call().document(), id, time), time));
            send(each.call().card().id(), verdict(each), time);
            forgetting.after(time, this::expire);
        }
    }

    private void send(String id, Scattered message, long time) {
        context.forward(new Record<>(id, message, time));
    }

    private static Verdict verdict(Settled settled) {
        return new Verdict(settled.call().document(), settled.decision(), settled.old(), settled.failure());
    }

    private void expire(long nowMs) {
        settlement.expire(nowMs, CleanerStores.MAX_EXPIRED_ARTICLES);
    }

    static Set<StoreBuilder<?>> stores() {
        return Set.of(
                CleanerStores.waiting(CleanerStores.CALLS_WAITING),
                CleanerStores.bytes(CleanerStores.QUEUE),
                CleanerStores.bytes(CleanerStores.EVIDENCE),
                CleanerStores.bytes(CleanerStores.MEMBERS),
                Tally.store(CleanerStores.SETTLE_COUNTS));
    }
}
