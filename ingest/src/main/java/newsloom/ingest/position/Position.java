package newsloom.ingest.position;

import java.util.Map;
import java.util.TreeMap;
import newsloom.ingest.page.Offset;
import newsloom.ingest.page.Unread;
import newsloom.ingest.source.Fingerprint;

/**
 * How far a source has been sent.
 *
 * @param offset where it goes on
 * @param complete the end was reached
 * @param pages sent from it so far
 * @param unread what gave no page so far, by {@link Unread#tallyName()}; kept, so that a run that goes on still knows the
 *     losses of the one before
 * @param lost how many of those are losses
 * @param source what the source looked like, and what was read of it
 * @param behind bytes of the pipe at the position before this one that is kept; 0 for files, and where there is none
 */
public record Position(
        Offset offset,
        boolean complete,
        long pages,
        Map<String, Long> unread,
        long lost,
        Fingerprint source,
        long behind) {

    public Position {
        unread = Map.copyOf(unread);
    }

    /** Nothing sent yet. */
    public static Position start(Fingerprint source) {
        return new Position(Offset.START, false, 0, Map.of(), 0, source, 0);
    }

    /** Nothing of a source that cannot even be looked at. */
    public static Position unknown() {
        return start(Fingerprint.unknown());
    }

    /** One page further. */
    public Position page(Offset after, Fingerprint seen) {
        return new Position(after, false, pages + 1, unread, lost, seen, behind);
    }

    /** One thing further that gave no page. */
    public Position unread(Offset after, Unread item, Fingerprint seen) {
        var counts = new TreeMap<>(unread);
        Unread.count(item.tallyName(), 1, counts);
        return new Position(after, false, pages, counts, lost + (item.reason().isLoss() ? 1 : 0), seen, behind);
    }

    /** At the end. */
    public Position end(Offset after, Fingerprint seen) {
        return new Position(after, true, pages, unread, lost, seen, behind);
    }

    /** The same place in a source that has grown or was only touched; where it broke off before, it goes on now. */
    public Position in(Fingerprint now) {
        var counts = new TreeMap<>(unread);
        Long brokenOff = counts.remove(Unread.Reason.TRUNCATED_FILE.code());
        return new Position(offset, false, pages, counts, lost - (brokenOff == null ? 0 : brokenOff), now, behind);
    }

    /** The same place in a pipe, kept behind another one. */
    Position behind(long bytes) {
        return new Position(offset, complete, pages, unread, lost, source, bytes);
    }
}
