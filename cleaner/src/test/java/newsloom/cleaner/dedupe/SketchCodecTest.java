package newsloom.cleaner.dedupe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.Random;
import newsloom.runtime.streams.OtherFormException;
import newsloom.text.shingles.Shingles;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SketchCodecTest {
    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void keepsASketch(long seed) {
        var sketch = sketch(new Random(seed));
        var bytes = SketchCodec.encode(sketch);
        assertThat(SketchCodec.decode(bytes)).usingRecursiveComparison().isEqualTo(sketch);
        assertThat(bytes[0]).isEqualTo((byte) 5);
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void keepsAKnownText(long seed) {
        var text = KnownText.of(sketch(new Random(seed)));
        assertThat(SketchCodec.decodeText(SketchCodec.encode(text)))
                .usingRecursiveComparison()
                .isEqualTo(text);
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void refusesBrokenBytes(long seed) {
        var random = new Random(seed);
        var bytes = SketchCodec.encode(sketch(random));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SketchCodec.decode(Arrays.copyOf(bytes, random.nextInt(bytes.length))));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SketchCodec.decode(Arrays.copyOf(bytes, bytes.length + 1)));
    }

    /** A data folder goes on under the next release: what it holds is read, and has no fillings. */
    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void readsTheFormBefore(long seed) {
        var sketch = withoutFillings(sketch(new Random(seed)));
        assertThat(SketchCodec.decode(former(SketchCodec.encode(sketch), 4)))
                .usingRecursiveComparison()
                .isEqualTo(sketch);
        assertThat(SketchCodec.decodeText(former(SketchCodec.encodeText(sketch), 68)))
                .usingRecursiveComparison()
                .isEqualTo(KnownText.of(sketch));
    }

    /** The form before ended where the count of the fillings is now. */
    private static byte[] former(byte[] bytes, int version) {
        var former = Arrays.copyOf(bytes, bytes.length - 1);
        former[0] = (byte) version;
        return former;
    }

    private static Sketch withoutFillings(Sketch sketch) {
        return new Sketch(
                sketch.id(),
                sketch.timeMs(),
                sketch.origin(),
                sketch.words(),
                sketch.textHash(),
                sketch.anchors(),
                sketch.shingles(),
                sketch.numbers(),
                new int[0]);
    }

    @Test
    void refusesAnotherForm() {
        var bytes = SketchCodec.encode(sketch(new Random(1)));
        assertThatThrownBy(() -> SketchCodec.decodeText(bytes)).isInstanceOf(OtherFormException.class);
        bytes[0] = 1;
        assertThatThrownBy(() -> SketchCodec.decode(bytes)).isInstanceOf(OtherFormException.class);
    }

    private static Sketch sketch(Random random) {
        return new Sketch(
                "id-" + random.nextInt() + "-é新",
                random.nextLong(0, Long.MAX_VALUE),
                new Origin(
                        random.nextInt(),
                        random.nextInt(),
                        random.nextInt(3) == 0 ? Origin.NO_TIME : random.nextLong(0, 1L << 45),
                        random.nextBoolean()),
                random.nextInt(0, 9000),
                random.nextLong(),
                random.longs(random.nextInt(300)).sorted().toArray(),
                Shingles.folded(random.longs(random.nextInt(8192)).toArray()),
                Shingles.folded(random.longs(random.nextInt(100)).toArray()),
                random.ints(random.nextInt(33), 0, 1 << 24).sorted().distinct().toArray());
    }
}
