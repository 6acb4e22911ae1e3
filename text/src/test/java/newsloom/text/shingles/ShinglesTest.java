package newsloom.text.shingles;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ShinglesTest {
    private static final long[] WORDS = {1, 2, 3, 1, 2, 3};

    @Test
    void givesOneHashForEachRun() {
        var shingles = Shingles.of(WORDS, 3);
        assertThat(shingles).hasSize(4);
        assertThat(shingles[0]).isEqualTo(shingles[3]).isNotEqualTo(shingles[1]);
    }

    @Test
    void takesAShortTextWhole() {
        assertThat(Shingles.of(new long[] {7, 8}, 5)).hasSize(1).isEqualTo(Shingles.of(new long[] {7, 8}, 9));
        assertThat(Shingles.of(new long[0], 5)).isEmpty();
    }

    @Test
    void alwaysHasAnAnchor() {
        assertThat(Shingles.anchors(new long[] {-5, 33, 7}, 32)).containsExactly(7);
        assertThat(Shingles.anchors(new long[] {64, 32, 64, 1}, 32)).containsExactly(1, 32, 64);
        assertThat(Shingles.anchors(new long[0], 32)).isEmpty();
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void findsAnExcerptByAnchorsOfTheWhole(long seed) {
        var words = new Random(seed).longs(2000).toArray();
        var whole = Shingles.anchors(Shingles.of(words, 5), 32);
        var excerpt = Shingles.anchors(Shingles.of(Arrays.copyOfRange(words, 500, 1000), 5), 32);
        assertThat(Arrays.stream(excerpt)
                        .filter(anchor -> Arrays.binarySearch(whole, anchor) >= 0)
                        .count())
                .isGreaterThanOrEqualTo(excerpt.length - 1L)
                .isPositive();
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void countsWhatTwoSetsShare(long seed) {
        var random = new Random(seed);
        var a = Shingles.folded(random.longs(5000).toArray());
        var b = Shingles.folded(random.longs(8000).toArray());
        var both = new TreeSet<Character>();
        for (char value : a) {
            if (Arrays.binarySearch(b, value) >= 0) {
                both.add(value);
            }
        }
        assertThat(Shingles.shared(a, b))
                .isEqualTo(both.size())
                .isEqualTo(Shingles.shared(b, a))
                .isPositive();
        assertThat(Shingles.shared(a, new char[0])).isZero();
    }

    @Test
    void foldsToSortedDistinctValues() {
        assertThat(Shingles.folded(new long[] {0x1_0003L, 3, 0xFFFF, 0})).containsExactly('\0', '\3', '\uFFFF');
        assertThat(Shingles.folded(new long[0])).isEmpty();
    }
}
