package newsloom.cleaner.extract;

import java.util.List;

/** What is known of a passage whatever kind of page it stands on. Gathered over the page in a few linear passes; then one row a passage. Not thread-safe. */
final class PassageFeatures {

    private final int[] notices;
    private final NeighbourFeatures neighbours;
    private final PlaceFeatures place;

    PassageFeatures(List<? extends Passage> passages, PassageSums sums, Headline headline, DensestRun run) {
        this.notices = passages.stream().mapToInt(ShapeFeatures::notices).toArray();
        this.neighbours = new NeighbourFeatures(passages, sums);
        this.place = new PlaceFeatures(passages, sums, headline, run, notices);
    }

    void fill(FeatureRow row, Passage passage) {
        ShapeFeatures.fill(row, passage, notices[passage.index()]);
        neighbours.fill(row, passage.index());
        place.fill(row, passage);
    }

    boolean afterAfterword(Passage passage) {
        return place.afterAfterword(passage.index());
    }
}
