package newsloom.cleaner.dedupe;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the tasks of the scattered decision tell each other about one document. Each message may come twice and in any order with the others: whoever gets it knows what it has had already. Arrays are not copied and
 * nobody may change them.
 *
 * <pre>
 * document ──► Probe ──────► share: which texts hold these anchors ──► Answer ─┐
 *          ──► Document ───► home of the document: waits for all answers ◄─────┘
 *                                  └──► Ask ──► home of a candidate: compares ──► Piece ─┐
 *          ──► RollCall ───► settlement: in the order of the calls, once all pieces are there ◄┘
 *                                  ├──► Withdrawal ► home of the article whose place it takes: withdraws that
 *                                  └──► Verdict ──► home of the document: gives it out
 * </pre>
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public sealed interface Scattered {

    /** The document it is about. */
    Reference document();

    /** Number of the task that it is for. */
    int receiver(Spread spread);

    /**
     * Asks a share of the index which texts hold these anchors, and files the document under them.
     *
     * @param shares how many shares are asked
     */
    record Probe(Reference document, long timeMs, int share, int shares, long[] anchors) implements Scattered {
        @Override
        public int receiver(Spread spread) {
            return share;
        }
    }

    /**
     * A document for its home.
     *
     * @param shares how many shares are asked about it, 0 for a text without words
     * @param text what it is compared by, see {@link SketchCodec}
     * @param item what is given out in the end, not interpreted here
     */
    record Document(Reference document, int shares, byte[] text, byte[] item) implements Scattered {
        @Override
        public int receiver(Spread spread) {
            return spread.home(document);
        }
    }

    /**
     * The place of a document in the order, for the settlement.
     *
     * @param given what is kept of it for the day it is taken back
     */
    record RollCall(Reference document, Card card, Given given) implements Scattered {
        @Override
        public int receiver(Spread spread) {
            return 0;
        }
    }

    /**
     * What one share of the index knows; always sent, empty too.
     *
     * @param failure why it does not know; null but for faults
     */
    record Answer(
            Reference document,
            int share,
            int shares,
            List<Hit> hits,
            @Nullable String failure) implements Scattered {

        /** Of a share that cannot say. */
        public static Answer failed(Probe probe, String failure) {
            return new Answer(probe.document(), probe.share(), probe.shares(), List.of(), failure);
        }

        @Override
        public int receiver(Spread spread) {
            return spread.home(document);
        }
    }

    /**
     * Asks the home of some candidates to compare them with the document.
     *
     * @param home number of that home
     * @param homes how many homes are asked
     */
    record Ask(Reference document, int home, int homes, byte[] text, List<Reference> candidates) implements Scattered {
        @Override
        public int receiver(Spread spread) {
            return home;
        }
    }

    /** A candidate and what the document shares with it. */
    record Compared(Reference text, Match match) {}

    /**
     * What one home has found; always sent, empty too.
     *
     * @param home that has compared; -1 from a document without candidates
     * @param homes how many pieces there are; 0 from a document without candidates
     * @param failure why it could not be found out; null but for faults
     */
    record Piece(
            Reference document,
            int home,
            int homes,
            List<Compared> matches,
            @Nullable String failure) implements Scattered {

        /** Why a document cannot be decided on; settles it without waiting for other pieces. */
        public static Piece failed(Reference document, String failure) {
            return new Piece(document, -1, 0, List.of(), failure);
        }

        @Override
        public int receiver(Spread spread) {
            return 0;
        }
    }

    /**
     * The decision, for the home of the document.
     *
     * @param decision null after a fault
     * @param old what was given out of the article whose place is taken; null where there is none
     * @param failure why there is no decision; null when there is one
     */
    record Verdict(
            Reference document,
            @Nullable Decision decision,
            @Nullable Given old,
            @Nullable String failure) implements Scattered {
        @Override
        public int receiver(Spread spread) {
            return spread.home(document);
        }
    }

    /**
     * An article whose place the document takes, for the home of that article: what was given out of it has left from there, too, so this comes behind it.
     *
     * @param timeMs when the document comes in the order
     */
    record Withdrawal(Reference document, String id, long timeMs) implements Scattered {
        @Override
        public int receiver(Spread spread) {
            return spread.home(id);
        }
    }
}
