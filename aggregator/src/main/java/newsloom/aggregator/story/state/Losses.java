package newsloom.aggregator.story.state;

/**
 * How much of a language was let go so far, and what bounds cut off. Immutable.
 *
 * @param expired stories dropped for their age
 * @param evicted stories dropped because there were too many
 * @param articles articles and copies forgotten, before their time, because there were too many
 * @param postings entries that a full posting list lost
 * @param members articles that their story no longer remembers one by one
 */
public record Losses(long expired, long evicted, long articles, long postings, long members) {
    public static final Losses NONE = new Losses(0, 0, 0, 0, 0);
    public static final Losses EXPIRED = new Losses(1, 0, 0, 0, 0);
    public static final Losses EVICTED = new Losses(0, 1, 0, 0, 0);
    public static final Losses ARTICLE = new Losses(0, 0, 1, 0, 0);

    /** Of so many members. */
    public static Losses ofMembers(int cut) {
        return new Losses(0, 0, 0, 0, cut);
    }

    /** Of so many entries of posting lists. */
    public static Losses ofPostings(int cut) {
        return new Losses(0, 0, 0, cut, 0);
    }

    Losses plus(Losses more) {
        return new Losses(
                expired + more.expired,
                evicted + more.evicted,
                articles + more.articles,
                postings + more.postings,
                members + more.members);
    }
}
