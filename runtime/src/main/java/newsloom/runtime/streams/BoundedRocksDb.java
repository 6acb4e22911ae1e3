package newsloom.runtime.streams;

import java.util.Map;
import org.apache.kafka.streams.state.RocksDBConfigSetter;
import org.rocksdb.BlockBasedTableConfig;
import org.rocksdb.BloomFilter;
import org.rocksdb.Cache;
import org.rocksdb.CompactionOptionsUniversal;
import org.rocksdb.CompressionType;
import org.rocksdb.LRUCache;
import org.rocksdb.Options;
import org.rocksdb.WriteBufferManager;

/**
 * One block cache and one limit of write buffers for all stores of the process: 256 MiB, however many tasks it has. A write buffer grows in small steps: with RocksDB's own, a megabyte, a few dozen
 * stores could reach the limit almost empty and flush all the time.
 */
public final class BoundedRocksDb implements RocksDBConfigSetter {

    private static final long CACHE_BYTES = 256L << 20;
    private static final long WRITE_BUFFER_BYTES = 160L << 20;

    private static final long WRITE_BUFFER_STEP_BYTES = 64L << 10;

    /** Part of a write buffer: most keys that are asked for are not there, and a walk through the buffer is dear. */
    private static final double MEMTABLE_BLOOM = 0.05;

    /** How much younger files may hold in proportion to the oldest before all become one; only then what is forgotten leaves the disk. RocksDB's own is 200. */
    private static final int MAX_SPACE_AMPLIFICATION_PERCENT = 50;

    private static final class Shared {
        static final Cache CACHE = new LRUCache(CACHE_BYTES);
        static final WriteBufferManager WRITE_BUFFERS = new WriteBufferManager(WRITE_BUFFER_BYTES, CACHE);
        static final CompactionOptionsUniversal COMPACTION =
                new CompactionOptionsUniversal().setMaxSizeAmplificationPercent(MAX_SPACE_AMPLIFICATION_PERCENT);
        static final BloomFilter BLOOM = new BloomFilter(10, false);
    }

    @Override
    public void setConfig(String storeName, Options options, Map<String, Object> configs) {
        var table = (BlockBasedTableConfig) options.tableFormatConfig();
        table.setBlockCache(Shared.CACHE);
        table.setCacheIndexAndFilterBlocks(true);
        table.setPinTopLevelIndexAndFilter(true);
        table.setPinL0FilterAndIndexBlocksInCache(true);
        table.setFilterPolicy(Shared.BLOOM);
        options.setTableFormatConfig(table);
        options.setCompressionType(CompressionType.LZ4_COMPRESSION);
        options.setCompactionOptionsUniversal(Shared.COMPACTION);
        options.setWriteBufferManager(Shared.WRITE_BUFFERS);
        options.setWriteBufferSize(8L << 20);
        options.setArenaBlockSize(WRITE_BUFFER_STEP_BYTES);
        options.setMaxWriteBufferNumber(2);
        options.setMemtableWholeKeyFiltering(true);
        options.setMemtablePrefixBloomSizeRatio(MEMTABLE_BLOOM);
    }

    @Override
    public void close(String storeName, Options options) {
        // Cache and write buffers are shared by all stores and live as long as the process.
    }
}
