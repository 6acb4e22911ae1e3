package newsloom.aggregator.story;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import newsloom.text.vectors.KeySet;

/**
 * What the decision knows of a story; bounded, mostly 1 to 6 KB. Immutable.
 *
 * @param id see {@link StoryIds}
 * @param articles how many it holds, copies apart; may exceed the members kept
 * @param reprints copies counted
 * @param sum the views of all its articles added up, pruned
 * @param members the founder first, then the newest to arrive, at most {@value #MAX_MEMBERS}
 * @param firstEventMs earliest known publication (fetch time while none is known)
 * @param lastEventMs latest known publication (likewise)
 * @param touchedMs stream time when it last took something in, for expiry; whatever old pages say, it was not long ago that they came
 * @param keys the posting lists that name it
 * @param resting whether nothing came for long; then it is cut down to some 1 KB
 */
public record StoryState(
        long id,
        int articles,
        int reprints,
        Views sum,
        List<Member> members,
        long firstEventMs,
        long lastEventMs,
        long touchedMs,
        KeySet keys,
        boolean resting) {
    static final int MAX_MEMBERS = 8;
    private static final int RESTING_MEMBERS = 2;

    public StoryState {
        members = List.copyOf(members);
    }

    static StoryState founded(long id, Member founder, long nowMs, KeySet keys) {
        return new StoryState(
                id,
                1,
                0,
                Views.EMPTY.plus(founder.views(), 1),
                List.of(founder),
                founder.eventTimeMs(),
                founder.eventTimeMs(),
                nowMs,
                keys,
                false);
    }

    StoryState with(Member member, long nowMs, KeySet keys) {
        var kept = new ArrayList<>(members);
        kept.add(member);
        if (kept.size() > MAX_MEMBERS) {
            kept.remove(1);
        }
        return new StoryState(
                        id,
                        articles + 1,
                        reprints,
                        sum.plus(member.views(), 1),
                        kept,
                        firstEventMs,
                        lastEventMs,
                        Math.max(touchedMs, nowMs),
                        keys,
                        false)
                .withSpan(member);
    }

    StoryState withReprint(long nowMs) {
        return withReprints(reprints + 1, Math.max(touchedMs, nowMs), false);
    }

    StoryState withoutReprint() {
        return withReprints(Math.max(0, reprints - 1), touchedMs, resting);
    }

    StoryState withReprints(int count, long touched, boolean rests) {
        return new StoryState(id, articles, count, sum, members, firstEventMs, lastEventMs, touched, keys, rests);
    }

    /** Of its members the founder and the newest, of its sum the heaviest third. */
    StoryState laidToRest() {
        List<Member> kept =
                members.size() <= RESTING_MEMBERS ? members : List.of(members.get(0), members.get(members.size() - 1));
        return new StoryState(
                id, articles, reprints, sum.third(), kept, firstEventMs, lastEventMs, touchedMs, keys, true);
    }

    /** Without the article; of one that is no longer kept as a member only the count goes. */
    StoryState without(String articleId) {
        Optional<Member> gone = member(articleId);
        var kept = new ArrayList<>(members);
        gone.ifPresent(kept::remove);
        return new StoryState(
                id,
                articles - 1,
                reprints,
                gone.map(member -> sum.plus(member.views(), -1)).orElse(sum),
                kept,
                firstEventMs,
                lastEventMs,
                touchedMs,
                keys,
                resting);
    }

    Optional<Member> member(String articleId) {
        return members.stream().filter(m -> m.articleId().equals(articleId)).findFirst();
    }

    /** Those that may still go to another story: all, while it has no more articles than it keeps as members and does not rest. */
    List<Member> movable() {
        return articles <= MAX_MEMBERS && !resting ? members : List.of();
    }

    /** Whether any article tells its date. */
    boolean dated() {
        return members.stream().anyMatch(Member::dateKnown);
    }

    /** A known date widens the span; the first known one replaces what fetch times had put there. */
    private StoryState withSpan(Member member) {
        if (!member.dateKnown()) {
            return this;
        }
        boolean first = members.stream().filter(Member::dateKnown).count() == 1 && articles <= MAX_MEMBERS;
        long from = first ? member.eventTimeMs() : Math.min(firstEventMs, member.eventTimeMs());
        long to = first ? member.eventTimeMs() : Math.max(lastEventMs, member.eventTimeMs());
        return new StoryState(id, articles, reprints, sum, members, from, to, touchedMs, keys, resting);
    }
}
