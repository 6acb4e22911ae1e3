package newsloom.cleaner.dedupe;

import newsloom.text.shingles.Hash64;

/**
 * Keys of up to 8 bytes, in two bytes each and with some that were never added: one in several hundred. A blocked Bloom filter (Putze, Sanders, Singler, Cache-, hash- and space-efficient Bloom filters, 2007): all bits of
 * a key lie in one block of 64 bytes, a line of the processor's cache. When it is full each block is copied into two, up to a fiftieth of the heap and 128 MiB; then more and more keys are taken for known. For one thread.
 */
final class KeyFilter {
    private static final int MIN_WORDS = 8 << 10;
    private static final int OF_THE_HEAP = 50;
    private static final int MAX_WORDS = Math.max(MIN_WORDS, Integer.highestOneBit((int)
            Math.min(1 << 24, Runtime.getRuntime().maxMemory() / OF_THE_HEAP / Long.BYTES)));

    private static final int BLOCK_WORDS = 8;
    private static final int KEYS_A_WORD = 4;
    private static final int BITS_OF_A_KEY = 5;
    private static final int PLACE_BITS = 9;
    private static final int PLACES = 1 << PLACE_BITS;

    private long[] words;
    private int keys;

    /** With room for so many keys before it grows. */
    KeyFilter(int keys) {
        int needed = Math.min(MAX_WORDS, Math.max(MIN_WORDS, keys / KEYS_A_WORD));
        words = new long[2 * Integer.highestOneBit(needed - 1)];
    }

    /** How many different keys it was given, some left out. */
    int keys() {
        return keys;
    }

    void add(byte[] key) {
        if (keys >= words.length * KEYS_A_WORD && words.length < MAX_WORDS) {
            grow();
        }
        long hash = hash(key);
        int block = block(hash);
        boolean fresh = false;
        for (int i = 0; i < BITS_OF_A_KEY; i++, hash >>>= PLACE_BITS) {
            int place = (int) hash & (PLACES - 1);
            int word = block + place / Long.SIZE;
            fresh |= (words[word] >>> place & 1) == 0;
            words[word] |= 1L << place;
        }
        keys += fresh ? 1 : 0;
    }

    /** False only for a key that was never added. */
    boolean mayHold(byte[] key) {
        long hash = hash(key);
        int block = block(hash);
        boolean held = true;
        for (int i = 0; held && i < BITS_OF_A_KEY; i++, hash >>>= PLACE_BITS) {
            int place = (int) hash & (PLACES - 1);
            held = (words[block + place / Long.SIZE] >>> place & 1) == 1;
        }
        return held;
    }

    private void grow() {
        var grown = new long[2 * words.length];
        for (int from = 0; from < words.length; from += BLOCK_WORDS) {
            System.arraycopy(words, from, grown, 2 * from, BLOCK_WORDS);
            System.arraycopy(words, from, grown, 2 * from + BLOCK_WORDS, BLOCK_WORDS);
        }
        words = grown;
    }

    /** By the upper bits: where blocks double, block n becomes 2n and 2n + 1. */
    private int block(long hash) {
        int blocks = words.length / BLOCK_WORDS;
        return (int) (hash >>> (Long.numberOfLeadingZeros(blocks) + 1)) * BLOCK_WORDS;
    }

    private static long hash(byte[] key) {
        long value = key.length;
        for (byte b : key) {
            value = value << Byte.SIZE | (b & 0xFF);
        }
        return Hash64.mix(value);
    }
}
