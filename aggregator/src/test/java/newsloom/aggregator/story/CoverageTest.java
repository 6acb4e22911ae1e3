package newsloom.aggregator.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import newsloom.text.vectors.SparseVector;
import org.junit.jupiter.api.Test;

class CoverageTest {
    private static final SparseVector SHORT = SparseVector.of(new int[] {2, 5, 9}, new float[] {2, 1, 2});
    private static final SparseVector LONG =
            SparseVector.of(new int[] {1, 2, 3, 5, 8, 9, 12}, new float[] {1, 1, 7, 1, 4, 1, 9});

    @Test
    void isWholeWhereTheOtherHasEveryKey() {
        assertThat(Coverage.of(SHORT, LONG)).isEqualTo(new Coverage(1, 0));
    }

    @Test
    void tellsWhatLiesOnSharedKeysAndTheHeaviestThatDoesNot() {
        Coverage coverage = Coverage.of(LONG, SHORT);
        assertThat(coverage.share()).isCloseTo(3.0 / 150, within(1e-9));
        assertThat(coverage.heaviestLeft()).isEqualTo(9);
    }

    @Test
    void isNothingForAnEmptyVectorAndAllIsLeftBesideOne() {
        assertThat(Coverage.of(SparseVector.EMPTY, SHORT)).isEqualTo(new Coverage(0, 0));
        assertThat(Coverage.of(SHORT, SparseVector.EMPTY)).isEqualTo(new Coverage(0, 2));
    }
}
