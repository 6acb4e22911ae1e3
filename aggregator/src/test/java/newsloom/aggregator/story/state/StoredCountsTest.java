package newsloom.aggregator.story.state;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.Random;
import java.util.function.LongFunction;
import java.util.stream.IntStream;
import newsloom.aggregator.story.TreeStore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StoredCountsTest {
    private static final int HALF_LIFE = 700;
    private static final int TERMS = 12;

    private final TreeStore store = new TreeStore();

    private StoredCounts counts(long counted) {
        return new StoredCounts(store, key('c'), key('l'), counted, HALF_LIFE);
    }

    private static LongFunction<byte[]> key(char kind) {
        return number -> ByteBuffer.allocate(9).put((byte) kind).putLong(number).array();
    }

    /** Few articles, a full ring and one that went round twice, before and after a halving. */
    @ParameterizedTest
    @ValueSource(ints = {1, 7, 8, 699, 700, 701, 2_047, 2_048, 2_049, 5_000})
    void whatWasReadBackIsWhatWasCountedToTheLastBit(int articles) {
        var random = new Random(articles);
        StoredCounts live = counts(0);
        for (int number = 1; number <= articles; number++) {
            int[] buckets = random.ints(TERMS, 0, TermCounts.BUCKETS / 64)
                    .map(bucket -> 61 * bucket)
                    .toArray();
            buckets[0] = buckets[1]; // two terms of one bucket
            live.count(buckets, number, number % HALF_LIFE == 0);
        }
        StoredCounts again = counts(articles);
        double sum = 0;
        for (int bucket = 0; bucket < TermCounts.BUCKETS; bucket++) {
            assertThat(again.of(bucket)).isEqualTo(live.of(bucket));
            sum += live.of(bucket);
        }
        assertThat(sum).isPositive();
    }

    @Test
    void countsAreOneATermAndHalvedTogether() {
        StoredCounts live = counts(0);
        for (int number = 1; number <= 50; number++) {
            live.count(new int[] {3, 3, 9}, number, number == 50);
        }
        assertThat(IntStream.of(3, 9, 4).mapToDouble(live::of)).containsExactly(50.0, 25.0, 0.0);
    }
}
