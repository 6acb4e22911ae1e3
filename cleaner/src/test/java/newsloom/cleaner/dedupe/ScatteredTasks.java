package newsloom.cleaner.dedupe;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.Stream;
import newsloom.cleaner.dedupe.Scattered.Answer;
import newsloom.cleaner.dedupe.Scattered.Ask;
import newsloom.cleaner.dedupe.Scattered.Document;
import newsloom.cleaner.dedupe.Scattered.Piece;
import newsloom.cleaner.dedupe.Scattered.Probe;
import newsloom.cleaner.dedupe.Scattered.RollCall;
import newsloom.cleaner.dedupe.Settlement.Settled;
import org.jspecify.annotations.Nullable;

/**
 * Shares, homes and settlement on the heap, and the messages between them: as bytes, as in topics. With chance, messages overtake each other and come twice, and tasks crash: a task goes back to what it had
 * committed, what it has sent since stays sent, and what it has read since is read again. Probes and calls keep their order, as the tasks keep it that hold them back, but for those that come twice. For one thread.
 */
final class ScatteredTasks implements KnownTexts {
    private static final Given GIVEN = new Given("https://a.example/1", "a.example", "", null, Instant.EPOCH);

    private final Spread spread;
    private final Duration retention;
    private final List<Task> shares;
    private final List<Task> homes;
    private final Task settlement;
    private final List<byte[]> underWay = new ArrayList<>();
    private final Map<String, KnownText> latest = new HashMap<>();
    private final Map<Reference, Decision> decisions = new LinkedHashMap<>();
    private long number;

    /** What a task does with a message, its stores, and what it has read since it committed. */
    private static final class Task {
        final List<RestorableKeyValues> stores =
                Stream.generate(RestorableKeyValues::new).limit(3).toList();
        final List<byte[]> read = new ArrayList<>();
        final Function<List<RestorableKeyValues>, Function<Scattered, List<? extends Scattered>>> form;
        Function<Scattered, List<? extends Scattered>> step;

        Task(Function<List<RestorableKeyValues>, Function<Scattered, List<? extends Scattered>>> form) {
            this.form = form;
            this.step = form.apply(stores);
        }

        /** What was in memory is lost with it. */
        void crash() {
            stores.forEach(RestorableKeyValues::rollBack);
            step = form.apply(stores);
        }

        void commit() {
            stores.forEach(RestorableKeyValues::commit);
            read.clear();
        }
    }

    ScatteredTasks(int count, Duration retention) {
        this.spread = new Spread(count);
        this.retention = retention;
        this.shares = Stream.generate(() -> new Task(this::share)).limit(count).toList();
        this.homes = Stream.generate(() -> new Task(this::home)).limit(count).toList();
        this.settlement = new Task(this::settlement);
    }

    private Function<Scattered, List<? extends Scattered>> share(List<RestorableKeyValues> stores) {
        var share = new AnchorShare(stores.get(0), retention);
        return message -> List.of(share.answer((Probe) message));
    }

    private Function<Scattered, List<? extends Scattered>> home(List<RestorableKeyValues> stores) {
        var home = new CopyHome(stores.get(0), stores.get(1), stores.get(2), spread, retention);
        return message -> {
            if (message instanceof Document document) {
                return home.knows(document) ? List.of() : home.file(document);
            }
            return message instanceof Ask ask ? home.compare(ask) : home.answer((Answer) message);
        };
    }

    private Function<Scattered, List<? extends Scattered>> settlement(List<RestorableKeyValues> stores) {
        var settling = new Settlement(stores.get(0), stores.get(1), stores.get(2), retention);
        return message -> {
            var settled = message instanceof RollCall call ? settling.call(call) : settling.weigh((Piece) message);
            settled.forEach(this::note);
            return List.of();
        };
    }

