package newsloom.cleaner.extract.feature;

import java.util.Arrays;
import java.util.List;
import newsloom.cleaner.extract.metadata.Headline;
import newsloom.cleaner.extract.page.DensestRun;
import newsloom.cleaner.extract.page.Passage;
import newsloom.cleaner.extract.words.WordReader;

/** What is known of a passage whatever kind of page it stands on. Gathered over the page in a few linear passes; then one row a passage. Not thread-safe. */
final class PassageFeatures {

    private static final int UNKNOWN = -1;

    private final List<? extends Passage> passages;
    /** By index, as far as they have been asked for. */
    private final int[] notices;

    private final NeighbourFeatures neighbours;
    private final PlaceFeatures place;

    /** @param reader of the passages' words */
    PassageFeatures(
            List<? extends Passage> passages, PassageSums sums, Headline headline, DensestRun run, WordReader reader) {
        this.passages = passages;
        this.notices = new int[passages.size()];
        Arrays.fill(notices, UNKNOWN);
        this.neighbours = new NeighbourFeatures(passages, sums);
        this.place = new PlaceFeatures(passages, sums, headline, run, reader, this::notices);
    }

    private int notices(int passage) {
        if (notices[passage] == UNKNOWN) {
            notices[passage] = ShapeFeatures.notices(passages.get(passage));
        }
        return notices[passage];
    }

    void fill(FeatureRow row, Passage passage) {
        ShapeFeatures.fill(row, passage, notices(passage.index()));
        neighbours.fill(row, passage.index());
        place.fill(row, passage);
    }

    boolean afterAfterword(Passage passage) {
        return place.afterAfterword(passage.index());
    }
}
