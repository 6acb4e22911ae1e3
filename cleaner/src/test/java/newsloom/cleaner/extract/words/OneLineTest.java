package newsloom.cleaner.extract.words;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class OneLineTest {
    @Test
    void whiteSpaceIsOneSpace() {
        assertThat(OneLine.of(" \n Rovers\u00a0 \t win\r\nat last ", 100)).isEqualTo("Rovers win at last");
        assertThat(OneLine.of(" \u00a0", 100)).isEmpty();
    }

    @Test
    void longOnesAreCut() {
        assertThat(OneLine.of("Rovers win", 8)).isEqualTo("Rovers w");
        assertThat(OneLine.of("Rovers win", 7)).isEqualTo("Rovers");
        assertThat(OneLine.of("Rovers win", 10)).isEqualTo("Rovers win");
    }

    @Test
    void noCharacterIsHalved() {
        assertThat(OneLine.of("ab\ud83d\ude00cd", 3)).isEqualTo("ab");
        assertThat(OneLine.of("ab\ud83d\ude00cd", 4)).isEqualTo("ab\ud83d\ude00");
    }
}
