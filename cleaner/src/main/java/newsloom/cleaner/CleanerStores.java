package newsloom.cleaner;

import java.util.List;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;

/** The cleaner's stores. All are RocksDB with a changelog: after a restore they are what was committed. */
final class CleanerStores {

    /** Outcome → pages with it, for each partition of pages. */
    static final String EXTRACT_COUNTS = "extract-counts";

    /** Free number → item that waits for the site step. */
    static final String SITE_WAITING = "site-waiting";

    /** Site and block hash → when and where the block was seen; forgotten after 30 days unseen, at most 4 096 a site. */
    static final String SITE_BLOCKS = "site-blocks";

    /** Article id → content hash, version and last fetch; forgotten by a sweep, see {@link VersionStore}. */
    static final String VERSIONS = "versions";

    /** Outcome → articles with it, for each partition of sites. */
    static final String SITE_COUNTS = "site-counts";

    /** Free number → item that waits for the duplicate decision. */
    static final String DECISION_WAITING = "decision-waiting";

    /** Anchor → texts with it, of those that one sees at most 16; forgotten by going round. */
    static final String ANCHORS = "duplicate-anchors";

    /** Window of days and text → its sketch; whole windows are dropped. */
    static final String TEXTS = "duplicate-texts";

    /** Text → the group of copies it is in, and address, site and headline of what was given out; forgotten by going round. */
    static final String MEMBERS = "duplicate-members";

    /** Free number → probe that waits for its share of the index. Scattered form only, as all below. */
    static final String PROBES_WAITING = "probes-waiting";

    /** Article → the answers about it that have come; deleted with the last one. */
    static final String GATHERING = "gathering";

    /** Text that has not come yet → who wants to be compared with it; deleted when it comes. */
    static final String PARKED = "parked";

    /** Article → its item, until it is decided on. */
    static final String UNDECIDED = "undecided";

    /** Free number → call that waits for its turn. */
    static final String CALLS_WAITING = "calls-waiting";

    /** Calls whose turn has come, in that order, until what they share with others is known. */
    static final String QUEUE = "queue";

    /** Window of days and article → what it shares with others, then that it is settled; whole windows are dropped. */
    static final String EVIDENCE = "evidence";

    /** Late calls. */
    static final String SETTLE_COUNTS = "settle-counts";

    /** Outcome → articles with it. */
    static final String DECISION_COUNTS = "decision-counts";

    /** Entries of a store looked at or dropped at a time: more than come in between. */
    static final int MAX_EXPIRED_KEYS = 10_000;

    /** The same for a store with one key an article. */
    static final int MAX_EXPIRED_ARTICLES = 500;

    private CleanerStores() {}

    /** All that count. */
    static List<String> counts(CleanerSettings settings) {
        return settings.dedupePartitions() == 1
                ? List.of(EXTRACT_COUNTS, SITE_COUNTS, DECISION_COUNTS)
                : List.of(EXTRACT_COUNTS, SITE_COUNTS, SETTLE_COUNTS, DECISION_COUNTS);
    }

    /** What waits for its turn: with a cache before it, so that what goes before the next commit is not written. */
    static StoreBuilder<KeyValueStore<Bytes, byte[]>> waiting(String name) {
        return bytes(name).withCachingEnabled();
    }

    static StoreBuilder<KeyValueStore<Bytes, byte[]>> bytes(String name) {
        return Stores.keyValueStoreBuilder(Stores.persistentKeyValueStore(name), Serdes.Bytes(), Serdes.ByteArray());
    }
}
