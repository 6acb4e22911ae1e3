package newsloom.cleaner.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Arrays;
import java.util.Random;
import newsloom.runtime.streams.OtherFormException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BlockRecordTest {
    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4})
    void keepsARecordAsBytes(long seed) {
        var random = new Random(seed);
        var one = new BlockRecord(random.nextInt(), witness(random), null);
        var two = new BlockRecord(random.nextInt(), witness(random), witness(random));
        assertThat(BlockRecord.of(one.toBytes())).isEqualTo(one);
        assertThat(BlockRecord.of(two.toBytes())).isEqualTo(two);
        assertThat(one.toBytes()).hasSize(17);
        assertThat(two.toBytes()).hasSize(29);
    }

    @Test
    void refusesOtherBytes() {
        byte[] known = new BlockRecord(1, witness(new Random(1)), null).toBytes();
        for (int size : new int[] {0, 1, 5, 16, 18, 41}) {
            assertThatIllegalArgumentException().isThrownBy(() -> BlockRecord.of(Arrays.copyOf(known, size)));
        }
        known[0]++;
        assertThatExceptionOfType(OtherFormException.class).isThrownBy(() -> BlockRecord.of(known));
    }

    @Test
    void takesArticlesForDifferentByAddressAndHeadlineTogether() {
        var article = Witness.of("a.example/1", "Mayor opens the new bridge");
        assertThat(article.differsFrom(Witness.of("a.example/2", "Storm closes northern ports")))
                .isTrue();
        assertThat(article.differsFrom(Witness.of("a.example/1", "Storm closes northern ports")))
                .isFalse();
        assertThat(article.differsFrom(Witness.of("a.example/2", "UPDATE: Mayor opens new bridge")))
                .isFalse();
        assertThat(article.differsFrom(Witness.of("a.example/2", ""))).isFalse();
        assertThat(Witness.of("x", "").differsFrom(Witness.of("y", ""))).isFalse();
        assertThat(Witness.of("x", "Markets on 12 May").differsFrom(Witness.of("y", "Markets on 19 May")))
                .isFalse();
    }

    private static Witness witness(Random random) {
        return new Witness(random.nextInt(), random.nextLong());
    }
}
