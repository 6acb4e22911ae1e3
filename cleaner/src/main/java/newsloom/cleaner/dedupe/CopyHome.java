package newsloom.cleaner.dedupe;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import newsloom.cleaner.dedupe.Scattered.Answer;
import newsloom.cleaner.dedupe.Scattered.Ask;
import newsloom.cleaner.dedupe.Scattered.Compared;
import newsloom.cleaner.dedupe.Scattered.Document;
import newsloom.cleaner.dedupe.Scattered.Piece;

/**
 * One home of texts: gathers the answers about its own documents and asks the homes of their candidates; compares its own texts with the documents of others. Whatever comes first waits for the other: an answer that
 * overtakes its document, a question about a text that is still on its way. What comes twice has no effect. Over three {@link KeyValues}, for one thread:
 *
 * <pre>
 * texts      reference      a {@link KnownText}
 * gathering  reference      a {@link Gathered}, until all answers are there
 * parked     reference      the questions that wait for this text
 * </pre>
 */
public final class CopyHome {
    /** More than one anchor can name: the article that stands for a group must not be lost among its copies. */
    private static final int MAX_COMPARED = 3 * AnchorIndex.MAX_POSTINGS;

    private final FiledTexts texts;
    private final KeyValues gathering;
    private final KeyValues parked;
    private final Spread spread;

    /** {@code retention}: how long a text is remembered, at least an hour. */
    public CopyHome(KeyValues texts, KeyValues gathering, KeyValues parked, Spread spread, Duration retention) {
        this.texts = new FiledTexts(texts, retention);
        this.gathering = gathering;
        this.parked = parked;
        this.spread = spread;
    }

    /** Whether this document has been filed here before. */
    public boolean knows(Document document) {
        return texts.bytes(document.document()) != null;
    }

    /** Files a document that is not known; returns what is to be sent: asks or a piece about it, and pieces about those that have waited for it. */
    public List<Scattered> file(Document document) {
        texts.file(document.document(), document.text());
        byte[] early = gathering.get(document.document().key());
        var messages = new ArrayList<>(
                next(document.document(), early == null ? Gathered.of(document.shares()) : Gathered.decoded(early)));
        byte[] waiting = parked.get(document.document().key());
        if (waiting != null) {
            parked.delete(document.document().key());
            asks(waiting).forEach(ask -> messages.addAll(compare(ask)));
        }
        return messages;
    }

    /** Takes an answer in; returns the asks, or the piece, when it was the last one. */
    public List<Scattered> answer(Answer answer) {
        if (answer.failure() != null) {
            return List.of(Piece.failed(answer.document(), answer.failure()));
        }
        byte[] soFar = gathering.get(answer.document().key());
        if (soFar == null && texts.bytes(answer.document()) != null) {
            return List.of(); // it had all answers already
        }
        var gathered = soFar == null ? Gathered.of(answer.shares()) : Gathered.decoded(soFar);
        return next(answer.document(), gathered.with(answer));
    }

    private List<Scattered> next(Reference document, Gathered gathered) {
        byte[] text = texts.bytes(document);
        if (text == null || !gathered.isComplete()) {
            gathering.put(document.key(), gathered.encoded());
            return List.of();
        }
        gathering.delete(document.key());
        var byHome = gathered.byHome(spread, MAX_COMPARED);
        if (byHome.isEmpty()) {
            return List.of(new Piece(document, -1, 0, List.of(), null));
        }
        var asks = new ArrayList<Scattered>();
        byHome.forEach((home, candidates) -> asks.add(new Ask(document, home, byHome.size(), text, candidates)));
        return asks;
    }

    /** Compares a document with texts of this home; empty when one of them is still on its way: then that one's {@link #file} gives the piece. */
    public List<Scattered> compare(Ask ask) {
        for (var candidate : ask.candidates()) {
            if (texts.isAwaited(candidate)) {
                park(ask, candidate);
                return List.of();
            }
        }
        var fresh = SketchCodec.decodeText(ask.text());
        var matches = new ArrayList<Compared>();
        for (var candidate : ask.candidates()) {
            var old = texts.seen(candidate, fresh.timeMs());
            if (old != null && !old.id().equals(fresh.id())) {
                matches.add(new Compared(candidate, Match.of(fresh, old)));
            }
        }
        return List.of(new Piece(ask.document(), ask.home(), ask.homes(), matches, null));
    }

    private void park(Ask ask, Reference missing) {
        byte[] others = parked.get(missing.key());
        var waiting = new ArrayList<>(others == null ? List.of() : asks(others));
        waiting.add(ask);
        parked.put(missing.key(), ScatteredCodec.written(out -> {
            out.writeInt(waiting.size());
            for (var each : waiting) {
                ScatteredCodec.write(out, ScatteredCodec.encode(each));
            }
            return out;
        }));
    }

    private static List<Ask> asks(byte[] bytes) {
        return ScatteredCodec.read(
                bytes, in -> ScatteredCodec.list(in, each -> (Ask) ScatteredCodec.decode(ScatteredCodec.bytes(each))));
    }

    /** Deletes at most {@code max} texts that none of {@code nowMs} or later can see; returns how many. */
    public int expire(long nowMs, int max) {
        return texts.expire(nowMs, max);
    }
}
