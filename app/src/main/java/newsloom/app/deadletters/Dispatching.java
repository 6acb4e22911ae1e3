package newsloom.app.deadletters;

import java.util.ArrayList;
import java.util.List;
import newsloom.app.settings.ClusterOptions;

/** One run over the open letters that are meant, a transaction for every so many of them. One thread, once. */
final class Dispatching {
    /** Letters of one transaction, and their bytes: far below what a transaction's timeout allows for. */
    private static final int MOST_LETTERS = 200;

    private static final int MOST_BYTES = 16 << 20;

    private final Selection selection;
    private final boolean replay;
    private final List<Position> found = new ArrayList<>();
    private final List<Letter> cut = new ArrayList<>();
    private final List<Letter> tooLarge = new ArrayList<>();
    private final List<Letter> batch = new ArrayList<>();
    private int batchBytes;

    /** @param replay whether they are sent back, or only noted as done with */
    Dispatching(Selection selection, boolean replay) {
        this.selection = selection;
        this.replay = replay;
    }

    /** Only counts. */
    List<Position> count(ClusterOptions cluster) throws InterruptedException {
        try (var box = new DeadLetterBox(cluster.client())) {
            box.forEach(box.handled(), (letter, done) -> {
                if (isMeant(letter, done)) {
                    found.add(letter.position());
                }
            });
        }
        return found;
    }

    /** Returns the positions of the letters that are done with now. */
    List<Position> run(ClusterOptions cluster) throws InterruptedException {
        try (var dispatch = new Dispatch(cluster);
                var box = new DeadLetterBox(cluster.client())) {
            var handled = box.handled();
            box.forEach(handled, (letter, done) -> {
                if (isMeant(letter, done)) {
                    add(letter, dispatch, handled);
                }
            });
            send(dispatch, handled);
        }
        return found;
    }

    /** Letters that would have been replayed if they had been kept whole. */
    List<Letter> cut() {
        return cut;
    }

    /** Letters that would have been replayed if their topic took records of their size. */
    List<Letter> tooLarge() {
        return tooLarge;
    }

    private boolean isMeant(Letter letter, boolean done) {
        if (done || !selection.includes(letter)) {
            return false;
        }
        if (replay && !letter.cut().isEmpty()) {
            cut.add(letter);
            return false;
        }
        return true;
    }

    private void add(Letter letter, Dispatch dispatch, HandledLetters handled) {
        batch.add(letter);
        batchBytes += letter.size();
        if (batch.size() == MOST_LETTERS || batchBytes >= MOST_BYTES) {
            send(dispatch, handled);
        }
    }

    private void send(Dispatch dispatch, HandledLetters handled) {
        while (!batch.isEmpty()) {
            var unsent = dispatch.dispatch(batch, replay, handled);
            if (unsent.isEmpty()) {
                batch.forEach(letter -> found.add(letter.position()));
                batch.clear();
            }
            tooLarge.addAll(unsent);
            batch.removeAll(unsent);
        }
        batchBytes = 0;
    }
}
