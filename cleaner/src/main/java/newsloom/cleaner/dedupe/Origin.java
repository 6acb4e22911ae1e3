package newsloom.cleaner.dedupe;

import java.util.Locale;
import newsloom.text.shingles.Hash64;

/**
 * Where a text comes from, as little as tells whether two texts are of one site, have one headline, and which of them is the older.
 *
 * @param site hash of the site, 0 where it is not known
 * @param headline hash of the headline's words, whatever their case
 * @param publishedMs when the text says it was published, epoch milliseconds; {@link #NO_TIME} where it does not, or says the day only
 * @param credited whether the text says that it is somebody else's, see {@link Credits}
 */
public record Origin(int site, int headline, long publishedMs, boolean credited) {

    /** The time of a text that tells none. */
    public static final long NO_TIME = -1;

    static final Origin UNKNOWN = new Origin(0, 0, NO_TIME, false);

    /** A text on that site under that headline, without a time or a credit. */
    public static Origin of(String site, String headline) {
        return site.isEmpty() ? UNKNOWN : new Origin(hash(site), hash(headline), NO_TIME, false);
    }

    /** The same, published then; what lies before 1970 is no time. */
    public Origin publishedAt(long timeMs) {
        return new Origin(site, headline, Math.max(NO_TIME, timeMs), credited);
    }

    /** The same, with or without a credit to somebody else. */
    public Origin crediting(boolean another) {
        return new Origin(site, headline, publishedMs, another);
    }

    /** Two addresses of one site that each say they are something of their own. */
    boolean isNeighbourOf(Origin other) {
        return site != 0 && site == other.site && headline != other.headline;
    }

    private static int hash(String text) {
        return (int) Hash64.of(text.strip().toLowerCase(Locale.ROOT));
    }
}
