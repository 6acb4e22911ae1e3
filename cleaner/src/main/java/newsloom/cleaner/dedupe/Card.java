package newsloom.cleaner.dedupe;

/**
 * A text without the words it is compared by: what the decision on groups needs of it.
 *
 * @param id article id
 * @param timeMs time under which it is filed, epoch milliseconds, not negative: arrival or fetch, never publication
 * @param origin where it comes from
 * @param words length of the compared text
 */
public record Card(String id, long timeMs, Origin origin, int words) {}
