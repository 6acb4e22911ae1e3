package newsloom.cleaner;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import newsloom.cleaner.dedupe.Scattered;
import newsloom.cleaner.dedupe.Scattered.Piece;
import newsloom.runtime.order.Backlog;
import newsloom.runtime.order.MarkBroadcast;
import newsloom.runtime.order.Sequenced;
import newsloom.runtime.order.Sequenced.Mark;
import newsloom.runtime.order.SequencedSerde;
import newsloom.runtime.streams.Tally;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.kstream.KStream;
import org.apache.kafka.streams.kstream.Named;
import org.apache.kafka.streams.kstream.Repartitioned;
import org.apache.kafka.streams.processor.StreamPartitioner;
import org.jspecify.annotations.Nullable;

/**
 * The duplicate decision spread over N tasks: N shares of the index, each with the anchors it owns; N homes, each with the texts it compares and the articles it gives out; one settlement, which decides in the order
 * and sees no text. The answers are those of {@link DecideDuplicates}; where they may differ is said in docs/duplicates.md.
 */
final class ScatteredDecision {

    static final String FOR_SHARES = "for-shares";
    static final String FOR_HOMES = "for-homes";
    static final String ANSWERS = "answers";
    static final String ASKS = "asks";
    static final String CALLS = "calls";
    static final String PIECES = "pieces";
    static final String VERDICTS = "verdicts";

    /** Its repartition topics, in the direction of the flow. */
    static final List<String> STEPS = List.of(FOR_SHARES, FOR_HOMES, CALLS, ANSWERS, ASKS, PIECES, VERDICTS);

    private final CleanerSettings settings;
    private final ArticlePayloads articles;
    private final Backlog backlog;

    ScatteredDecision(CleanerSettings settings, ArticlePayloads articles, Backlog backlog) {
        this.settings = settings;
        this.articles = articles;
        this.backlog = backlog;
    }

    /** What has been decided on the cleaned articles, one {@link Decided} or more for each. */
    KStream<String, Decided> decide(KStream<String, Spreading> spread, StreamsBuilder builder) {
        int tasks = settings.dedupePartitions();
        CompareAtHome.STORES.forEach(store -> builder.addStateStore(CleanerStores.bytes(store)));
        builder.addStateStore(Tally.store(CleanerStores.DECISION_COUNTS));

        KStream<String, Scattered> answers = spread.flatMapValues(Spreading::probes, Named.as("probes"))
                .repartition(inOrder(FOR_SHARES, tasks, ScatteredDecision::share))
                .process(new FindCandidates.Supplier(settings, backlog), Named.as("find-candidates"))
                .repartition(between(ANSWERS, tasks));

        KStream<String, Scattered> gathered = spread.flatMapValues(Spreading::documents, Named.as("documents"))
                .repartition(between(FOR_HOMES, tasks))
                .merge(answers, Named.as("documents-and-answers"))
                .process(() -> new CompareAtHome(settings), Named.as("gather-answers"), names(CompareAtHome.STORES));

        KStream<String, Scattered> compared = gathered.filter(
                        (key, message) -> message instanceof Scattered.Ask, Named.as("questions"))
                .repartition(between(ASKS, tasks))
                .process(() -> new CompareAtHome(settings), Named.as("compare-texts"), names(CompareAtHome.STORES));

        KStream<String, Settle.Input> pieces = gathered.filter(
                        (key, message) -> message instanceof Scattered.Piece, Named.as("found-at-once"))
                .merge(compared, Named.as("all-pieces"))
                .repartition(between(PIECES, 1))
                .mapValues(piece -> new Settle.Found((Piece) piece), Named.as("found"));

        KStream<String, Scattered> verdicts = spread.flatMapValues(Spreading::calls, Named.as("roll-calls"))
                .repartition(inOrder(CALLS, 1, new MarkBroadcast()))
                .<Settle.Input>mapValues(Settle.Call::new, Named.as("called"))
                .merge(pieces, Named.as("calls-and-pieces"))
                .process(new Settle.Supplier(settings, backlog), Named.as("settle"))
                .repartition(between(VERDICTS, tasks));

        return verdicts.process(() -> new GiveOut(articles), Named.as("give-out"), names(GiveOut.STORES));
    }

    private static String[] names(List<String> stores) {
        return stores.toArray(String[]::new);
    }

    /** A mark to every share; a probe to the one whose number is its key. */
    private static Optional<Set<Integer>> share(
            String topic, @Nullable String key, @Nullable Sequenced value, int partitions) {
        return value instanceof Mark || key == null
                ? new MarkBroadcast().partitions(topic, key, value, partitions)
                : Optional.of(Set.of(Integer.parseInt(key)));
    }

    private static Repartitioned<String, Sequenced> inOrder(
            String name, int partitions, StreamPartitioner<String, Sequenced> partitioner) {
        return Repartitioned.with(Serdes.String(), new SequencedSerde())
                .withName(name)
                .withNumberOfPartitions(partitions)
                .withStreamPartitioner(partitioner);
    }

    private static Repartitioned<String, Scattered> between(String name, int partitions) {
        return Repartitioned.with(Serdes.String(), new ScatteredSerde())
                .withName(name)
                .withNumberOfPartitions(partitions)
                .withStreamPartitioner(ScatteredSerde::receiver);
    }
}
