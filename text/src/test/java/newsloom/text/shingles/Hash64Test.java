package newsloom.text.shingles;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import org.junit.jupiter.api.Test;

class Hash64Test {
    /** The values stand in state stores: another value here loses every store there is. */
    @Test
    void staysTheSameForEver() {
        assertThat(Hash64.of("")).isEqualTo(-4359066618775142608L);
        assertThat(Hash64.of("newsloom")).isEqualTo(3460291870001890119L);
        assertThat(Hash64.mix(Hash64.append(Hash64.append(0, 1), 2))).isEqualTo(-916380913904769653L);
    }

    @Test
    void hashesABufferLikeItsText() {
        assertThat(Hash64.of("storyXX".toCharArray(), 5)).isEqualTo(Hash64.of("story"));
    }

    @Test
    void mindsTheOrder() {
        assertThat(Hash64.append(Hash64.append(0, 1), 2)).isNotEqualTo(Hash64.append(Hash64.append(0, 2), 1));
    }

    @Test
    void spreadsItsLowBits() {
        var low = new HashSet<Integer>();
        int multiplesOf32 = 0;
        for (int i = 0; i < 32_000; i++) {
            long hash = Hash64.of("word" + i);
            low.add((int) hash & 0xFFFF);
            multiplesOf32 += (hash & 31) == 0 ? 1 : 0;
        }
        assertThat(low).hasSizeBetween(24_800, 25_800); // 65 536 (1 - exp(-32 000 / 65 536)) = 25 320
        assertThat(multiplesOf32).isBetween(880, 1120);
    }
}
