package newsloom.aggregator.story.view;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import newsloom.aggregator.names.Name;
import newsloom.aggregator.story.state.StoryMember;

/**
 * A story as it is published.
 *
 * @param headline title of the recent member most in the middle, see {@link Central}; empty only when no member has a title, or none is left
 * @param headlineArticleId the member it is from; empty when none is left
 * @param lead one to three sentences of that member, or of the next one that has any; may be empty
 * @param language of that member; {@code und} when none is left
 * @param firstMs first publication, or fetch where no member tells a date
 * @param lastMs last publication, likewise
 * @param firstArticleId whose is the first; empty where it is not known any more
 * @param sources articles by independent site, most first
 * @param reprints copies seen
 * @param reprinters copies by site, most first
 * @param members newest first; none where those that are kept were all taken back
 * @param names what and whom it is about, with the share of articles that name it often, 0..1, highest first; of equal ones what the listed articles rank highest
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
        String firstArticleId,
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
    private static final String UNDETERMINED = "und";
    private static final int MAX_NAMES = 12;
    private static final long MS_PER_HOUR = Duration.ofHours(1).toMillis();

    /** The view of a ledger. Where all members that are kept were taken back, what is counted of the others, under no headline. */
    public static StoryView of(StoryLedger ledger) {
        List<StoryMember> central = Central.first(ledger.members());
        Optional<StoryMember> head = central.stream()
                .filter(member -> !member.title().isEmpty())
                .findFirst()
                .or(() -> central.stream().findFirst());
        String lead = Stream.of(head.stream(), central.stream(), ledger.members().stream())
                .flatMap(members -> members)
                .map(StoryMember::lead)
                .filter(sentences -> !sentences.isEmpty())
                .findFirst()
                .orElse("");
        String language = head.map(StoryMember::language).orElse(UNDETERMINED);
        return new StoryView(
                ledger.storyId(),
                ledger.version(),
                head.map(StoryMember::title).orElse(""),
                head.map(StoryMember::articleId).orElse(""),
                lead,
                language,
                ledger.span().firstMs(),
                ledger.span().lastMs(),
                ledger.span().firstId(),
                ledger.span().dated(),
                ledger.articles(),
                ledger.tallies().sources().byCount(),
                ledger.reprints(),
                ledger.tallies().reprinters().byCount(),
                ledger.members(),
                shares(names(ledger, language), ledger),
                shares(terms(ledger), ledger),
                ledger.tallies().hours().counts().entrySet().stream()
                        .map(e -> Map.entry(e.getKey() * MS_PER_HOUR, e.getValue()))
                        .toList(),
                Pulse.importance(ledger),
                Pulse.trend(ledger.tallies().hours()),
                ledger.mergedIds(),
                ledger.relations());
    }

    private static List<Map.Entry<Name, Integer>> names(StoryLedger ledger, String language) {
        var prominence = new Prominence(ledger.members().stream()
                .map(member -> member.names().stream().map(Name::text).toList())
                .toList());
        return prominence.sorted(StoryNames.of(ledger.tallies().names(), language), Name::text);
    }

    private static List<Map.Entry<String, Integer>> terms(StoryLedger ledger) {
        var prominence =
                new Prominence(ledger.members().stream().map(StoryMember::terms).toList());
        return prominence.sorted(ledger.tallies().terms().byCount(), term -> term);
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
