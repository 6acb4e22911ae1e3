package newsloom.runtime.order;

/**
 * How far a source has come: nothing that it sends from here on must go before an item of up to {@code time} that is in {@code cut}.
 *
 * <p>A source that is at work promises a time. One that has nothing left rests: that was found out by looking at the input, so it holds for the items that were in it when the look
 * began, and for no later one, since with those there may have come something for this source.
 *
 * @param time milliseconds since the epoch, or {@link #REST}
 * @param cut what the promise is about; {@link Cut#ALL} unless somebody rests
 */
public record Progress(long time, Cut cut) {

    /** A time past every other. */
    public static final long REST = Long.MAX_VALUE;

    private static final long UNKNOWN = Long.MIN_VALUE;

    /** Nothing is known yet. */
    public static final Progress NONE = new Progress(UNKNOWN, Cut.ALL);

    /** What follows is later than that. */
    public static Progress upTo(long time) {
        return new Progress(time, Cut.ALL);
    }

    /** Nothing is left of all that this cut holds. */
    public static Progress rest(Cut cut) {
        return new Progress(REST, cut);
    }

    /** Whether nothing is left. */
    public boolean rests() {
        return time == REST;
    }

    /** What holds for two sources. */
    public Progress and(Progress other) {
        return new Progress(Math.min(time, other.time), cut.and(other.cut));
    }

    /** After an item of that time has come from the source: its equals may still follow. */
    Progress afterItem(long itemTime) {
        return rests() ? upTo(itemTime - 1) : new Progress(Math.max(time, itemTime - 1), cut);
    }

    /** The same with so much less time. */
    Progress minus(long millis) {
        return rests() ? this : new Progress(time < UNKNOWN + millis ? UNKNOWN : time - millis, cut);
    }

    /** The same up to that time at most. */
    Progress atMost(long latest) {
        return new Progress(Math.min(time, latest), cut);
    }
}
