package newsloom.cleaner.dedupe;

/**
 * The place of a text among the groups of copies.
 *
 * @param timeMs time under which the text is filed
 * @param group id of the first article of its group; its own for that one
 * @param head the article that stands for the group; kept up to date with the first article of a group only
 */
record Member(String id, long timeMs, String group, String head) {

    /** The first of a group of its own. */
    static Member alone(Card card) {
        return new Member(card.id(), card.timeMs(), card.id(), card.id());
    }

    Member withHead(String newHead) {
        return new Member(id, timeMs, group, newHead);
    }

    boolean isFirst() {
        return group.equals(id);
    }
}
