package newsloom.cleaner.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SiteMemoryQualityTest {
    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {11, 12, 13})
    void takesOutWhatSitesRepeatAndLittleElse(long seed) {
        var quality = SiteMemoryQuality.of(InventedSites.of(30, seed));

        assertThat(quality.known()).isGreaterThan(1_000);
        assertThat(quality.precision()).as("precision").isGreaterThan(0.98);
        assertThat(quality.recall()).as("recall of what can be told").isGreaterThan(0.88);
    }

    @Test
    void aSiteOfManyPagesAndManySitesOfOnePageBothFit() {
        var memory = new SiteMemory();
        var store = new MemoryBlockStore();
        var page = InventedSites.of(1, 5).get(0);
        for (int n = 0; n < 30_000; n++) {
            var own = List.of(
                    "Only on page " + n + " of this one great site.", "And this is its second line, number " + n + ".");
            memory.clean(
                    "great.example",
                    "great.example/" + n,
                    Instant.EPOCH.plusSeconds(n),
                    "Title " + Integer.toString(n * 7919, 36),
                    own,
                    store);
        }
        for (int n = 0; n < 10_000; n++) {
            memory.clean("small" + n + ".example", "x", page.fetched(), page.title(), page.texts(), store);
        }
        assertThat(store.blocks("great.example")).hasSizeLessThanOrEqualTo(SiteMemory.MAX_BLOCKS);
        assertThat(store.blocks("small9999.example"))
                .hasSizeBetween(1, page.texts().size());
    }
}
