package newsloom.cleaner.site;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class BlockTest {
    @Test
    void foldsTheDigitsOfOrnament() {
        assertThat(Block.of("12 comments")).isEqualTo(Block.of("47 Comments")).isNotEqualTo(Block.of("3 comments"));
        assertThat(Block.of("Photo 3 of 7")).isEqualTo(Block.of("photo 4 of 9"));
    }

    @Test
    void keepsTheNumbersOfASentence() {
        assertThat(Block.of("Gold rose by 3 percent.")).isNotEqualTo(Block.of("Gold rose by 4 percent."));
        assertThat(Block.of("金价上涨3%。")).isNotEqualTo(Block.of("金价上涨4%。"));
    }

    @Test
    void keepsTheNumbersOfALongBlock() {
        var table = "Closing prices of the day for gold silver copper tin lead zinc and nickel: ";
        assertThat(Block.of(table + 10)).isNotEqualTo(Block.of(table + 11));
    }

    @Test
    void isNoBlockWithoutWords() {
        assertThat(Block.of(" * * * ").words()).isZero();
    }
}
