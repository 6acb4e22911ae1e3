package newsloom.cleaner.dedupe;

/**
 * What the decision needs of a text, about 1 KB for 600 words. The arrays are sorted (anchors as signed numbers), distinct and
 * not copied: nobody may change them. Sketches have no useful equality; their ids do.
 *
 * @param id article id
 * @param timeMs time under which the text is filed and forgotten, epoch milliseconds, not negative. Give one that moves with the stream
 *     (arrival or fetch time), never the publication time
 * @param origin where it comes from
 * @param words length of the compared text; a pair of characters of a script without spaces counts as half a word
 * @param textHash over all compared words in order: equal texts are exact copies
 * @param anchors sampled word 5-grams by which copies find each other; empty only for an empty text
 * @param shingles word 3-grams, 16 bits each
 * @param numbers the different numbers of the text, 16 bits each
 * @param fillings names and numbers in their places, see {@link Fillings}
 */
@SuppressWarnings("ArrayRecordComponent") // a thousand of them a second; never compared, see above
public record Sketch(
        String id,
        long timeMs,
        Origin origin,
        int words,
        long textHash,
        long[] anchors,
        char[] shingles,
        char[] numbers,
        int[] fillings) {

    /** The same text, found on that site under that headline. */
    public Sketch from(String site, String headline) {
        return from(Origin.of(site, headline));
    }

    /** The same text with that origin. */
    public Sketch from(Origin from) {
        return new Sketch(id, timeMs, from, words, textHash, anchors, shingles, numbers, fillings);
    }

    /** Without what it is compared by. */
    public Card card() {
        return new Card(id, timeMs, origin, words);
    }

    /** Whether there was no word in the text: such a text copies nothing and is copied by nothing. */
    public boolean isEmpty() {
        return shingles.length == 0;
    }
}
