package newsloom.cleaner.dedupe;

import org.jspecify.annotations.Nullable;

/**
 * What an article is among those known. Shares are of different word 3-grams, 0 to 1: {@code shareInOld} is the part of the
 * new text that stands in the old one, {@code shareInNew} the part of the old text that stands in the new one. A group is named by
 * the id of its first article.
 */
public sealed interface Decision {

    /** The group the article is in from now on. */
    String groupId();

    /** No copy: the article stands for itself. {@code why} says what came nearest, {@code nearestId}, when something did. */
    record Original(String groupId, @Nullable String nearestId, String why) implements Decision {}

    /** How much of two texts is the same, in different word 3-grams. */
    record Shares(double inOld, double inNew, int shared, int ofNew, int ofOld) {
        /** The same with the texts in each other's place. */
        public Shares seenFromTheOther() {
            return new Shares(/* inOld= */ inNew, /* inNew= */ inOld, shared, /* ofNew= */ ofOld, /* ofOld= */ ofNew);
        }
    }

    /**
     * A copy, to be dropped.
     *
     * @param ofId the article that stands for the group now: what readers see instead
     * @param matchedId the text that was matched, itself perhaps a copy in the same group; the shares are with this one
     * @param nearExact whether later copies of it will be found by the text it was matched with, too
     */
    record Copy(
            String ofId, String matchedId, String groupId, CopyKind kind, Shares shares, boolean nearExact, String why)
            implements Decision {}

    /** Why a text takes the place of the one that stood for its group. */
    enum Cause {
        /** The other one is an excerpt of it. */
        FULLER,
        /** It was published earlier. */
        EARLIER,
        /** The other one says that it is somebody else's, and this one does not. */
        UNCREDITED
    }

    /**
     * Stands for the group from now on, and {@code oldId}, which stood for it so far, is to be withdrawn: an excerpt of it, or a copy that came to us before it. Copies that come later name
     * the new article.
     */
    record Supersedes(String oldId, String groupId, Cause cause, Shares shares, String why) implements Decision {}
}
