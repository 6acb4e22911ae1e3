package newsloom.cleaner;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import newsloom.cleaner.site.SiteMemory;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.processor.TaskId;
import org.apache.kafka.streams.processor.api.MockProcessorContext;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.Stores;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SiteBlockStoreTest {
    private static final Instant DAY = Instant.parse("2026-09-07T08:00:00Z");
    private static final String BOX = "Subscribe to our letter, it comes every morning before breakfast.";
    private static final int PAGES = Integer.getInteger("newsloom.site.pages", 20_000);
    private static final int SMALL_SITES = 10_000;
    private static final int BLOCKS_A_PAGE = 3;
    private static final List<String> HEADLINES = List.of("Bridge opens", "Storm closes ports", "Fair moves north");

    @TempDir
    private Path state;

    private final AtomicLong forgotten = new AtomicLong();
    private KeyValueStore<Bytes, byte[]> store;

    @BeforeEach
    void open() {
        var settings = new Properties();
        settings.put("application.id", "test");
        settings.put("bootstrap.servers", "unused:1");
        var context = new MockProcessorContext<>(settings, new TaskId(0, 0), state.toFile());
        store = Stores.keyValueStoreBuilder(
                        Stores.persistentKeyValueStore("blocks"), Serdes.Bytes(), Serdes.ByteArray())
                .withLoggingDisabled()
                .build();
        store.init(context.getStateStoreContext(), store);
    }

    @AfterEach
    void close() {
        store.close();
    }

    private static List<String> clean(SiteBlockStore blocks, String site, int page, Instant time) {
        var text = List.of(
                "Page " + page + " of " + site + " says this and only this.",
                "It has a second line " + page + ".",
                BOX);
        var removed = new SiteMemory()
                .clean(site, site + "/" + page, time, HEADLINES.get(page % 3), text, blocks)
                .removed();
        blocks.sweep(time);
        return removed;
    }

    @Test
    void staysWithinTheBoundOfAllSites() {
        var blocks = new SiteBlockStore(store, 500, forgotten::incrementAndGet);
        for (int site = 0; site < 2_000; site++) {
            clean(blocks, "site" + site + ".example", 0, DAY.plusSeconds(site));
            assertThat(blocks.count("")).isLessThanOrEqualTo(500);
        }
        int entries = 0;
        try (var all = store.all()) {
            for (; all.hasNext(); all.next()) {
                entries++;
            }
        }
        assertThat(entries).isLessThanOrEqualTo(2 * 500 + 1);
    }

    @Test
    void keepsWhatASiteRepeatsThoughManyOthersComeOnce() {
        var blocks = new SiteBlockStore(store, 500, forgotten::incrementAndGet);
        clean(blocks, "daily.example", 0, DAY);
        clean(blocks, "daily.example", 1, DAY);
        for (int site = 0; site < 1_000; site++) {
            clean(blocks, "site" + site + ".example", 0, DAY.plusSeconds(site));
        }
        assertThat(clean(blocks, "daily.example", 2, DAY.plusSeconds(3_000))).containsExactly(BOX);
    }

    @Test
    void forgetsOnItsRoundWhatWasNotSeenForAMonth() {
        var blocks = new SiteBlockStore(store, forgotten::incrementAndGet);
        clean(blocks, "old.example", 0, DAY);
        Instant later = DAY.plus(Duration.ofDays(31));
        for (int i = 0; i < 200; i++) {
            blocks.sweep(later);
        }
        assertThat(blocks.blocks("old.example")).isEmpty();
        assertThat(blocks.count("")).isZero();
        assertThat(blocks.count("old.example")).isZero();
        assertThat(forgotten).hasValue(3);
    }

    /** With {@code -Dnewsloom.site.pages=1000000} the whole of it. */
    @Test
    void keepsAVastSiteAndTenThousandSmallOnesWithinBounds() {
        var blocks = new SiteBlockStore(store, forgotten::incrementAndGet);
        for (int page = 0; page < PAGES; page++) {
            clean(blocks, "vast.example", page, DAY.plusSeconds(page));
            if (page % (PAGES / SMALL_SITES) == 0) {
                clean(blocks, small(page / (PAGES / SMALL_SITES)), 0, DAY.plusSeconds(page));
            }
        }
        Instant last = DAY.plusSeconds(PAGES);
        assertThat(blocks.blocks("vast.example")).hasSizeBetween(SiteMemory.MAX_BLOCKS / 2, SiteMemory.MAX_BLOCKS);
        assertThat(IntStream.range(0, SMALL_SITES)).allMatch(site -> blocks.count(small(site)) == BLOCKS_A_PAGE);
        int withTheThirdHeadline = 3 * PAGES + 2;
        assertThat(clean(blocks, "vast.example", withTheThirdHeadline, last)).containsExactly(BOX);
        clean(blocks, small(0), 1, last);
        assertThat(clean(blocks, small(0), 2, last)).containsExactly(BOX);
        long seen = 1 + (BLOCKS_A_PAGE - 1L) * (PAGES + 1) + BLOCKS_A_PAGE * SMALL_SITES + 2L * (BLOCKS_A_PAGE - 1);
        assertThat(blocks.count("") + forgotten.get()).isEqualTo(seen);
    }

    private static String small(int number) {
        return "small" + number + ".example";
    }
}
