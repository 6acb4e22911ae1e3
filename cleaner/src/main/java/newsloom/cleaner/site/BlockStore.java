package newsloom.cleaner.site;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is known of the blocks of each site: one small record a block, and how many there are. In a key-value store the keys are the
 * site, a zero character and the hash, so that the blocks of a site lie together.
 */
public interface BlockStore {
    @Nullable
    BlockRecord get(String site, long blockHash);

    void put(String site, long blockHash, BlockRecord block);

    void delete(String site, long blockHash);

    /** All blocks of a site; a copy, which deleting does not disturb. */
    Map<Long, BlockRecord> blocks(String site);

    /**
     * How many blocks a site has; 0 when {@link #setCount} was never called. Whoever deletes forgotten blocks behind the memory's
     * back need not count: too high a number is put right when it reaches the bound.
     */
    int count(String site);

    void setCount(String site, int blocks);
}
