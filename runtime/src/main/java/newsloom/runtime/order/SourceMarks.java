package newsloom.runtime.order;

import static newsloom.runtime.order.Sequenced.REST;

import java.util.function.Consumer;
import newsloom.runtime.order.Sequenced.Mark;

/**
 * Says for one source how far it has come: at every {@code markEvery} when it came further, when it comes to rest, and again while it rests: each time as long as items
 * are held back, which go in portions with the marks, and every few seconds for those that were not listening before. Not thread-safe: one for each task.
 */
public final class SourceMarks {

    private static final int REPEAT_AFTER_TICKS = 25;

    private final int source;
    private final int sources;
    private final RestSignal signal;
    private final Backlog backlog;
    private final Consumer<Mark> send;
    private long latest = Long.MIN_VALUE;
    private long marked = Long.MIN_VALUE;
    private long lastRecordNanos;
    private int ticksSinceMark;

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
        latest = Math.max(latest, time - 1); // its equals may still come
        lastRecordNanos = nowNanos;
        if (marked == REST) {
            marked = Long.MIN_VALUE;
        }
    }

    /** Called every {@code markEvery}. */
    public void tick() {
        ticksSinceMark++;
        long now = signal.rests(source, lastRecordNanos) ? REST : latest;
        boolean news = now > marked;
        boolean repeat = now == REST && (backlog.total() > 0 || ticksSinceMark >= REPEAT_AFTER_TICKS);
        if (news || repeat) {
            send.accept(new Mark(source, sources, now));
            marked = now;
            ticksSinceMark = 0;
        }
    }
}
