package newsloom.aggregator.story.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import newsloom.text.vectors.SparseVector;
import newsloom.text.vectors.VectorBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KeyedVectorTest {
    private static final SparseVector SHORT = SparseVector.of(new int[] {2, 5, 9}, new float[] {2, 1, 2});
    private static final SparseVector LONG =
            SparseVector.of(new int[] {1, 2, 3, 5, 8, 9, 12}, new float[] {1, 1, 7, 1, 4, 1, 9});

    @Test
    void coverageIsWholeWhereTheOtherHasEveryKey() {
        assertThat(new KeyedVector(SHORT).meet(LONG).byOther()).isEqualTo(new Coverage(1, 0));
        assertThat(new KeyedVector(LONG).meet(SHORT).ofOther()).isEqualTo(new Coverage(1, 0));
    }

    @Test
    void coverageTellsWhatLiesOnSharedKeysAndTheHeaviestThatDoesNot() {
        Coverage coverage = new KeyedVector(LONG).meet(SHORT).byOther();
        assertThat(coverage.share()).isCloseTo(3.0 / 150, within(1e-9));
        assertThat(coverage.heaviestLeft()).isEqualTo(9);
        assertThat(new KeyedVector(SHORT).meet(LONG).ofOther()).isEqualTo(coverage);
    }

    @Test
    void coverageIsNothingForAnEmptyVectorAndAllIsLeftBesideOne() {
        assertThat(new KeyedVector(SparseVector.EMPTY).meet(SHORT).byOther()).isEqualTo(new Coverage(0, 0));
        assertThat(new KeyedVector(SparseVector.EMPTY).meet(SHORT).ofOther()).isEqualTo(new Coverage(0, 2));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void theCosineIsThatOfTheVectorsToTheLastBit(long seed) {
        var random = new Random(seed);
        for (int i = 0; i < 50; i++) {
            SparseVector a = vector(random);
            SparseVector b = vector(random);
            assertThat(new KeyedVector(a).cosine(b)).isEqualTo(a.cosine(b));
            assertThat(new KeyedVector(a).meet(b).alike()).isEqualTo(new KeyedVector(a).alike(b));
        }
    }

    @Test
    void besideTheHeaviestSharedKeyNothingIsLeftOfASingleOne() {
        SparseVector one = SparseVector.of(new int[] {1, 2, 3}, new float[] {2, 1, 2});
        SparseVector sharesOne = SparseVector.of(new int[] {1, 7}, new float[] {3, 4});
        SparseVector sharesTwo = SparseVector.of(new int[] {1, 2}, new float[] {3, 4});
        assertThat(new KeyedVector(one).alike(sharesOne).beside()).isZero();
        assertThat(new KeyedVector(one).alike(sharesTwo).beside()).isCloseTo(4.0 / 15, within(1e-9));
        assertThat(new KeyedVector(one).alike(SparseVector.EMPTY).beside()).isZero();
    }

    /** Keys from few and from many, negative ones too. */
    private static SparseVector vector(Random random) {
        var builder = new VectorBuilder();
        int size = random.nextInt(90);
        for (int i = 0; i < size; i++) {
            builder.add(i % 2 == 0 ? random.nextInt(120) - 60 : random.nextInt(), 1 + random.nextFloat());
        }
        return builder.build();
    }
}
