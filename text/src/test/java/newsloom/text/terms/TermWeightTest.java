package newsloom.text.terms;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TermWeightTest {
    private static final TermWeight WITHOUT_TABLE = new TermWeight(TermTable.flat(TermTables.FLAT_DOCUMENTS));

    private static double of(String language, String word) {
        return WITHOUT_TABLE.of(new Tokenizer(language).tokens(word).get(0));
    }

    @Test
    void aHangulSyllableCountsAsTwoLetters() {
        assertThat(of("ko", "\ucc3d\uace0")).isEqualTo(of("sw", "kumi")).isGreaterThan(of("ko", "\ub4f1"));
    }
}
