package newsloom.text.vectors;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class KeySetTest {
    @Test
    void sortsAndDropsRepeats() {
        assertThat(KeySet.of(3, -1, 3, 2).stream()).containsExactly(-1, 2, 3);
    }

    @Test
    void countsWhatBothHave() {
        assertThat(KeySet.of(1, 2, 3, 4).shared(KeySet.of(2, 4, 9))).isEqualTo(2);
        assertThat(KeySet.of(1, 2, 3, 4).jaccard(KeySet.of(2, 4, 9))).isEqualTo(0.4);
        assertThat(KeySet.EMPTY.jaccard(KeySet.EMPTY)).isZero();
    }
}
