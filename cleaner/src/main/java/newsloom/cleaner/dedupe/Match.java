package newsloom.cleaner.dedupe;

import java.util.Comparator;
import newsloom.text.shingles.Shingles;

/**
 * What a new text shares with a known one. Shingles of 16 bits meet by chance; the share that chance would give is taken out, so
 * that a short text is not found in a very long one that merely holds many values.
 */
record Match(
        KnownText old,
        int shared,
        double shareInOld,
        double shareInNew,
        double jaccard,
        boolean numbersAgree,
        boolean neighbours) {

    /** The most similar first; then the larger overlap, the older text, the smaller id. */
    static final Comparator<Match> BEST_FIRST = Comparator.comparingDouble(Match::jaccard)
            .thenComparingInt(Match::shared)
            .reversed()
            .thenComparingLong(m -> m.old().timeMs())
            .thenComparing(m -> m.old().id());

    private static final double MIN_SHARE_IN_OLD = 0.5;
    private static final double MIN_SHARE_IN_NEW = 0.6;
    private static final double MIN_SHARE_BACK = 0.1;
    /** Of two articles of one site with headlines of their own: what the site puts around every article is no copy. */
    private static final double MIN_SHARE_ON_ONE_SITE = 0.9;

    private static final double MIN_LOOSE_SHARE = 0.25;
    private static final int MIN_NUMBERS = 4;
    private static final double MIN_SHARED_NUMBERS = 0.6;
    private static final double FULL_LENGTH = 0.6;
    private static final double VALUES = 1 << Character.SIZE;

    static Match of(Sketch sketch, KnownText old) {
        int shared = Shingles.shared(sketch.shingles(), old.shingles());
        int inNew = sketch.shingles().length;
        int inOld = old.shingles().length;
        double jaccard = (double) shared / (inNew + inOld - shared);
        return new Match(
                old,
                shared,
                share(shared, inNew, inOld),
                share(shared, inOld, inNew),
                jaccard,
                numbersAgree(sketch, old),
                sketch.origin().isNeighbourOf(old.origin()));
    }

    boolean isCopy() {
        return numbersAgree && shareInOld >= (neighbours ? MIN_SHARE_ON_ONE_SITE : MIN_SHARE_IN_OLD);
    }

    boolean supersedes() {
        return numbersAgree
                && !isCopy()
                && shareInNew >= (neighbours ? MIN_SHARE_ON_ONE_SITE : MIN_SHARE_IN_NEW)
                && shareInOld >= MIN_SHARE_BACK;
    }

    /** Alike, but for what the frame of a site can make alike. */
    boolean isFrame() {
        return neighbours && !isRelated() && sharesMuch();
    }

    private boolean sharesMuch() {
        return shareInOld >= MIN_SHARE_IN_OLD || shareInNew >= MIN_SHARE_IN_NEW;
    }

    /** Alike, but for the numbers. */
    boolean isTemplate() {
        return !numbersAgree && sharesMuch();
    }

    /** Enough in common for a copy of a copy. */
    boolean isLoose() {
        return Math.max(shareInOld, shareInNew) >= MIN_LOOSE_SHARE;
    }

    boolean isRelated() {
        return isCopy() || supersedes();
    }

    CopyKind kind(Sketch sketch) {
        if (sketch.textHash() == old.textHash()) {
            return CopyKind.EXACT;
        }
        return shareInNew < FULL_LENGTH && shareInOld > shareInNew ? CopyKind.EXCERPT : CopyKind.NEAR;
    }

    private static double share(int shared, int ofThis, int inThat) {
        double chance = inThat / VALUES;
        return Math.max(0, ((double) shared / ofThis - chance) / (1 - chance));
    }

    /** False for two fillings of one template: both have numbers, and few are the same. */
    private static boolean numbersAgree(Sketch sketch, KnownText old) {
        int fewer = Math.min(sketch.numbers().length, old.numbers().length);
        return fewer < MIN_NUMBERS || Shingles.shared(sketch.numbers(), old.numbers()) >= MIN_SHARED_NUMBERS * fewer;
    }
}
