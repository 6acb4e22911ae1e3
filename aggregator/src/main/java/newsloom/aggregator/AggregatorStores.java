package newsloom.aggregator;

import java.util.List;
import newsloom.runtime.streams.Tally;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;

/** The aggregator's stores. All are RocksDB with a changelog: after a restore they are what was committed. */
final class AggregatorStores {

    /** Place in the order → item that waits for the story decision. */
    static final String STORY_WAITING = "story-waiting";

    /** Language, letter and what it leads to → stories, postings, counts; see {@link newsloom.aggregator.story.state.StoredStoryIndex}. Forgotten after the retention of stories. */
    static final String STORY_INDEX = "story-index";

    /** Letter and story id or anchor → card of a story, stories; see {@link newsloom.aggregator.related.Linker}. Gone when the story is closed or emptied. */
    static final String STORY_CARDS = "story-cards";

    /** Story id → its ledger; gone when the story is closed or emptied. */
    static final String STORY_LEDGERS = "story-ledgers";

    /** Outcome → articles with it. */
    static final String STORY_COUNTS = "story-counts";

    /** All that count. */
    static final List<String> COUNTS = List.of(STORY_COUNTS);

    /** One builder, for two steps count into one store. */
    private static final StoreBuilder<KeyValueStore<String, Long>> COUNTS_STORE = Tally.store(STORY_COUNTS);

    private AggregatorStores() {}

    static StoreBuilder<KeyValueStore<Bytes, byte[]>> bytes(String name) {
        return Stores.keyValueStoreBuilder(Stores.persistentKeyValueStore(name), Serdes.Bytes(), Serdes.ByteArray());
    }

    /** With a cache: what changes often within one commit, as the counts of frequent terms do, is written once. */
    static StoreBuilder<KeyValueStore<Bytes, byte[]>> cached(String name) {
        return bytes(name).withCachingEnabled();
    }

    /** With a cache: a story that changes often within one commit is written once. */
    static StoreBuilder<KeyValueStore<String, byte[]>> ledgers() {
        return Stores.keyValueStoreBuilder(
                        Stores.persistentKeyValueStore(STORY_LEDGERS), Serdes.String(), Serdes.ByteArray())
                .withCachingEnabled();
    }

    static StoreBuilder<KeyValueStore<String, Long>> counts() {
        return COUNTS_STORE;
    }
}
