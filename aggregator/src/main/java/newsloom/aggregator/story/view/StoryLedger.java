package newsloom.aggregator.story.view;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import newsloom.aggregator.story.state.StoryMember;

/**
 * What is kept to show a story: the state behind {@link StoryView}. Fed with what the decision said, article by article;
 * bounded to some 60 KB. Immutable.
 *
 * @param version how often it changed, relations apart
 * @param articles how many the story holds, copies apart
 * @param reprints how many copies of them were seen
 * @param members the newest by event time, newest first, at most {@value #MAX_MEMBERS}
 * @param earlier the next newest, at most {@value #MAX_EARLIER}; of what came before them only the count is known
 * @param mergedIds stories that became part of it, the newest first, at most {@value #MAX_MERGED}
 * @param relations stories of the same happening in other languages, the surest first
 * @param resting whether it rests, as far as it was told
 */
public record StoryLedger(
        String storyId,
        long version,
        int articles,
        int reprints,
        List<StoryMember> members,
        List<EarlierArticle> earlier,
        Tallies tallies,
        Span span,
        List<String> mergedIds,
        List<Relation> relations,
        boolean resting) {
    static final int MAX_MEMBERS = 32;
    static final int MAX_EARLIER = 224;
    static final int MAX_MERGED = 128;
    private static final Comparator<StoryMember> NEWEST =
            Comparator.comparingLong(StoryMember::eventTimeMs).reversed().thenComparing(StoryMember::articleId);
    private static final Comparator<EarlierArticle> NEWEST_EARLIER =
            Comparator.comparingLong(EarlierArticle::eventTimeMs).reversed().thenComparing(EarlierArticle::articleId);

    public StoryLedger {
        members = List.copyOf(members);
        earlier = List.copyOf(earlier);
        mergedIds = List.copyOf(mergedIds);
        relations = List.copyOf(relations);
    }

    /** A story without articles yet. */
    public static StoryLedger empty(String storyId) {
        return new StoryLedger(
                storyId, 0, 0, 0, List.of(), List.of(), Tallies.NONE, Span.NONE, List.of(), List.of(), false);
    }

    /** With one more article; with the new version in place of the old when it is known to hold this article already. */
    public StoryLedger with(StoryMember member) {
        return knows(member.articleId())
                ? replacing(member.articleId(), member)
                : added(member, tallies.with(member, 1));
    }

    /** With one article in the place of another one. Of a former one that is not known any more nothing could be taken out of what is counted, so nothing is counted for the new one. */
    public StoryLedger replacing(String formerId, StoryMember member) {
        if (!knows(formerId)) {
            return changed(articles, members, earlier, tallies);
        }
        boolean named = listed(formerId).isEmpty(); // names and terms of an earlier one stayed
        StoryLedger rest = without(formerId);
        return rest.added(
                member, named ? rest.tallies.with(EarlierArticle.of(member), 1) : rest.tallies.with(member, 1));
    }

    private StoryLedger added(StoryMember member, Tallies counted) {
        var all = new ArrayList<>(members);
        all.add(member);
        all.sort(NEWEST);
        List<StoryMember> listed = all.subList(0, Math.min(MAX_MEMBERS, all.size()));
        List<EarlierArticle> next = Stream.concat(
                        earlier.stream(), all.stream().skip(listed.size()).map(EarlierArticle::of))
                .sorted(NEWEST_EARLIER)
                .limit(MAX_EARLIER)
                .toList();
        return changed(articles + 1, listed, next, counted);
    }

    /** Without the article. Of an earlier one names and terms stay, of one that is not known any more all but the count. */
    public StoryLedger without(String articleId) {
        Tallies counted = listed(articleId)
                .map(member -> tallies.with(member, -1))
                .or(() -> earlier(articleId).map(article -> tallies.with(article, -1)))
                .orElse(tallies);
        return changed(
                articles - 1,
                members.stream().filter(m -> !m.articleId().equals(articleId)).toList(),
                earlier.stream().filter(e -> !e.articleId().equals(articleId)).toList(),
                counted);
    }

    private StoryLedger changed(int count, List<StoryMember> listed, List<EarlierArticle> next, Tallies counted) {
        return new StoryLedger(
                storyId,
                version + 1,
                count,
                reprints,
                listed,
                next,
                counted,
                span.over(
                        Stream.concat(listed.stream().map(EarlierArticle::of), next.stream())
                                .toList(),
                        count),
                mergedIds,
                relations,
                resting);
    }

    /** With a copy of one of its articles. */
    public StoryLedger withReprint(String site) {
        return reprinted(site, 1);
    }

    /** Without a copy that is none any more. */
    public StoryLedger withoutReprint(String site) {
        return reprinted(site, reprints > 0 ? -1 : 0);
    }

    private StoryLedger reprinted(String site, int by) {
        Tallies counted = tallies.withReprint(site, by);
        return new StoryLedger(
                storyId,
                version + 1,
                articles,
                reprints + by,
                members,
                earlier,
                counted,
                span,
                mergedIds,
                relations,
                resting);
    }

    /** With the id of a story whose articles it holds now. */
    public StoryLedger withMerged(String otherId) {
        List<String> ids = Stream.concat(Stream.of(otherId), mergedIds.stream())
                .distinct()
                .limit(MAX_MERGED)
                .toList();
        return new StoryLedger(
                storyId, version, articles, reprints, members, earlier, tallies, span, ids, relations, resting);
    }

    /** With other relations; that is no new version. */
    public StoryLedger withRelations(List<Relation> others) {
        return new StoryLedger(
                storyId, version, articles, reprints, members, earlier, tallies, span, mergedIds, others, resting);
    }

    /** At rest, or awake; that is no new version. */
    public StoryLedger withResting(boolean rests) {
        return new StoryLedger(
                storyId, version, articles, reprints, members, earlier, tallies, span, mergedIds, relations, rests);
    }

    /** Whether nothing is left to show. */
    public boolean isEmpty() {
        return articles <= 0;
    }

    private boolean knows(String articleId) {
        return listed(articleId).isPresent() || earlier(articleId).isPresent();
    }

    private Optional<StoryMember> listed(String articleId) {
        return members.stream().filter(m -> m.articleId().equals(articleId)).findFirst();
    }

    private Optional<EarlierArticle> earlier(String articleId) {
        return earlier.stream().filter(e -> e.articleId().equals(articleId)).findFirst();
    }
}
