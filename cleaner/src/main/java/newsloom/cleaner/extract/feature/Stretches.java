package newsloom.cleaner.extract.feature;

import java.util.List;
import newsloom.cleaner.extract.page.Passage;

/**
 * A page's stretches of running text: passages of it with never more than a few others between. A page has several: the article, its comments, teasers told in full. Numbered from 0 in
 * reading order.
 */
final class Stretches {

    static final int NONE = -1;

    private static final int MAX_GAP = 4;

    private final int[] from;
    private final int[] to;
    /** For each passage the stretch that it stands in or comes after. */
    private final int[] reached;

    private final int size;
    private final int heaviest;

    Stretches(List<? extends Passage> passages, PassageSums sums) {
        this.from = new int[passages.size() + 1];
        this.to = new int[passages.size() + 1];
        this.reached = new int[passages.size()];
        int found = 0;
        for (Passage passage : passages) {
            int i = passage.index();
            if (passage.good()) {
                if (found == 0 || i - to[found - 1] > MAX_GAP) {
                    from[found++] = i;
                }
                to[found - 1] = i + 1;
            }
            reached[i] = found - 1;
        }
        this.size = found;
        int best = NONE;
        for (int s = 0; s < found; s++) {
            boolean heavier = best == NONE || sums.goodWeight(from[s], to[s]) > sums.goodWeight(from[best], to[best]);
            best = heavier ? s : best;
        }
        this.heaviest = best;
    }

    int size() {
        return size;
    }

    /** First passage of a stretch; of one that is not there, the end that it would lie behind. */
    int from(int stretch) {
        return stretch < 0 ? 0 : stretch >= size ? reached.length : from[stretch];
    }

    /** Behind the last passage of a stretch; of one that is not there, as {@link #from}. */
    int to(int stretch) {
        return stretch < 0 ? 0 : stretch >= size ? reached.length : to[stretch];
    }

    /** The stretch with the most running text, {@link #NONE} when there is none. */
    int heaviest() {
        return heaviest;
    }

    /** The stretch that the passage stands in, or the nearer one of those around it; {@link #NONE} when there is none. */
    int nearest(int passage) {
        int before = reached[passage];
        int next = before + 1;
        if (next == size || (before >= 0 && passage < to[before])) {
            return before;
        }
        boolean nextIsNearer = before < 0 || from[next] - passage <= passage - to[before] + 1;
        return nextIsNearer ? next : before;
    }
}
