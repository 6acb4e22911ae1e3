package newsloom.cleaner.dedupe;

import org.jspecify.annotations.Nullable;

/**
 * The place of a text among the groups of copies.
 *
 * @param timeMs time under which the text is filed
 * @param group id of the first article of its group; its own for that one
 * @param head the article that stands for the group; kept up to date with the first article of a group only
 * @param given what was given out of it; null for a copy, and where nobody will ask
 */
record Member(
        String id,
        long timeMs,
        String group,
        String head,
        @Nullable Given given) {

    /** The first of a group of its own. */
    static Member alone(Card card) {
        return new Member(card.id(), card.timeMs(), card.id(), card.id(), null);
    }

    /** Where the decision puts a text. */
    static Member of(Card text, Decision decision, @Nullable Given given) {
        return decision instanceof Decision.Copy copy
                ? new Member(text.id(), text.timeMs(), copy.groupId(), copy.ofId(), null)
                : new Member(text.id(), text.timeMs(), decision.groupId(), text.id(), given);
    }

    Member withHead(String newHead) {
        return new Member(id, timeMs, group, newHead, given);
    }

    boolean isFirst() {
        return group.equals(id);
    }
}
