package newsloom.cleaner;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import newsloom.cleaner.site.BlockRecord;
import newsloom.cleaner.site.BlockStore;
import newsloom.cleaner.site.SiteMemory;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/**
 * The blocks of sites in a Kafka Streams store. Key: site, a zero byte, the block's hash; under site and zero byte alone, how many blocks the site has;
 * under a zero byte alone, how many all have. When these are more than a bound, blocks that one article only had are dropped, and those not seen for a day. Not thread-safe.
 */
final class SiteBlockStore implements BlockStore {

    /** Blocks kept by one task: some 200 MB on disk. */
    static final int MAX_BLOCKS = 4_000_000;

    private static final String ALL_SITES = "";
    private static final int MAX_ROUNDS = 32;
    private static final long MINUTES_A_DAY = Duration.ofDays(1).toMinutes();

    private final KeyValueStore<Bytes, byte[]> store;
    private final int maxBlocks;
    private final Runnable forgotten;
    private final Sweep sweep;

    /** @param forgotten runs once for each block that is dropped, whatever for */
    SiteBlockStore(KeyValueStore<Bytes, byte[]> store, Runnable forgotten) {
        this(store, MAX_BLOCKS, forgotten);
    }

    /** @param maxBlocks kept in all, give or take those of one article */
    SiteBlockStore(KeyValueStore<Bytes, byte[]> store, int maxBlocks, Runnable forgotten) {
        this.store = store;
        this.maxBlocks = maxBlocks;
        this.forgotten = forgotten;
        this.sweep = new Sweep(store);
    }

    @Override
    public @Nullable BlockRecord get(String site, long blockHash) {
        byte[] bytes = store.get(key(site, blockHash));
        return bytes == null ? null : BlockRecord.of(bytes);
    }

    @Override
    public void put(String site, long blockHash, BlockRecord block) {
        store.put(key(site, blockHash), block.toBytes());
    }

    @Override
    public void delete(String site, long blockHash) {
        delete(key(site, blockHash));
    }

    @Override
    public Map<Long, BlockRecord> blocks(String site) {
        var blocks = new HashMap<Long, BlockRecord>();
        Bytes first = countKey(site);
        byte[] end = first.get().clone();
        end[end.length - 1] = 1;
        try (KeyValueIterator<Bytes, byte[]> entries = store.range(first, Bytes.wrap(end))) {
            while (entries.hasNext()) {
                KeyValue<Bytes, byte[]> entry = entries.next();
                if (isBlock(entry.value)) {
                    blocks.put(hash(entry.key), BlockRecord.of(entry.value));
                }
            }
        }
        return blocks;
    }

    @Override
    public int count(String site) {
        byte[] bytes = store.get(countKey(site));
        return bytes == null ? 0 : ByteBuffer.wrap(bytes).getInt();
    }

    @Override
    public void setCount(String site, int blocks) {
        int more = Math.max(0, blocks) - count(site);
        write(site, blocks);
        write(ALL_SITES, count(ALL_SITES) + more);
    }

    private void write(String site, int blocks) {
        if (blocks <= 0) {
            store.delete(countKey(site));
        } else {
            store.put(
                    countKey(site),
                    ByteBuffer.allocate(Integer.BYTES).putInt(blocks).array());
        }
    }

    /** Drops a few of the forgotten, of whatever site, and as many others as there are too many. */
    void sweep(Instant now) {
        long memoryMinutes = SiteMemory.MEMORY.toMinutes();
        long minute = Duration.ofSeconds(now.getEpochSecond()).toMinutes();
        sweep.forgotten((key, value) ->
                        isBlock(value) && minute - BlockRecord.of(value).seenMinute() > memoryMinutes)
                .forEach(this::drop);
        for (int rounds = 0; count(ALL_SITES) > maxBlocks && rounds < MAX_ROUNDS; rounds++) {
            sweep.next(
                            Sweep.ENTRIES_A_CALL,
                            (key, value) -> isBlock(value) && isWorthLeast(BlockRecord.of(value), minute))
                    .forEach(this::drop);
        }
    }

    /** Seen in one article only, or not for a day: what sites repeat comes back in hours. */
    private static boolean isWorthLeast(BlockRecord block, long minute) {
        return block.second() == null || minute - block.seenMinute() > MINUTES_A_DAY;
    }

    private void delete(Bytes key) {
        store.put(key, null); // deleting would read it first
        forgotten.run();
    }

    private void drop(Bytes key) {
        delete(key);
        String site = site(key);
        setCount(site, count(site) - 1);
    }

    private static boolean isBlock(byte[] value) {
        return value.length > Integer.BYTES;
    }

    private static Bytes countKey(String site) {
        byte[] name = site.getBytes(StandardCharsets.UTF_8);
        return Bytes.wrap(Arrays.copyOf(name, name.length + 1));
    }

    private static Bytes key(String site, long blockHash) {
        byte[] name = site.getBytes(StandardCharsets.UTF_8);
        return Bytes.wrap(ByteBuffer.allocate(name.length + 1 + Long.BYTES)
                .put(name)
                .put((byte) 0)
                .putLong(blockHash)
                .array());
    }

    private static long hash(Bytes key) {
        return ByteBuffer.wrap(key.get(), key.get().length - Long.BYTES, Long.BYTES)
                .getLong();
    }

    private static String site(Bytes key) {
        return new String(key.get(), 0, key.get().length - Long.BYTES - 1, StandardCharsets.UTF_8);
    }
}
