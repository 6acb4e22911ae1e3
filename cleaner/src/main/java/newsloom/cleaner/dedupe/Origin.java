package newsloom.cleaner.dedupe;

import java.util.Locale;
import newsloom.text.shingles.Hash64;

/**
 * Where a text was found, as two hashes: enough to tell whether two texts are of one site, and have one headline.
 *
 * @param site hash of the site, 0 where it is not known
 * @param headline hash of the headline's words, whatever their case
 */
public record Origin(int site, int headline) {

    static final Origin UNKNOWN = new Origin(0, 0);

    static Origin of(String site, String headline) {
        return site.isEmpty() ? UNKNOWN : new Origin(hash(site), hash(headline));
    }

    /** Two addresses of one site that each say they are something of their own. */
    boolean isNeighbourOf(Origin other) {
        return site != 0 && site == other.site && headline != other.headline;
    }

    private static int hash(String text) {
        return (int) Hash64.of(text.strip().toLowerCase(Locale.ROOT));
    }
}
