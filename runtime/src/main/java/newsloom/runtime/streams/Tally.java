package newsloom.runtime.streams;

import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StoreQueryParameters;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.QueryableStoreTypes;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;

/**
 * Counts of what a step did, kept in a store: they are committed with the records they count, so neither a crash nor a restart makes them wrong. The store is cached: a count costs one
 * write for each commit.
 */
public final class Tally {

    private final KeyValueStore<String, Long> store;

    public Tally(KeyValueStore<String, Long> store) {
        this.store = store;
    }

    /** The store of a tally; after a restore it holds the committed counts. */
    public static StoreBuilder<KeyValueStore<String, Long>> store(String name) {
        return Stores.keyValueStoreBuilder(Stores.persistentKeyValueStore(name), Serdes.String(), Serdes.Long())
                .withCachingEnabled();
    }

    /** Counts one more. */
    public void count(String what) {
        count(what, 1);
    }

    /** Counts so many more; none leaves no trace. */
    public void count(String what, long times) {
        if (times > 0) {
            Long before = store.get(what);
            store.put(what, before == null ? times : before + times);
        }
    }

    /** All counts of the tasks in this process, by name, added up over the stores. */
    public static Map<String, Long> total(KafkaStreams streams, Iterable<String> stores) {
        var total = new TreeMap<String, Long>();
        for (String name : stores) {
            var store = streams.store(
                    StoreQueryParameters.fromNameAndType(name, QueryableStoreTypes.<String, Long>keyValueStore()));
            try (var counts = store.all()) {
                counts.forEachRemaining(count -> total.merge(count.key, count.value, Long::sum));
            }
        }
        return total;
    }
}
