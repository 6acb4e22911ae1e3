package newsloom.aggregator.story.state;

import java.util.ArrayList;
import java.util.List;
import java.util.LongSummaryStatistics;
import java.util.Optional;
import newsloom.aggregator.story.decide.StoryIds;
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
 * @param tookIn whether another story became part of it
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
        boolean resting,
        boolean tookIn) {
    public static final int MAX_MEMBERS = 8;
    private static final int RESTING_MEMBERS = 2;

    public StoryState {
        members = List.copyOf(members);
    }

    /** Of one article. */
    public static StoryState founded(long id, Member founder, long nowMs, KeySet keys) {
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
                false,
                false);
    }

    /** With one more article; of more than {@value #MAX_MEMBERS} members the second goes, so that the founder and the newest stay. */
    public StoryState with(Member member, long nowMs, KeySet keys) {
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
                        false,
                        tookIn)
                .withSpan(member);
    }

    /** With one more copy. */
    public StoryState withReprint(long nowMs) {
        return withReprints(reprints + 1, Math.max(touchedMs, nowMs), false);
    }

    /** With one copy less. */
    public StoryState withoutReprint() {
        return withReprints(Math.max(0, reprints - 1), touchedMs, resting);
    }

    /** With so many copies, touched then, resting or not. */
    public StoryState withReprints(int count, long touched, boolean rests) {
        return new StoryState(
                id, articles, count, sum, members, firstEventMs, lastEventMs, touched, keys, rests, tookIn);
    }

    /** Of its members the founder and the newest, of its sum the heaviest third. */
    public StoryState laidToRest() {
        List<Member> kept =
                members.size() <= RESTING_MEMBERS ? members : List.of(members.get(0), members.get(members.size() - 1));
        return new StoryState(
                id, articles, reprints, sum.third(), kept, firstEventMs, lastEventMs, touchedMs, keys, true, tookIn);
    }

    /** The same, said to have another story in it or not. */
    public StoryState withTookIn(boolean took) {
        return new StoryState(
                id, articles, reprints, sum, members, firstEventMs, lastEventMs, touchedMs, keys, resting, took);
    }

    /** Without the article. One that is no longer kept as a member takes an average share of the sum with it. */
    public StoryState without(String articleId) {
        Optional<Member> gone = member(articleId);
        var kept = new ArrayList<>(members);
        gone.ifPresent(kept::remove);
        StoryState rest = new StoryState(
                id,
                articles - 1,
                reprints,
                gone.map(member -> sum.plus(member.views(), -1)).orElseGet(() -> sum.plus(sum, -1f / articles)),
                kept,
                firstEventMs,
                lastEventMs,
                touchedMs,
                keys,
                resting,
                tookIn);
        boolean all = kept.size() == rest.articles && !kept.isEmpty();
        return all ? rest.withSpan(kept) : rest;
    }

    /** From the first to the last of these. */
    private StoryState withSpan(List<Member> all) {
        LongSummaryStatistics times = all.stream()
                .filter(member -> member.dateKnown() || all.stream().noneMatch(Member::dateKnown))
                .mapToLong(Member::eventTimeMs)
                .summaryStatistics();
        return withSpan(times.getMin(), times.getMax());
    }

    private StoryState withSpan(long from, long to) {
        return new StoryState(id, articles, reprints, sum, members, from, to, touchedMs, keys, resting, tookIn);
    }

    Optional<Member> member(String articleId) {
        return members.stream().filter(m -> m.articleId().equals(articleId)).findFirst();
    }

    /** Those that may still go to another story: all, while it has no more articles than it keeps as members and does not rest. */
    public List<Member> movable() {
        return articles <= MAX_MEMBERS && !resting ? members : List.of();
    }

    /** Whether any article tells its date. */
    public boolean dated() {
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
        return withSpan(from, to);
    }
}
