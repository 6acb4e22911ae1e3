package newsloom.cleaner.dedupe;

import java.util.Comparator;
import newsloom.text.shingles.Shingles;

/**
 * What a new text shares with a known one, {@code old}. {@code shingles} and {@code oldShingles} are how many different ones each has. Shingles of 16 bits meet by chance; the share that chance would give is taken out, so
 * that a short text is not found in a very long one that merely holds many values.
 */
record Match(
        Card old,
        int shared,
        int shingles,
        int oldShingles,
        boolean sameText,
        boolean numbersAgree,
        boolean ofShort,
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

    /**
     * Where one of the two has fewer words than {@link #SHORT_WORDS}: one sentence said twice is half of such a text. And where a text holds less of the other than {@link #MIN_SHARE_BACK_OF_HALVES}: what is
     * taken from a much longer text stands in it nearly whole, but for noise; what only quotes has words of its own.
     */
    private static final double MIN_SHARE_OF_PART = 0.75;

    private static final double MIN_SHARE_BACK_OF_HALVES = 0.4;

    private static final int SHORT_WORDS = 60;

    private static final double MIN_LOOSE_SHARE = 0.25;
    private static final int MIN_NUMBERS = 4;
    private static final double MIN_SHARED_NUMBERS = 0.6;
    private static final double FULL_LENGTH = 0.6;
    private static final double VALUES = 1 << Character.SIZE;

    static Match of(Sketch sketch, KnownText old) {
        return of(KnownText.of(sketch), old);
    }

    static Match of(KnownText fresh, KnownText old) {
        return new Match(
                old.card(),
                Shingles.shared(fresh.shingles(), old.shingles()),
                fresh.shingles().length,
                old.shingles().length,
                fresh.textHash() == old.textHash(),
                numbersAgree(fresh, old) && Fillings.agree(fresh.fillings(), old.fillings()),
                Math.min(fresh.card().words(), old.card().words()) < SHORT_WORDS,
                fresh.card().origin().isNeighbourOf(old.card().origin()));
    }

    /** The same as the other text sees it, for which {@code fresh} is the known one. */
    Match seenFromTheOther(Card fresh) {
        return new Match(fresh, shared, oldShingles, shingles, sameText, numbersAgree, ofShort, neighbours);
    }

    /** Nothing in common: the two share no anchor. */
    static Match nothing(Card old) {
        return new Match(old, 0, 1, 1, false, true, false, false);
    }

    /** The part of the new text that stands in the old one, 0 to 1. */
    double shareInOld() {
        return share(shared, shingles, oldShingles);
    }

    /** The part of the old text that stands in the new one, 0 to 1. */
    double shareInNew() {
        return share(shared, oldShingles, shingles);
    }

    double jaccard() {
        return (double) shared / (shingles + oldShingles - shared);
    }

    boolean isCopy() {
        return numbersAgree && shareInOld() >= asked(MIN_SHARE_IN_OLD, shareInNew());
    }

    boolean supersedes() {
        return numbersAgree
                && !isCopy()
                && shareInNew() >= asked(MIN_SHARE_IN_NEW, shareInOld())
                && shareInOld() >= MIN_SHARE_BACK;
    }

    /** @param back how much of the other text is in the one that is asked about */
    private double asked(double usual, double back) {
        if (neighbours) {
            return MIN_SHARE_ON_ONE_SITE;
        }
        return ofShort || back < MIN_SHARE_BACK_OF_HALVES ? MIN_SHARE_OF_PART : usual;
    }

    /** Alike, but for what the frame of a site can make alike. */
    boolean isFrame() {
        return neighbours && !isRelated() && sharesMuch();
    }

    private boolean sharesMuch() {
        return shareInOld() >= MIN_SHARE_IN_OLD || shareInNew() >= MIN_SHARE_IN_NEW;
    }

    /** Alike, but for names and numbers. */
    boolean isTemplate() {
        return !numbersAgree && sharesMuch();
    }

    /** Enough in common for a copy of a copy. */
    boolean isLoose() {
        return Math.max(shareInOld(), shareInNew()) >= MIN_LOOSE_SHARE;
    }

    boolean isRelated() {
        return isCopy() || supersedes();
    }

    CopyKind kind() {
        if (sameText) {
            return CopyKind.EXACT;
        }
        return shareInNew() < FULL_LENGTH && shareInOld() > shareInNew() ? CopyKind.EXCERPT : CopyKind.NEAR;
    }

    private static double share(int shared, int ofThis, int inThat) {
        double chance = inThat / VALUES;
        return Math.max(0, ((double) shared / ofThis - chance) / (1 - chance));
    }

    /** False for two fillings of one template: both have numbers, and few are the same. */
    private static boolean numbersAgree(KnownText fresh, KnownText old) {
        int fewer = Math.min(fresh.numbers().length, old.numbers().length);
        return fewer < MIN_NUMBERS || Shingles.shared(fresh.numbers(), old.numbers()) >= MIN_SHARED_NUMBERS * fewer;
    }
}
