package newsloom.aggregator.story;

import java.time.Duration;
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
 * @param sources articles by independent site, at most {@value #MAX_SOURCES} sites
 * @param reprinters copies by site, likewise
 * @param names in how many articles each name is frequent, at most {@value #MAX_NAMES}
 * @param terms in how many articles each word is a key word, likewise
 * @param hours articles by hour since 1970, the last {@value #MAX_HOURS} hours with any; known times only
 * @param firstMs earliest known publication, or the earliest fetch while none is known
 * @param lastMs latest, likewise
 * @param dated whether any publication is known
 * @param mergedIds stories that became part of it, the newest first, at most {@value #MAX_MERGED}
 * @param relations stories of the same happening in other languages, the surest first
 */
public record StoryLedger(
        String storyId,
        long version,
        int articles,
        int reprints,
        List<StoryMember> members,
        Tally<String> sources,
        Tally<String> reprinters,
        Tally<String> names,
        Tally<String> terms,
        Tally<Long> hours,
        long firstMs,
        long lastMs,
        boolean dated,
        List<String> mergedIds,
        List<Relation> relations) {
    static final int MAX_MEMBERS = 32;
    static final int MAX_SOURCES = 200;
    static final int MAX_NAMES = 60;
    static final int MAX_HOURS = 240;
    static final int MAX_MERGED = 32;
    private static final long MS_PER_HOUR = Duration.ofHours(1).toMillis();
    private static final Comparator<StoryMember> NEWEST =
            Comparator.comparingLong(StoryMember::eventTimeMs).reversed().thenComparing(StoryMember::articleId);

    public StoryLedger {
        members = List.copyOf(members);
        mergedIds = List.copyOf(mergedIds);
        relations = List.copyOf(relations);
    }

    /** A story without articles yet. */
    public static StoryLedger empty(String storyId) {
        return new StoryLedger(
                storyId,
                0,
                0,
                0,
                List.of(),
                Tally.empty(),
                Tally.empty(),
                Tally.empty(),
                Tally.empty(),
                Tally.empty(),
                0,
                0,
                false,
                List.of(),
                List.of());
    }

    /** With one more article; with the new version in place of the old when it holds this article already. */
    public StoryLedger with(StoryMember member) {
        StoryLedger rest = find(member.articleId()).isPresent() ? without(member.articleId()) : this;
        var kept = new ArrayList<>(rest.members);
        kept.add(member);
        kept.sort(NEWEST);
        return rest.changed(1, 0, kept.subList(0, Math.min(MAX_MEMBERS, kept.size())))
                .tallied(member, 1)
                .spanning(member);
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
        StoryLedger next = changed(0, by, members);
        return site.isEmpty()
                ? next
                : next.reprintedBy(reprinters.plus(site, by).largest(MAX_SOURCES));
    }

    /** Without the article; when it is no longer among the members kept, only the count goes. */
    public StoryLedger without(String articleId) {
        Optional<StoryMember> gone = find(articleId);
        StoryLedger next = changed(
                -1,
                0,
                members.stream().filter(m -> !m.articleId().equals(articleId)).toList());
        return gone.map(member -> next.tallied(member, -1)).orElse(next);
    }

    /** With the id of a story whose articles it holds now. */
    public StoryLedger withMerged(String otherId) {
        List<String> ids = Stream.concat(Stream.of(otherId), mergedIds.stream())
                .distinct()
                .limit(MAX_MERGED)
                .toList();
        return new StoryLedger(
                storyId,
                version,
                articles,
                reprints,
                members,
                sources,
                reprinters,
                names,
                terms,
                hours,
                firstMs,
                lastMs,
                dated,
                ids,
                relations);
    }

    /** With other relations; that is no new version. */
    public StoryLedger withRelations(List<Relation> others) {
        return new StoryLedger(
                storyId,
                version,
                articles,
                reprints,
                members,
                sources,
                reprinters,
                names,
                terms,
                hours,
                firstMs,
                lastMs,
                dated,
                mergedIds,
                others);
    }

    /** Whether nothing is left to show. */
    public boolean isEmpty() {
        return articles <= 0;
    }

    private Optional<StoryMember> find(String articleId) {
        return members.stream().filter(m -> m.articleId().equals(articleId)).findFirst();
    }

    private StoryLedger changed(int articlesMore, int reprintsMore, List<StoryMember> newMembers) {
        return new StoryLedger(
                storyId,
                version + 1,
                articles + articlesMore,
                reprints + reprintsMore,
                newMembers,
                sources,
                reprinters,
                names,
                terms,
                hours,
                firstMs,
                lastMs,
                dated,
                mergedIds,
                relations);
    }

    private StoryLedger reprintedBy(Tally<String> newReprinters) {
        return new StoryLedger(
                storyId,
                version,
                articles,
                reprints,
                members,
                sources,
                newReprinters,
                names,
                terms,
                hours,
                firstMs,
                lastMs,
                dated,
                mergedIds,
                relations);
    }

    private StoryLedger tallied(StoryMember member, int by) {
        return new StoryLedger(
                storyId,
                version,
                articles,
                reprints,
                members,
                member.site().isEmpty()
                        ? sources
                        : sources.plus(member.site(), by).largest(MAX_SOURCES),
                reprinters,
                counted(names, member.names(), by).largest(MAX_NAMES),
                counted(terms, member.terms(), by).largest(MAX_NAMES),
                member.dateKnown()
                        ? hours.plus(Math.floorDiv(member.eventTimeMs(), MS_PER_HOUR), by)
                                .last(MAX_HOURS)
                        : hours,
                firstMs,
                lastMs,
                dated,
                mergedIds,
                relations);
    }

    private static Tally<String> counted(Tally<String> tally, List<String> words, int by) {
        Tally<String> counted = tally;
        for (String word : words) {
            counted = counted.plus(word, by);
        }
        return counted;
    }

    private StoryLedger spanning(StoryMember member) {
        boolean fresh = articles == 1 || (member.dateKnown() && !dated);
        if (!fresh && dated && !member.dateKnown()) {
            return this;
        }
        long time = member.eventTimeMs();
        return new StoryLedger(
                storyId,
                version,
                articles,
                reprints,
                members,
                sources,
                reprinters,
                names,
                terms,
                hours,
                fresh ? time : Math.min(firstMs, time),
                fresh ? time : Math.max(lastMs, time),
                dated || member.dateKnown(),
                mergedIds,
                relations);
    }
}
