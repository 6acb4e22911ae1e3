package newsloom.cleaner.dedupe;

/** What is kept of a text to compare others with: its sketch without the anchors, which are the keys it is found by. */
@SuppressWarnings("ArrayRecordComponent") // read for every candidate; never compared
record KnownText(Card card, long textHash, char[] shingles, char[] numbers, int[] fillings) {

    static KnownText of(Sketch sketch) {
        return new KnownText(sketch.card(), sketch.textHash(), sketch.shingles(), sketch.numbers(), sketch.fillings());
    }

    String id() {
        return card.id();
    }

    long timeMs() {
        return card.timeMs();
    }
}
