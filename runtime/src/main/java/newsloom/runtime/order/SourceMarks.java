package newsloom.runtime.order;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import newsloom.runtime.order.Sequenced.Mark;
import newsloom.runtime.streams.CommitPace;

/**
 * Says for one source how far it has come: at every {@code markEvery} when it came further, or rests and the input has grown elsewhere; and again while it rests: each time as long
 * as items are held back, which go in portions with the marks, and every few seconds for those that were not listening before. Not thread-safe: one for each task.
 */
public final class SourceMarks {

    /** By the clock, so that the sources of a process speak at the same moment and share their transactions: each on its own, they would keep every step busy all the time. */
    private static final long REPEAT_MS = Duration.ofSeconds(5).toMillis();

    private final int source;
    private final int sources;
    private final RestSignal signal;
    private final Backlog backlog;
    private final Consumer<Mark> send;
    private Progress working = Progress.NONE;
    private Progress marked = Progress.NONE;
    private long lastRecordNanos;
    private long markedInPeriod;

    public SourceMarks(
            int source, int sources, RestSignal signal, Backlog backlog, long nowNanos, Consumer<Mark> send) {
        this.source = source;
        this.sources = sources;
        this.signal = signal;
        this.backlog = backlog;
        this.lastRecordNanos = nowNanos;
        this.send = send;
    }

    /** A record of that time has been sent. */
    public void sent(long time, long nowNanos) {
        working = working.afterItem(time);
        lastRecordNanos = nowNanos;
    }

    /**
     * Called every {@code markEvery}.
     *
     * @param nowMs milliseconds since the epoch
     */
    public void tick(long nowMs) {
        long period = nowMs / REPEAT_MS;
        Optional<Cut> rest = signal.rest(source, lastRecordNanos);
        if (rest.isPresent()) {
            working = Progress.NONE; // what comes after a rest begins a new order
        }
        Progress now = rest.map(Progress::rest).orElse(working);
        boolean news = !now.equals(marked) && !now.equals(Progress.NONE);
        boolean repeat = now.rests() && (backlog.total() > 0 || period != markedInPeriod);
        if (news || repeat) {
            send.accept(new Mark(source, sources, now));
            CommitPace.worked();
            marked = now;
            markedInPeriod = period;
        }
    }
}
