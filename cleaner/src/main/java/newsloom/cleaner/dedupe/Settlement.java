package newsloom.cleaner.dedupe;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import newsloom.cleaner.dedupe.Scattered.Compared;
import newsloom.cleaner.dedupe.Scattered.Piece;
import newsloom.cleaner.dedupe.Scattered.RollCall;
import newsloom.runtime.streams.OtherFormException;
import org.jspecify.annotations.Nullable;

/**
 * Decides in the order of the calls, each document once all its pieces are there. Those behind it wait, so a decision sees every document before it and none after it, however the pieces come. Every pair of documents is
 * found by the share where the later of the two asks; when that is the one called first, what they share is kept for the other. A call or a piece that comes twice has no effect.
 *
 * <p>What is left to one task is what must be: the groups. No text comes here. Over three {@link KeyValues}, for one thread; about eight reads and writes a document. Where the queue stands is in memory:
 *
 * <pre>
 * queue     place (8)                 a {@link RollCall}
 * evidence  reference                 0 and a {@link Weighed}; 1 once it is settled, 2 when that failed
 * members   id hash (8)               a {@link Member}, with what was given out of it
 * </pre>
 */
public final class Settlement {
    private static final byte OPEN = 0;
    private static final byte SETTLED = 1;
    private static final byte FAILED = 2;

    /** A quarter of so many words holds an anchor in four of five cases. */
    private static final int TELLING_WORDS = 200;

    private final KeyValues queue;
    private final KeyValues evidence;
    private final StoredGroups groups;
    private final Windows windows;
    private final GroupDecider decider = new GroupDecider();
    private long next; // place of the first call in the queue
    private long end;
    private @Nullable RollCall first; // null when the queue is empty

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
        queue.forEach((place, call) -> {
            end = ByteBuffer.wrap(place).getLong() + 1;
            if (first == null) {
                next = end - 1;
                first = (RollCall) ScatteredCodec.decode(call);
            }
        });
    }

    /** The next document in the order; returns what can be settled now. */
    public List<Settled> call(RollCall call) {
        queue.put(place(end++), ScatteredCodec.encode(call));
        if (first != null) {
            return List.of();
        }
        first = call;
        return settle();
    }

    /** A piece about some document; returns what can be settled now. */
    public List<Settled> weigh(Piece piece) {
        var soFar = open(piece.document());
        if (soFar == null) {
            return List.of(); // settled before
        }
        put(piece.document(), soFar.with(piece));
        return first != null && first.document().equals(piece.document()) ? settle() : List.of();
    }

    private List<Settled> settle() {
        var settled = new ArrayList<Settled>();
        for (var call = first; call != null; call = first) {
            var weighed = open(call.document());
            if (weighed != null && !weighed.isComplete()) {
                break;
            }
            queue.delete(place(next++));
            first = next == end ? null : queued(next);
            if (weighed != null) {
                evidence.put(call.document().key(), new byte[] {weighed.failure() == null ? SETTLED : FAILED});
                settled.add(settled(call, weighed));
            }
        }
        return settled;
    }

    private RollCall queued(long number) {
        byte[] call = queue.get(place(number));
        if (call == null) {
            throw new IllegalStateException("place " + number + " of the queue is empty");
        }
        return (RollCall) ScatteredCodec.decode(call);
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
            } else if (isCurrent(compared.match().old(), card.timeMs()) && !hasFailed(compared.text())) {
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
        OtherFormException.unless("the evidence on a document", bytes[0], OPEN, SETTLED, FAILED);
        return bytes[0] == OPEN ? Weighed.decoded(bytes) : null;
    }

    /** Whether a document is among the dead letters: it stands for nothing then, or its copies would be lost with it. */
    private boolean hasFailed(Reference document) {
        byte[] bytes = evidence.get(document.key());
        return bytes != null && bytes[0] == FAILED;
    }

    private void put(Reference document, Weighed weighed) {
        evidence.put(document.key(), weighed.encoded(OPEN));
    }

    private static byte[] place(long number) {
        return ByteBuffer.allocate(Long.BYTES).putLong(number).array();
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
