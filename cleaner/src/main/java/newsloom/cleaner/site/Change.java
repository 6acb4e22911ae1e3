package newsloom.cleaner.site;

/** What a new version of an article changed. */
public enum Change {
    /** A few words, or the headline only. */
    TYPO,
    /** The text before is still there, and more was added to it. */
    APPENDED,
    /** Anything else: another text, a part of it gone. */
    REWRITTEN;

    /** Part of a text that is still there when it was corrected or added to; the trace tells it to some hundredths. */
    private static final double STILL_THERE = 0.85;

    /** Words that a correction may add or take, as a part of the text. */
    private static final double CORRECTED = 0.05;

    private static final int CORRECTED_WORDS = 8;

    /** What happened between two texts. */
    static Change between(Trace before, Trace after) {
        double kept = before.shareIn(after);
        int allowed = Math.max(CORRECTED_WORDS, (int) (CORRECTED * before.words()));
        int more = after.words() - before.words();
        if (kept < STILL_THERE) {
            return REWRITTEN;
        }
        if (Math.abs(more) <= allowed && after.shareIn(before) >= STILL_THERE) {
            return TYPO;
        }
        return more > 0 ? APPENDED : REWRITTEN;
    }
}
