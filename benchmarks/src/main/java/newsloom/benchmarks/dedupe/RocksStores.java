package newsloom.benchmarks.dedupe;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import newsloom.runtime.streams.BoundedRocksDb;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.processor.TaskId;
import org.apache.kafka.streams.processor.api.MockProcessorContext;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.Stores;

/** Stores on RocksDB as the services set them up, without changelogs. Not thread-safe. */
final class RocksStores implements AutoCloseable {
    private final MockProcessorContext<Void, Void> context;
    private final List<CommittedStore> stores = new ArrayList<>();

    RocksStores(Path state) {
        var settings = new Properties();
        settings.put("application.id", "benchmark");
        settings.put("bootstrap.servers", "unused:1");
        settings.put("rocksdb.config.setter", BoundedRocksDb.class);
        this.context = new MockProcessorContext<>(settings, new TaskId(0, 0), state.toFile());
    }

    KeyValueStore<Bytes, byte[]> open(String name) {
        return open(name, false);
    }

    /** With a cache that writes at every {@link #commit}. */
    KeyValueStore<Bytes, byte[]> openCached(String name) {
        return open(name, true);
    }

    private KeyValueStore<Bytes, byte[]> open(String name, boolean cached) {
        KeyValueStore<Bytes, byte[]> store = Stores.keyValueStoreBuilder(
                        Stores.persistentKeyValueStore(name), Serdes.Bytes(), Serdes.ByteArray())
                .withLoggingDisabled()
                .build();
        store.init(context.getStateStoreContext(), store);
        var committed = new CommittedStore(store, cached);
        stores.add(committed);
        return committed;
    }

    void commit() {
        stores.forEach(CommittedStore::commit);
    }

    /** Records that the changelogs of all stores would have got. */
    long records() {
        return stores.stream().mapToLong(CommittedStore::records).sum();
    }

    /** Keys and values of these records. */
    long bytes() {
        return stores.stream().mapToLong(CommittedStore::bytes).sum();
    }

    @Override
    public void close() {
        stores.forEach(CommittedStore::close);
    }
}
