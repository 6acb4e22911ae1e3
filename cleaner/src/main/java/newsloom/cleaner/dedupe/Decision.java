package newsloom.cleaner.dedupe;

/**
 * What an article is among those known. Shares are of different word 3-grams, 0 to 1: {@code shareInOld} is the part of the
 * new text that stands in the old one, {@code shareInNew} the part of the old text that stands in the new one. A group is named by
 * the id of its first article.
 */
public sealed interface Decision {

    /** The group the article is in from now on. */
    String groupId();

    /** No copy: the article stands for itself. {@code why} says what came nearest, when something did. */
    record Original(String groupId, String why) implements Decision {}

    /**
     * A copy, to be dropped.
     *
     * @param ofId the article that stands for the group now: what readers see instead
     * @param matchedId the text that was matched, itself perhaps a copy in the same group; the shares are with this one
     */
    record Copy(
            String ofId,
            String matchedId,
            String groupId,
            CopyKind kind,
            double shareInOld,
            double shareInNew,
            int sharedShingles,
            String why)
            implements Decision {}

    /**
     * The fuller text of a known excerpt: stands for the group from now on, and {@code oldId}, which stood for it so far, is to be
     * withdrawn. Copies that come later name the new article.
     */
    record Supersedes(
            String oldId, String groupId, double shareInOld, double shareInNew, int sharedShingles, String why)
            implements Decision {}
}
