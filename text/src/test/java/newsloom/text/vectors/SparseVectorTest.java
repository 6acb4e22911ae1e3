package newsloom.text.vectors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SparseVectorTest {
    @Test
    void refusesKeysThatDoNotAscend() {
        assertThatThrownBy(() -> SparseVector.of(new int[] {2, 2}, new float[] {1, 1}))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void cosineIsOneForTheSameDirectionAndZeroWithoutSharedKeys() {
        SparseVector a = SparseVector.of(new int[] {-3, 4}, new float[] {1, 2});
        SparseVector twice = SparseVector.of(new int[] {-3, 4}, new float[] {2, 4});
        SparseVector other = SparseVector.of(new int[] {5}, new float[] {1});
        assertThat(a.cosine(twice)).isCloseTo(1, within(1e-9));
        assertThat(a.cosine(other)).isZero();
        assertThat(a.cosine(SparseVector.EMPTY)).isZero();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void dotAndSumAgreeWithMaps(long seed) {
        var random = new Random(seed);
        Map<Integer, Float> a = randomMap(random);
        Map<Integer, Float> b = randomMap(random);
        double dot = a.keySet().stream()
                .mapToDouble(k -> a.getOrDefault(k, 0f) * (double) b.getOrDefault(k, 0f))
                .sum();
        assertThat(vector(a).dot(vector(b))).isCloseTo(dot, within(1e-4));

        SparseVector sum = vector(a).plus(vector(b), 1);
        a.forEach((k, w) -> b.merge(k, w, Float::sum));
        assertThat(sum).isEqualTo(vector(b));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void keepsTheHeaviestAndAmongEqualOnesTheSmallerKeys(long seed) {
        var random = new Random(seed);
        Map<Integer, Float> all = randomMap(random);
        all.replaceAll((k, w) -> 1f + random.nextInt(4));
        SparseVector kept = vector(all).heaviest(10);
        var expected = new TreeMap<Integer, Float>();
        all.entrySet().stream()
                .sorted((x, y) -> Float.compare(y.getValue(), x.getValue())) // stable, so smaller keys come first
                .limit(10)
                .forEach(e -> expected.put(e.getKey(), e.getValue()));
        assertThat(kept).isEqualTo(vector(expected));
    }

    @Test
    void whatWasTakenAwayAgainIsGone() {
        SparseVector a = SparseVector.of(new int[] {1, 2}, new float[] {0.25f, 0.5f});
        SparseVector b = SparseVector.of(new int[] {2, 3}, new float[] {0.5f, 0.5f});
        assertThat(a.plus(b, 1).plus(b, -1)).isEqualTo(a);
    }

    @Test
    void unitVectorsHaveLengthOne() {
        SparseVector unit =
                SparseVector.of(new int[] {1, 2}, new float[] {3, 4}).unit();
        assertThat(unit.norm()).isCloseTo(1, within(1e-4));
        assertThat(unit.weight(1)).isCloseTo(0.8f, within(1e-4f));
    }

    @Test
    void builderAddsUpWhatComesTwice() {
        var builder = new VectorBuilder();
        builder.add(7, 1);
        builder.add(-7, 2);
        builder.add(7, 0.5f);
        assertThat(builder.build()).isEqualTo(SparseVector.of(new int[] {-7, 7}, new float[] {2, 1.5f}));
    }

    private static Map<Integer, Float> randomMap(Random random) {
        var map = new TreeMap<Integer, Float>();
        for (int i = 0; i < 60; i++) {
            map.put(random.nextInt(200) - 100, random.nextInt(100) / 64f + 0.5f);
        }
        return map;
    }

    private static SparseVector vector(Map<Integer, Float> map) {
        var builder = new VectorBuilder();
        map.forEach(builder::add);
        return builder.build();
    }
}
