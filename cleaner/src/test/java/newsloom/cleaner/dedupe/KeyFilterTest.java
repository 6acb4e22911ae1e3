package newsloom.cleaner.dedupe;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KeyFilterTest {

    @ParameterizedTest(name = "room for {0} keys at first, 200 000 added")
    @ValueSource(ints = {0, 50_000, 400_000})
    void holdsEveryKeyThatWasAddedHoweverOftenItHasGrown(int room) {
        var filter = filled(room, 200_000);
        for (int n = 0; n < 200_000; n++) {
            assertThat(filter.mayHold(key(n))).isTrue();
        }
    }

    @ParameterizedTest(name = "room for {0} keys at first, 200 000 added")
    @ValueSource(ints = {0, 200_000})
    void takesFewOthersForKnown(int room) {
        var filter = filled(room, 200_000);
        int taken = 0;
        for (int n = 1_000_000; n < 1_100_000; n++) {
            taken += filter.mayHold(key(n)) ? 1 : 0;
        }
        assertThat(taken / 100_000.0).isLessThan(room == 0 ? 0.15 : 0.01);
    }

    @ParameterizedTest(name = "{0} keys")
    @ValueSource(ints = {1, 1_000, 200_000})
    void countsItsKeys(int keys) {
        var filter = filled(keys, keys);
        for (int n = 0; n < keys; n++) {
            filter.add(key(n));
        }
        assertThat((double) filter.keys() / keys).isBetween(0.95, 1.0);
    }

    private static KeyFilter filled(int room, int keys) {
        var filter = new KeyFilter(room);
        for (int n = 0; n < keys; n++) {
            filter.add(key(n));
        }
        return filter;
    }

    private static byte[] key(int n) {
        return ByteBuffer.allocate(6).putShort((short) n).putInt(n).array();
    }
}
