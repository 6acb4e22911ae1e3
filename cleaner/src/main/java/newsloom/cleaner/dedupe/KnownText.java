package newsloom.cleaner.dedupe;

/**
 * What is kept of a text: its sketch without the anchors, which are the keys it is found by.
 *
 * @param group id of the first article of its group; its own for that one
 * @param head the article that stands for the group; kept up to date with the first article of a group only
 */
@SuppressWarnings("ArrayRecordComponent") // read for every candidate; never compared
record KnownText(
        String id,
        long timeMs,
        Origin origin,
        int words,
        long textHash,
        String group,
        String head,
        char[] shingles,
        char[] numbers) {

    static KnownText of(Sketch sketch, String group, String head) {
        return new KnownText(
                sketch.id(),
                sketch.timeMs(),
                sketch.origin(),
                sketch.words(),
                sketch.textHash(),
                group,
                head,
                sketch.shingles(),
                sketch.numbers());
    }

    KnownText withHead(String newHead) {
        return new KnownText(id, timeMs, origin, words, textHash, group, newHead, shingles, numbers);
    }
}
