package newsloom.aggregator.story.state;

import java.util.Arrays;
import java.util.function.LongFunction;

/**
 * Term counts in a store, which one article changes some hundred of: written as they change they would be most of what an article
 * writes. Instead each article leaves one short record of its buckets in a ring of {@value #RING}, and every {@value #EVERY}th one writes the next of
 * {@value #PAGES} pages of counts. Whoever reads pages and ring back has the counts to the last bit: a page is as of the article that wrote it,
 * and what came after is still in the ring (a fuzzy checkpoint; Bernstein, Hadzilacos and Goodman 1987, "Concurrency Control and
 * Recovery in Database Systems", chapter 6). Reading back costs {@value #RING} + {@value #PAGES} looks, some 10 to 20 ms. Not thread-safe.
 */
final class StoredCounts {
    static final int PAGES = 256;
    static final int EVERY = 8;
    static final int RING = PAGES * EVERY;
    private static final int PAGE = TermCounts.BUCKETS / PAGES;
    private static final int VERSION = 1;

    private final ByteStore store;
    private final LongFunction<byte[]> pageKey;
    private final LongFunction<byte[]> ringKey;
    private final TermCounts counts = new TermCounts();

    /**
     * What the store holds.
     *
     * @param counted how many articles were counted so far
     * @param halfLife articles after which all counts are halved
     */
    StoredCounts(
            ByteStore store, LongFunction<byte[]> pageKey, LongFunction<byte[]> ringKey, long counted, int halfLife) {
        this.store = store;
        this.pageKey = pageKey;
        this.ringKey = ringKey;
        read(counted, halfLife);
    }

    double of(int bucket) {
        return counts.of(bucket);
    }

    /**
     * Counts an article.
     *
     * @param number 1 for the first of all articles, then 2, and so on
     * @param halved whether all counts are halved after this one
     */
    void count(int[] buckets, long number, boolean halved) {
        int[] ascending = buckets.clone();
        Arrays.sort(ascending);
        var entry = new BytesOut().u8(VERSION).varint(ascending.length);
        int before = 0;
        for (int bucket : ascending) {
            counts.add(bucket);
            entry.varint(bucket - before);
            before = bucket;
        }
        store.put(ringKey.apply(number % RING), entry.bytes());
        if (halved) {
            counts.halve();
        }
        if (number % EVERY == 0) {
            writePage((int) (number / EVERY % PAGES), number);
        }
    }

    private void writePage(int page, long number) {
        var out = new BytesOut().u8(VERSION).varint(number);
        for (int bucket = page * PAGE; bucket < (page + 1) * PAGE; bucket++) {
            out.i32(Float.floatToRawIntBits((float) counts.of(bucket)));
        }
        store.put(pageKey.apply(page), out.bytes());
    }

    private void read(long counted, int halfLife) {
        var writtenAt = new long[PAGES];
        for (int page = 0; page < PAGES; page++) {
            writtenAt[page] = readPage(page);
        }
        for (long number = Math.max(1, counted - RING + 1); number <= counted; number++) {
            recount(number, writtenAt);
            for (int page = 0; page < PAGES && number % halfLife == 0; page++) {
                if (writtenAt[page] < number) {
                    counts.halve(page * PAGE, (page + 1) * PAGE);
                }
            }
        }
    }

    /** Answers with the number of the article that wrote it, 0 for none. */
    private long readPage(int page) {
        byte[] bytes = store.get(pageKey.apply(page));
        if (bytes == null) {
            return 0;
        }
        BytesIn in = new BytesIn(bytes).version(VERSION, "page of term counts");
        long number = in.varint();
        for (int bucket = page * PAGE; bucket < (page + 1) * PAGE; bucket++) {
            counts.set(bucket, Float.intBitsToFloat(in.i32()));
        }
        return number;
    }

    private void recount(long number, long[] writtenAt) {
        byte[] bytes = store.get(ringKey.apply(number % RING));
        if (bytes == null) {
            throw new IllegalStateException("the terms of article " + number + " are not there to be counted again");
        }
        BytesIn in = new BytesIn(bytes).version(VERSION, "terms of an article");
        int size = in.count();
        int bucket = 0;
        for (int i = 0; i < size; i++) {
            bucket += in.count();
            if (writtenAt[bucket / PAGE] < number) {
                counts.add(bucket);
            }
        }
    }
}
