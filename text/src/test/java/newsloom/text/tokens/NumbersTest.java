package newsloom.text.tokens;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class NumbersTest {
    @Test
    void takesTheLeadingFigureOfAWord() {
        assertThat(Numbers.of("Up 5.65bn to 1,000 on the 3rd, not covid19; 12:30"))
                .containsExactly("5.65", "1,000", "3", "12", "30");
    }

    @Test
    void findsNoneInPlainWords() {
        assertThat(Numbers.of("none at all")).isEmpty();
    }
}
