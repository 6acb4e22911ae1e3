package newsloom.cleaner.extract.words;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class WordNumbersTest {

    private static final Set<String> HARBOURS =
            IntStream.range(0, 500).mapToObj(i -> "harbour" + i).collect(Collectors.toCollection(TreeSet::new));

    @Test
    void findsEachWordWhereItStands() {
        WordNumbers numbers = WordNumbers.of(HARBOURS);

        int expected = 0;
        for (String word : HARBOURS) {
            assertThat(numbers.of("to " + word + "!", 3, 3 + word.length())).isEqualTo(expected++);
        }
    }

    @Test
    void knowsNoOtherWord() {
        WordNumbers numbers = WordNumbers.of(HARBOURS);

        assertThat(numbers.of("harbour", 0, 7)).isEqualTo(WordNumbers.UNKNOWN);
        assertThat(numbers.of("harbour42", 0, 8)).isEqualTo(numbers.of("harbour4", 0, 8));
        assertThat(numbers.of("harbour4", 0, 0)).isEqualTo(WordNumbers.UNKNOWN);
        assertThat(WordNumbers.of(Set.of()).of("harbour", 0, 7)).isEqualTo(WordNumbers.UNKNOWN);
    }
}