    private void note(Settled settled) {
        var decision = settled.decision();
        if (decision == null) {
            throw new AssertionError("failed: " + settled.failure());
        }
        var before = decisions.put(settled.call().document(), decision);
        if (before != null && !before.equals(decision)) {
            throw new AssertionError("decided twice: " + before + ", then " + decision);
        }
    }

    @Override
    public Decision decide(Sketch sketch) {
        latest.put(sketch.id(), KnownText.of(sketch));
        var document = send(sketch);
        deliver();
        var decision = decisions.get(document);
        if (decision == null) {
            throw new AssertionError("not settled");
        }
        return decision;
    }

    @Override
    public @Nullable KnownText latest(String id, long timeMs) {
        return latest.get(id);
    }

    /** Sends what a document sets off at first. */
    Reference send(Sketch sketch) {
        var document = Reference.of(sketch, number++, retention);
        var probes = spread.probes(document, sketch);
        put(List.of(new Document(document, probes.size(), SketchCodec.encodeText(sketch), new byte[0])));
        put(List.of(new RollCall(document, sketch.card(), GIVEN)));
        put(probes);
        return document;
    }

    /** Two documents whose probes come to the shares in the other order than their calls to the settlement. */
    void sendIndexingTheSecondFirst(Sketch first, Sketch second) {
        send(first);
        var later = List.copyOf(underWay);
        underWay.clear();
        send(second);
        underWay.addAll(later);
        underWay.sort(Comparator.comparing(bytes -> isCall(bytes) && later.contains(bytes) ? 0 : 1));
    }

    private static boolean isCall(byte[] bytes) {
        return ScatteredCodec.decode(bytes) instanceof RollCall;
    }

    /** Delivers everything, one after the other. */
    void deliver() {
        while (!underWay.isEmpty()) {
            byte[] bytes = underWay.remove(0);
            put(task(ScatteredCodec.decode(bytes)).step.apply(ScatteredCodec.decode(bytes)));
        }
    }

    /** Delivers everything by chance, one in five messages again later, with a crash every 20 messages. */
    void deliver(Random chance) {
        while (!underWay.isEmpty()) {
            byte[] bytes = underWay.remove(next(chance));
            var message = ScatteredCodec.decode(bytes);
            var task = task(message);
            put(task.step.apply(message));
            task.read.add(bytes);
            if (chance.nextInt(5) == 0) {
                underWay.add(bytes);
            }
            if (chance.nextInt(4) == 0) {
                task.commit();
            } else if (chance.nextInt(20) == 0) {
                task.crash();
                underWay.addAll(0, task.read);
                task.read.clear();
            }
        }
    }

    private int next(Random chance) {
        int any = chance.nextInt(underWay.size());
        var message = ScatteredCodec.decode(underWay.get(any));
        int i = 0;
        while (i < any && !mustGoFirst(ScatteredCodec.decode(underWay.get(i)), message)) {
            i++;
        }
        return i;
    }

    private boolean mustGoFirst(Scattered earlier, Scattered message) {
        if (message instanceof Probe || message instanceof RollCall) {
            return earlier.getClass() == message.getClass() && task(earlier) == task(message);
        }
        return message instanceof Answer late
                && earlier instanceof Answer early
                && early.share() == late.share()
                && early.document().equals(late.document());
    }

    /** The decisions, in the order in which they were taken. */
    List<Decision> decisions() {
        return List.copyOf(decisions.values());
    }

    /** Entries that wait for something: answers that are not all there, questions about texts that have not come. */
    int waiting() {
        return homes.stream()
                .mapToInt(home -> home.stores.get(1).size() + home.stores.get(2).size())
                .sum();
    }

    private Task task(Scattered message) {
        if (message instanceof Probe probe) {
            return shares.get(probe.receiver(spread));
        }
        return message instanceof RollCall || message instanceof Piece
                ? settlement
                : homes.get(message.receiver(spread));
    }

    private void put(List<? extends Scattered> messages) {
        messages.forEach(message -> underWay.add(ScatteredCodec.encode(message)));
    }
}
