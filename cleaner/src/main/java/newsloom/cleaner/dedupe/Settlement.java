package newsloom.cleaner.dedupe;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import newsloom.cleaner.dedupe.Scattered.Compared;
import newsloom.cleaner.dedupe.Scattered.Piece;
import newsloom.cleaner.dedupe.Scattered.RollCall;
import org.jspecify.annotations.Nullable;

/**
 * Decides in the order of the calls, each document once all its pieces are there. Those behind it wait, so a decision sees every document before it and none after it, however the pieces come. Every pair of documents is
 * found by the share where the later of the two asks; when that is the one called first, what they share is kept for the other. A call or a piece that comes twice has no effect.
 *
 * <p>What is left to one task is what must be: the groups. No text comes here. Over three {@link KeyValues}, for one thread; about ten reads and writes a document:
 *
 * <pre>
 * queue     0                         next place to settle, next place to give, reference of the next document
 *           1 · place (8)             a {@link RollCall}
 * evidence  reference                 0 and a {@link Weighed}, or 1 once it is settled
 * members   id hash (8)               a {@link Member}, with what was given out of it
 * </pre>
 */
public final class Settlement {
    private static final byte[] POINTERS = {0};
    private static final byte[] SETTLED = {1};
    private static final byte OPEN = 0;

    /** A quarter of so many words holds an anchor in four of five cases. */
    private static final int TELLING_WORDS = 200;

    private final KeyValues queue;
    private final KeyValues evidence;
    private final StoredGroups groups;
    private final Windows windows;
    private final GroupDecider decider = new GroupDecider();

    /**
     * A document and what has been decided. One of {@code decision} and {@code failure} is null.
     *
     * @param old what was given out of the article whose place is taken; null where there is none
     */
    public record Settled(
            RollCall call,
            @Nullable Decision decision,
            @Nullable Given old,
            @Nullable String failure) {}

    /** {@code retention}: how long a document is remembered, at least an hour. */
    public Settlement(KeyValues queue, KeyValues evidence, KeyValues members, Duration retention) {
        this.queue = queue;
        this.evidence = evidence;
        this.windows = Windows.of(retention);
        this.groups = new StoredGroups(members, windows);
    }

    /** Where the queue stands. */
    private record Pointers(long next, long end, Reference document) {
        boolean isEmpty() {
            return next == end;
        }
    }

    /** The next document in the order; returns what can be settled now. */
    public List<Settled> call(RollCall call) {
        var pointers = pointers();
        queue.put(place(pointers.end()), ScatteredCodec.encode(call));
        var longer = new Pointers(
                pointers.next(), pointers.end() + 1, pointers.isEmpty() ? call.document() : pointers.document());
        put(longer);
        return pointers.isEmpty() ? settle(longer) : List.of();
    }

    /** A piece about some document; returns what can be settled now. */
    public List<Settled> weigh(Piece piece) {
        var soFar = open(piece.document());
        if (soFar == null) {
            return List.of(); // settled before
        }
        put(piece.document(), soFar.with(piece));
        var pointers = pointers();
        return !pointers.isEmpty() && pointers.document().equals(piece.document()) ? settle(pointers) : List.of();
    }

    private List<Settled> settle(Pointers from) {
        var settled = new ArrayList<Settled>();
        var at = from;
        while (!at.isEmpty()) {
            byte[] place = place(at.next());
            var call = (RollCall) ScatteredCodec.decode(required(queue.get(place)));
            var weighed = open(call.document());
            if (weighed != null && !weighed.isComplete()) {
                at = new Pointers(at.next(), at.end(), call.document());
                break;
            }
            queue.delete(place);
            at = new Pointers(at.next() + 1, at.end(), call.document());
            if (weighed != null) {
                evidence.put(call.document().key(), SETTLED);
                settled.add(settled(call, weighed));
            }
        }
        put(at);
        return settled;
    }

