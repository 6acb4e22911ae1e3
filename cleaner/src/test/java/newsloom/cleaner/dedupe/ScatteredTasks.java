package newsloom.cleaner.dedupe;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import newsloom.cleaner.dedupe.Scattered.Answer;
import newsloom.cleaner.dedupe.Scattered.Ask;
import newsloom.cleaner.dedupe.Scattered.Document;
import newsloom.cleaner.dedupe.Scattered.Piece;
import newsloom.cleaner.dedupe.Scattered.Probe;
import newsloom.cleaner.dedupe.Scattered.RollCall;
import newsloom.cleaner.dedupe.Settlement.Settled;
import newsloom.text.shingles.Hash64;
import org.jspecify.annotations.Nullable;

/**
 * Shares, homes and settlement on the heap, and the messages between them: as bytes, as in topics. With chance, messages overtake each other and come twice; probes and calls keep their order, as the tasks keep
 * it that hold them back. For one thread.
 */
final class ScatteredTasks implements KnownTexts {
    private final Spread spread;
    private final List<AnchorShare> shares;
    private final List<CopyHome> homes;
    private final Settlement settlement;
    private final List<byte[]> underWay = new ArrayList<>();
    private final Map<String, KnownText> latest = new HashMap<>();
    private final List<Settled> settled = new ArrayList<>();
    private final Duration retention;
    private long number;

    ScatteredTasks(int count, Duration retention) {
        this.spread = new Spread(count);
        this.retention = retention;
        this.shares = of(count, () -> new AnchorShare(new MemoryKeyValues(), retention));
        this.homes = of(
                count,
                () -> new CopyHome(
                        new MemoryKeyValues(), new MemoryKeyValues(), new MemoryKeyValues(), spread, retention));
        this.settlement =
                new Settlement(new MemoryKeyValues(), new MemoryKeyValues(), new MemoryKeyValues(), retention);
    }

    private static <T> List<T> of(int count, java.util.function.Supplier<T> task) {
        return Stream.generate(task).limit(count).toList();
    }

    @Override
    public Decision decide(Sketch sketch) {
        latest.put(sketch.id(), KnownText.of(sketch));
        send(sketch);
        deliver(underWay.size(), null);
        var decision = settled.get(settled.size() - 1).decision();
        if (decision == null) {
            throw new AssertionError("not settled");
        }
        return decision;
    }

    @Override
    public @Nullable KnownText latest(String id, long timeMs) {
        return latest.get(id);
    }

    /** Everything that a document sets off at first. */
    void send(Sketch sketch) {
        var document = Reference.of(sketch, number++, retention);
        var probes = spread.probes(document, sketch);
        underWay.add(ScatteredCodec.encode(
                new Document(document, probes.size(), SketchCodec.encode(KnownText.of(sketch)), new byte[0])));
        underWay.add(ScatteredCodec.encode(new RollCall(document, sketch.card(), new byte[0])));
        probes.forEach(probe -> underWay.add(ScatteredCodec.encode(probe)));
    }

    /** Delivers so many messages and what they set off; null: one after the other. */
    void deliver(int messages, @Nullable Random chance) {
        while (!underWay.isEmpty()) {
            var bytes = underWay.remove(0);
            take(ScatteredCodec.decode(bytes));
        }
    }

    private void take(Scattered message) {
        if (message instanceof Probe probe) {
            put(List.of(shares.get(probe.share()).answer(probe)));
        } else if (message instanceof Document document) {
            var home = homes.get(document.receiver(spread));
            if (!home.knows(document)) {
                put(home.file(document));
            }
        } else if (message instanceof Answer answer) {
            put(homes.get(answer.receiver(spread)).answer(answer));
        } else if (message instanceof Ask ask) {
            put(homes.get(ask.receiver(spread)).compare(ask));
        } else if (message instanceof Piece piece) {
            settled.addAll(settlement.weigh(piece));
        } else if (message instanceof RollCall call) {
            settled.addAll(settlement.call(call));
        }
    }

    private void put(List<? extends Scattered> messages) {
        messages.forEach(message -> underWay.add(ScatteredCodec.encode(message)));
    }
}
