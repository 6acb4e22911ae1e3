package newsloom.aggregator.story;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What is kept to show a story: the state behind {@link StoryView}. Fed with what the decision said, article by article;
 * bounded to some 40 KB. Immutable.
 *
 * @param version how often it changed, relations apart
 * @param articles how many the story holds, copies apart
 * @param reprints how many copies of them were seen
 * @param members the newest by event time, newest first, at most {@value #MAX_MEMBERS}
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
        Tallies tallies,
        Span span,
        List<String> mergedIds,
        List<Relation> relations,
        boolean resting) {
    static final int MAX_MEMBERS = 32;
    static final int MAX_MERGED = 32;
    private static final Comparator<StoryMember> NEWEST =
            Comparator.comparingLong(StoryMember::eventTimeMs).reversed().thenComparing(StoryMember::articleId);

    public StoryLedger {
        members = List.copyOf(members);
        mergedIds = List.copyOf(mergedIds);
        relations = List.copyOf(relations);
    }

    /** A story without articles yet. */
    public static StoryLedger empty(String storyId) {
        return new StoryLedger(storyId, 0, 0, 0, List.of(), Tallies.NONE, Span.NONE, List.of(), List.of(), false);
    }

    /** With one more article; with the new version in place of the old when it holds this article already. */
    public StoryLedger with(StoryMember member) {
        StoryLedger rest = find(member.articleId()).isPresent() ? without(member.articleId()) : this;
        var kept = new ArrayList<>(rest.members);
        kept.add(member);
        kept.sort(NEWEST);
        return rest.changed(
                rest.articles + 1,
                kept.subList(0, Math.min(MAX_MEMBERS, kept.size())),
                rest.tallies.with(member, 1),
                rest.span.with(member, rest.articles == 0));
    }

    /** Without the article; when it is no longer among the members kept, only the count goes. */
    public StoryLedger without(String articleId) {
        return changed(
                articles - 1,
                members.stream().filter(m -> !m.articleId().equals(articleId)).toList(),
                find(articleId).map(member -> tallies.with(member, -1)).orElse(tallies),
                span);
    }

    private StoryLedger changed(int articlesNow, List<StoryMember> membersNow, Tallies talliesNow, Span spanNow) {
        return new StoryLedger(
                storyId,
                version + 1,
                articlesNow,
                reprints,
                membersNow,
                talliesNow,
                spanNow,
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
                storyId, version + 1, articles, reprints + by, members, counted, span, mergedIds, relations, resting);
    }

    /** With the id of a story whose articles it holds now. */
    public StoryLedger withMerged(String otherId) {
        List<String> ids = Stream.concat(Stream.of(otherId), mergedIds.stream())
                .distinct()
                .limit(MAX_MERGED)
                .toList();
        return new StoryLedger(storyId, version, articles, reprints, members, tallies, span, ids, relations, resting);
    }

    /** With other relations; that is no new version. */
    public StoryLedger withRelations(List<Relation> others) {
        return new StoryLedger(
                storyId, version, articles, reprints, members, tallies, span, mergedIds, others, resting);
    }

    /** At rest, or awake; that is no new version. */
    public StoryLedger withResting(boolean rests) {
        return new StoryLedger(
                storyId, version, articles, reprints, members, tallies, span, mergedIds, relations, rests);
    }

    /** Whether nothing is left to show. */
    public boolean isEmpty() {
        return articles <= 0;
    }

    private Optional<StoryMember> find(String articleId) {
        return members.stream().filter(m -> m.articleId().equals(articleId)).findFirst();
    }
}
