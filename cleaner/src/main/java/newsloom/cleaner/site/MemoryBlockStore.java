package newsloom.cleaner.site;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** {@link BlockStore} on the heap, for offline use and tests; for one thread. */
public final class MemoryBlockStore implements BlockStore {
    private final Map<String, Map<Long, BlockRecord>> sites = new HashMap<>();
    private final Map<String, Integer> counts = new HashMap<>();

    @Override
    public @Nullable BlockRecord get(String site, long blockHash) {
        return sites.getOrDefault(site, Map.of()).get(blockHash);
    }

    @Override
    public void put(String site, long blockHash, BlockRecord block) {
        sites.computeIfAbsent(site, s -> new HashMap<>()).put(blockHash, block);
    }

    @Override
    public void delete(String site, long blockHash) {
        sites.getOrDefault(site, new HashMap<>()).remove(blockHash);
    }

    @Override
    public Map<Long, BlockRecord> blocks(String site) {
        return Map.copyOf(sites.getOrDefault(site, Map.of()));
    }

    @Override
    public int count(String site) {
        return counts.getOrDefault(site, 0);
    }

    @Override
    public void setCount(String site, int blocks) {
        counts.put(site, blocks);
    }
}
