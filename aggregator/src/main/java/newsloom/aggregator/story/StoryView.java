package newsloom.aggregator.story;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import newsloom.aggregator.names.Name;
import newsloom.text.vectors.SparseVector;

/**
 * A story as it is published.
 *
 * @param headline title of the recent member most in the middle; empty only when no member has a title
 * @param headlineArticleId the member it is from
 * @param lead one to three sentences of that member, or of the next one that has any; may be empty
 * @param language of that member
 * @param firstMs first publication, or fetch where no member tells a date
 * @param lastMs last publication, likewise
 * @param sources articles by independent site, most first
 * @param reprints copies seen
 * @param reprinters copies by site, most first
 * @param members newest first
 * @param names what and whom it is about, with the share of articles that name it often, 0..1, highest first
 * @param terms key words, with the share of articles that they mark, likewise
 * @param activity articles by hour, the key being the start of the hour; hours without any are left out
 * @param importance see {@link Pulse#importance}
 * @param trend see {@link Pulse#trend}, -1..1
 * @param mergedIds stories that became part of it, the newest first
 * @param relations stories of the same happening in other languages, the surest first
 */
public record StoryView(
        String storyId,
        long version,
        String headline,
        String headlineArticleId,
        String lead,
        String language,
        long firstMs,
        long lastMs,
        boolean dateKnown,
        int articles,
        List<Map.Entry<String, Integer>> sources,
        int reprints,
        List<Map.Entry<String, Integer>> reprinters,
        List<StoryMember> members,
        List<Map.Entry<Name, Double>> names,
        List<Map.Entry<String, Double>> terms,
        List<Map.Entry<Long, Integer>> activity,
        double importance,
        double trend,
        List<String> mergedIds,
        List<Relation> relations) {
    private static final int RECENT = 12;
    private static final int MAX_NAMES = 12;
    private static final long MS_PER_HOUR = Duration.ofHours(1).toMillis();

    /**
     * The view of a ledger.
     *
     * @throws IllegalArgumentException when the ledger keeps no member
     */
    public static StoryView of(StoryLedger ledger) {
        if (ledger.members().isEmpty()) {
            throw new IllegalArgumentException("story " + ledger.storyId() + " has no members");
        }
        List<StoryMember> central = fromTheMiddle(ledger.members());
        StoryMember head =
                central.stream().filter(m -> !m.title().isEmpty()).findFirst().orElse(central.get(0));
        String lead = head.lead().isEmpty()
                ? central.stream()
                        .map(StoryMember::lead)
                        .filter(l -> !l.isEmpty())
                        .findFirst()
                        .orElse("")
                : head.lead();
        return new StoryView(
                ledger.storyId(),
                ledger.version(),
                head.title(),
                head.articleId(),
                lead,
                head.language(),
                ledger.span().firstMs(),
                ledger.span().lastMs(),
                ledger.span().dated(),
                ledger.articles(),
                ledger.tallies().sources().byCount(),
                ledger.reprints(),
                ledger.tallies().reprinters().byCount(),
                ledger.members(),
                shares(StoryNames.of(ledger.tallies().names()), ledger),
                shares(ledger.tallies().terms().byCount(), ledger),
                ledger.tallies().hours().counts().entrySet().stream()
                        .map(e -> Map.entry(e.getKey() * MS_PER_HOUR, e.getValue()))
                        .toList(),
                Pulse.importance(ledger),
                Pulse.trend(ledger.tallies().hours()),
                ledger.mergedIds(),
                ledger.relations());
    }

    /** Recent members, the one nearest to all openings together first; of equally near ones the newer. */
    private static List<StoryMember> fromTheMiddle(List<StoryMember> members) {
        SparseVector sum = SparseVector.EMPTY;
        for (StoryMember member : members) {
            sum = sum.plus(
                    member.opening().size() == 0
                            ? SparseVector.EMPTY
                            : member.opening().unit(),
                    1);
        }
        SparseVector middle = sum;
        return members.stream()
                .limit(RECENT)
                .sorted(Comparator.comparingDouble(
                        (StoryMember member) -> -member.opening().cosine(middle)))
                .toList();
    }

    private static <K> List<Map.Entry<K, Double>> shares(List<Map.Entry<K, Integer>> counted, StoryLedger ledger) {
        var shares = new ArrayList<Map.Entry<K, Double>>();
        counted.stream()
                .limit(MAX_NAMES)
                .forEach(e -> shares.add(Map.entry(
                        e.getKey(), Math.min(1, e.getValue() / (double) Math.max(1, ledger.articles())))));
        return shares;
    }
}
