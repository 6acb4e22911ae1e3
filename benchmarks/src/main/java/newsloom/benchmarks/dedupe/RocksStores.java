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
    private final List<KeyValueStore<Bytes, byte[]>> stores = new ArrayList<>();

    RocksStores(Path state) {
        var settings = new Properties();
        settings.put("application.id", "benchmark");
        settings.put("bootstrap.servers", "unused:1");
        settings.put("rocksdb.config.setter", BoundedRocksDb.class);
        this.context = new MockProcessorContext<>(settings, new TaskId(0, 0), state.toFile());
    }

    KeyValueStore<Bytes, byte[]> open(String name) {
        var store = Stores.keyValueStoreBuilder(
                        Stores.persistentKeyValueStore(name), Serdes.Bytes(), Serdes.ByteArray())
                .withLoggingDisabled()
                .build();
        store.init(context.getStateStoreContext(), store);
        stores.add(store);
        return store;
    }

    @Override
    public void close() {
        stores.forEach(KeyValueStore::close);
    }
}
