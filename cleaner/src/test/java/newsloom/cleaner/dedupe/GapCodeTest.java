package newsloom.cleaner.dedupe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import newsloom.text.shingles.Shingles;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GapCodeTest {
    @ParameterizedTest(name = "about {0} values")
    @ValueSource(ints = {0, 1, 2, 3, 10, 100, 1000, 8192, 45_000, 200_000})
    void keepsValuesThatChanceGives(int count) {
        for (int seed = 0; seed < 20; seed++) {
            keeps(Shingles.folded(new Random(seed).longs(count).toArray()));
        }
    }

    @Test
    void keepsTheUnlikely() {
        keeps(new char[] {0});
        keeps(new char[] {65535});
        keeps(new char[] {0, 65535});
        keeps(range(0, 65536));
        keeps(range(65536 - 3000, 65536));
        keeps(range(0, 30_000));
    }

    @Test
    void takesHardlyMoreThanChanceDemands() {
        var values = Shingles.folded(new Random(1).longs(350).toArray());
        double bits = Math.log(65536.0 / values.length * Math.E) / Math.log(2);
        assertThat(written(values).length * 8.0 / values.length).isBetween(bits - 0.2, bits + 0.2);
    }

    @Test
    void refusesBytesThatGiveNoValues() {
        assertThatExceptionOfType(BufferUnderflowException.class)
                .isThrownBy(() -> GapCode.get(ByteBuffer.wrap(new byte[] {0, 0}), 1));
        assertThatIllegalArgumentException().isThrownBy(() -> GapCode.get(ByteBuffer.wrap(new byte[9000]), 2));
        byte[] tooFar = {(byte) 0b1111_1100, (byte) 0xFF, (byte) 0xFF, (byte) 0xFF};
        assertThatIllegalArgumentException().isThrownBy(() -> GapCode.get(ByteBuffer.wrap(tooFar), 1));
    }

    private static void keeps(char[] values) {
        var bytes = ByteBuffer.wrap(written(values));
        assertThat(GapCode.get(bytes, values.length)).isEqualTo(values);
        assertThat(bytes.hasRemaining()).isFalse();
    }

    private static byte[] written(char[] values) {
        var out = ByteBuffer.allocate(GapCode.maxBytes(values.length));
        GapCode.put(out, values);
        return Arrays.copyOf(out.array(), out.position());
    }

    private static char[] range(int from, int to) {
        var values = new char[to - from];
        IntStream.range(from, to).forEach(value -> values[value - from] = (char) value);
        return values;
    }
}
