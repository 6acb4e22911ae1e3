package newsloom.ingest;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import newsloom.ingest.bytes.Prefix;
import newsloom.ingest.bytes.PrefixInput;
import newsloom.ingest.page.Offset;
import newsloom.ingest.page.PageSource;
import newsloom.ingest.page.SourceItem;
import newsloom.ingest.page.Unread;
import newsloom.ingest.position.Position;
import newsloom.ingest.source.Fingerprint;
import newsloom.ingest.source.ReadOptions;
import newsloom.ingest.source.SourceFile;
import newsloom.ingest.source.StreamReader;
import org.jspecify.annotations.Nullable;

/**
 * A pipe behind what earlier runs have sent of it. There is no way back in a pipe, so it is read from its start, and an item is passed over
 * only when the bytes behind it are known to be those of a stream that was sent; until then it is held. Where the stream turns out to
 * be another one, what is held is given.
 *
 * <pre>
 *   sent:   |--------- A ---------|------ B ------|----- C -----|
 *   now:    |--------- A ---------|------ B'… held until C would have come, or the end
 *                                  given from here on: all of A is in Kafka, nothing of B' is
 * </pre>
 *
 * <p>Memory: the items between two positions, those of one transaction and of {@code PipeMarks.SPACING_BYTES} at most. For one thread.
 */
final class PipeAgain implements PageSource {
    private final PrefixInput in;
    private final PageSource source;
    private final Map<Prefix, Position> marks;
    private final Deque<Held> held = new ArrayDeque<>();
    private Offset given = Offset.START;
    private @Nullable Position sent;

    /** An item that may have been sent; none at the end of the stream. */
    private record Held(Optional<SourceItem> item, Offset after) {}

    private PipeAgain(PrefixInput in, PageSource source, Map<Prefix, Position> marks) {
        this.in = in;
        this.source = source;
        this.marks = marks;
    }

    /**
     * Reads until it is known what of the stream was sent.
     *
     * @param marks positions that earlier runs have kept of streams with this name
     */
    static PipeAgain open(SourceFile.Piped pipe, Map<Prefix, Position> marks, ReadOptions options) throws IOException {
        var in = new PrefixInput(pipe.in(), marks.keySet());
        var source = new StreamReader(options).open(pipe.format(), in, "-", null, Offset.START);
        var again = new PipeAgain(in, source, marks);
        boolean ended = false;
        while (!ended && again.mayHaveBeenSent()) {
            Optional<SourceItem> item = source.next();
            again.hold(new Held(item, source.offset()));
            ended = item.isEmpty();
        }
        return again;
    }

    /** How far the stream was sent; null where nothing of it was. */
    @Nullable
    Position sent() {
        return sent == null ? null : sent.in(sent.source());
    }

    /** What was read of it so far. */
    Fingerprint seen() {
        return Fingerprint.unknown().read(in.prefix());
    }

    /** Whether another position lies ahead behind one that the stream has met, or behind none. */
    private boolean mayHaveBeenSent() {
        long taken = in.prefix().bytes();
        var met = LongStream.concat(LongStream.of(0), in.met().stream().mapToLong(Prefix::bytes))
                .boxed()
                .collect(Collectors.toSet());
        return marks.values().stream()
                .anyMatch(mark -> mark.source().read().bytes() > taken && met.contains(mark.behind()));
    }

    private void hold(Held next) {
        held.add(next);
        sent = lastMet();
        while (!held.isEmpty() && isSent(held.element())) {
            held.remove();
        }
    }

    /** That a stream broke off is said again, if it does again. */
    private boolean isSent(Held next) {
        Position last = sent;
        return last != null
                && next.item().isPresent()
                && !next.after().isBehind(last.offset())
                && !(next.item().get() instanceof Unread unread && unread.reason() == Unread.Reason.TRUNCATED_FILE);
    }

    private @Nullable Position lastMet() {
        return in.met().stream()
                .max(Comparator.comparingLong(Prefix::bytes))
                .map(marks::get)
                .orElse(null);
    }

    @Override
    public Optional<SourceItem> next() throws IOException {
        Held next;
        do {
            next = held.isEmpty() ? new Held(source.next(), source.offset()) : held.remove();
        } while (isSent(next)); // what lies between the bytes that were compared and the item that was read last
        given = next.after();
        return next.item();
    }

    @Override
    public Offset offset() {
        return given;
    }

    @Override
    public long bytesRead() {
        return source.bytesRead();
    }

    @Override
    public void close() throws IOException {
        source.close();
    }
}
