package newsloom.aggregator.story.compare;

import java.util.function.IntUnaryOperator;

/** Where each of some hashed keys stands in its list: an open hash table with one slot in four in use at most. Immutable. */
final class KeyTable {
    private static final int ROOM = 4;

    private final int[] keys;
    /** By slot: the place and 1; 0 where there is no key. */
    private final int[] places;

    /** @param keyAt the key of each place; no key twice */
    KeyTable(int size, IntUnaryOperator keyAt) {
        int slots = Math.max(1, Integer.highestOneBit(Math.max(1, size)) * 2 * ROOM);
        this.keys = new int[slots];
        this.places = new int[slots];
        for (int place = 0; place < size; place++) {
            int key = keyAt.applyAsInt(place);
            int slot = first(key);
            while (places[slot] != 0) {
                slot = slot + 1 & slots - 1;
            }
            keys[slot] = key;
            places[slot] = place + 1;
        }
    }

    /** Place of the key, -1 when it is none of them. */
    int find(int key) {
        for (int slot = first(key); places[slot] != 0; slot = slot + 1 & places.length - 1) {
            if (keys[slot] == key) {
                return places[slot] - 1;
            }
        }
        return -1;
    }

    /** Of marks the lowest bit says nothing. */
    private int first(int key) {
        return key >>> 1 & places.length - 1;
    }
}
