package newsloom.text.terms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class TermTableTest {
    @Test
    void comesBackFromItsBytes() throws IOException {
        var random = new Random(5);
        var counts = new TreeMap<Long, Double>();
        for (int i = 0; i < 500; i++) {
            counts.put(Integer.toUnsignedLong(random.nextInt()), 1.0 + random.nextInt(900));
        }
        TermTable table = TermTable.of(1000, counts);
        assertThat(TermTable.read(new ByteArrayInputStream(table.toBytes()))).isEqualTo(table);
        counts.forEach((hash, n) ->
                assertThat(table.share((int) (long) hash)).isCloseTo(Math.min(1, n / 1000), within(0.04 * n / 1000)));
    }

    @Test
    void rarityRunsFromEverywhereToNowhere() {
        TermTable table = TermTable.of(100, new TreeMap<>(Map.of(1L, 100.0, 2L, 10.0)));
        assertThat(table.rarity(1)).isCloseTo(0, within(0.02));
        assertThat(table.rarity(2)).isBetween(0.3, 0.6);
        assertThat(table.rarity(3)).isEqualTo(1);
    }

    @Test
    void refusesAnotherVersion() {
        assertThatThrownBy(() -> TermTable.read(new ByteArrayInputStream(new byte[] {9, 0, 0, 0, 0})))
                .hasMessageContaining("version 9");
    }

    @Test
    void shipsTablesInWhichGrammarIsCommonAndNamesOfThingsAreRare() {
        TermTable english = new TermTables().apply("en");
        assertThat(english.rarity(TermHash.of("the"))).isLessThan(0.1);
        assertThat(english.rarity(TermHash.of("avalanche"))).isGreaterThan(0.6);
    }

    @Test
    void aLanguageWithoutTableFindsEveryTermEquallyRare() {
        TermTable none = new TermTables().apply("xx");
        assertThat(none.size()).isZero();
        assertThat(none.rarity(1)).isEqualTo(none.rarity(2)).isEqualTo(1);
    }

    @Test
    void hashesNeverChange() {
        assertThat(Integer.toHexString(TermHash.of("newsloom"))).isEqualTo("4cd28f56");
    }
}