    private Settled settled(RollCall call, Weighed weighed) {
        if (weighed.failure() != null) {
            return new Settled(call, null, null, weighed.failure());
        }
        var decision = decided(call, weighed);
        var old = decision instanceof Decision.Supersedes supersedes
                ? groups.given(supersedes.oldId(), call.card().timeMs())
                : null;
        return new Settled(call, decision, old, null);
    }

    private Decision decided(RollCall call, Weighed weighed) {
        Card card = call.card();
        if (card.words() == 0) {
            return new Decision.Original(card.id(), null, "no words to compare");
        }
        var matches = new ArrayList<Match>();
        for (var compared : weighed.matches()) {
            var other = open(compared.text());
            if (other != null) {
                put(compared.text(), other.with(mirrored(call, compared)));
            } else if (isCurrent(compared.match().old(), card.timeMs())) {
                matches.add(compared.match());
            }
        }
        matches.sort(Match.BEST_FIRST);
        var decision = decider.decide(card, new Weight(matches, card, groups), groups);
        groups.put(Member.of(card, decision, call.given()));
        return decision;
    }

    /** Whether a document of {@code timeMs} sees this one, and not a later version of it. */
    private boolean isCurrent(Card other, long timeMs) {
        var latest = groups.find(other.id(), timeMs);
        return windows.sees(timeMs, other.timeMs()) && (latest == null || latest.timeMs() <= other.timeMs());
    }

    private static Compared mirrored(RollCall call, Compared compared) {
        return new Compared(call.document(), compared.match().seenFromTheOther(call.card()));
    }

    /** What has come in about a document; null once it is settled. */
    private @Nullable Weighed open(Reference document) {
        byte[] bytes = evidence.get(document.key());
        if (bytes == null) {
            return Weighed.NOTHING;
        }
        return bytes[0] == OPEN ? Weighed.decoded(bytes) : null;
    }

    private void put(Reference document, Weighed weighed) {
        evidence.put(document.key(), weighed.encoded(OPEN));
    }

    private Pointers pointers() {
        byte[] bytes = queue.get(POINTERS);
        if (bytes == null) {
            return new Pointers(0, 0, new Reference(0, 0));
        }
        return ScatteredCodec.read(
                bytes, in -> new Pointers(in.readLong(), in.readLong(), ScatteredCodec.reference(in)));
    }

    private void put(Pointers pointers) {
        queue.put(POINTERS, ScatteredCodec.written(out -> {
            out.writeLong(pointers.next());
            out.writeLong(pointers.end());
            ScatteredCodec.write(out, pointers.document());
            return out;
        }));
    }

    private static byte[] place(long number) {
        return ByteBuffer.allocate(1 + Long.BYTES).put((byte) 1).putLong(number).array();
    }

    private static byte[] required(byte @Nullable [] bytes) {
        if (bytes == null) {
            throw new IllegalStateException("a place in the queue is empty");
        }
        return bytes;
    }

    /** Deletes some of what no document of {@code nowMs} or later can see, at most {@code max} entries of each kind; returns how many. */
    public int expire(long nowMs, int max) {
        return evidence.deleteBelow(windows.forgottenBelow(nowMs), max) + groups.expire(nowMs, max);
    }

    /**
     * The matches with documents that are settled. A known text that was no candidate shares no anchor with the document. Of a text of {@link #TELLING_WORDS} words that says that it shares next to nothing: copies of
     * copies must not drift away from what stands for their group. Of a shorter one, with its few anchors, it says little, and the best match decides alone.
     */
    private record Weight(List<Match> matches, Card card, Groups groups) implements Evidence {
        @Override
        public @Nullable Match with(String id) {
            return matches.stream()
                    .filter(match -> match.old().id().equals(id))
                    .max(Comparator.comparingLong(match -> match.old().timeMs()))
                    .orElseGet(() -> card.words() < TELLING_WORDS ? null : nothing(groups.find(id, card.timeMs())));
        }

        private static @Nullable Match nothing(@Nullable Member known) {
            return known == null ? null : Match.nothing(new Card(known.id(), known.timeMs(), Origin.UNKNOWN, 0));
        }
    }
}
