package newsloom.cleaner.dedupe;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import newsloom.cleaner.dedupe.KeyValues.Entry;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RoundStoreTest {
    private static final byte[] VALUE = {1};
    private static final byte[] FORGOTTEN = {0};

    private MemoryKeyValues store = new MemoryKeyValues();
    private final Set<Integer> kept = new HashSet<>();
    private RoundStore rounds = new RoundStore(store);

    /** Keys put before and during rounds, forgotten ones among them, and restarts at any point of a round. */
    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void findsWhatTheStoreHoldsAtEveryPointOfARound(long seed) {
        var random = new Random(seed);
        for (int step = 0; step < 3_000; step++) {
            int n = random.nextInt(100_000);
            boolean forgotten = random.nextInt(3) == 0;
            rounds.putAll(List.of(new Entry(key(n), forgotten ? FORGOTTEN : VALUE)));
            if (forgotten) {
                kept.remove(n);
            } else {
                kept.add(n);
            }
            rounds.goOn(random.nextInt(40), value -> value[0] == 0);
            if (random.nextInt(400) == 0) {
                restart();
            }
            if (step % 50 == 0) {
                assertThat(kept)
                        .allSatisfy(known -> assertThat(rounds.get(key(known))).isEqualTo(VALUE));
            }
        }
    }

    @ParameterizedTest(name = "{0} keys are there at the start")
    @ValueSource(ints = {0, 1_000})
    void asksTheStoreForKnownKeysOnlyAfterTheFirstRound(int before) {
        for (int n = 0; n < before; n++) {
            store.put(key(n), VALUE);
        }
        for (int n = before; n < 2_000; n++) {
            rounds.put(key(n), VALUE);
        }
        rounds.goOn(100_000, value -> false);
        rounds.goOn(100_000, value -> false);

        store.put(key(5_000), VALUE); // behind its back, to see whether it asks
        assertThat(rounds.get(key(5_000))).isNull();
        assertThat(rounds.get(key(before))).isEqualTo(VALUE);
        assertThat(rounds.get(key(0))).isEqualTo(VALUE);
    }

    private void restart() {
        var restored = new MemoryKeyValues();
        store.forEach(restored::put);
        store = restored;
        rounds = new RoundStore(restored);
    }

    private static byte[] key(int n) {
        return ByteBuffer.allocate(8).putLong(n).array();
    }
}
