package newsloom.cleaner;

import static newsloom.contract.Topics.ARTICLES;
import static newsloom.contract.Topics.DEAD_LETTERS;
import static newsloom.contract.Topics.DUPLICATES;
import static newsloom.contract.Topics.PAGES;
import static newsloom.contract.Topics.REJECTS;

import java.util.List;
import java.util.stream.Stream;
import newsloom.contract.serde.SchemaRegistry;
import newsloom.contract.v1.Page;
import newsloom.runtime.order.Backlog;
import newsloom.runtime.order.InputPartitions;
import newsloom.runtime.order.MarkBroadcast;
import newsloom.runtime.order.RestSignal;
import newsloom.runtime.order.Sequenced;
import newsloom.runtime.order.SequencedSerde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.TopologyConfig;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.kstream.KStream;
import org.apache.kafka.streams.kstream.Named;
import org.apache.kafka.streams.kstream.Produced;
import org.apache.kafka.streams.kstream.Repartitioned;

/**
 * Pages in; articles, duplicates, rejects and dead letters out.
 *
 * <p>Pages are read in as many tasks as the topic has partitions. What they give is keyed by site, as many tasks again, and then goes to one deciding task: copies can come from
 * anywhere, so all must meet. Both steps behind the first one see their records in the order of (fetch time, URL key), see {@link newsloom.runtime.order}.
 */
final class CleanerTopology {

    static final String BY_SITE = "by-site";
    static final String FOR_DUPLICATES = "for-duplicates";

    private final CleanerSettings settings;
    private final SchemaRegistry registry;
    private final ArticlePayloads payloads;
    private final InputPartitions input;
    private final RestSignal rest;
    private final Backlog backlog;

    /** Names of its repartition topics, in the direction of the flow. */
    static List<String> steps(CleanerSettings settings) {
        return settings.dedupePartitions() == 1
                ? List.of(BY_SITE, FOR_DUPLICATES)
                : Stream.concat(Stream.of(BY_SITE), ScatteredDecision.STEPS.stream())
                        .toList();
    }

    /** @param input partitions of the page topic */
    CleanerTopology(
            CleanerSettings settings,
            SchemaRegistry registry,
            InputPartitions input,
            RestSignal rest,
            Backlog backlog) {
        this.settings = settings;
        this.registry = registry;
        this.payloads = new ArticlePayloads(registry);
        this.input = input;
        this.rest = rest;
        this.backlog = backlog;
    }

    Topology build(StreamsConfig config) {
        var builder = new StreamsBuilder(new TopologyConfig(config)); // so that the naming check applies
        var extraction = new PageExtraction(settings.extraction());

        KStream<String, Page> pages = builder.stream(
                PAGES.name(),
                Consumed.with(Serdes.String(), PAGES.serde(registry)).withName("pages"));

        KStream<String, Extracted> extracted = pages.process(
                new ExtractPages.Supplier(extraction, payloads, settings.reorder(), input, rest, backlog),
                Named.as("extract"));

        extracted
                .flatMapValues(Extracted::rejects, Named.as("rejected"))
                .to(
                        REJECTS.name(),
                        Produced.with(Serdes.String(), REJECTS.serde(registry)).withName("to-rejects"));

        KStream<String, SiteOutcome> bySite = extracted
                .flatMapValues(Extracted::sequenced, Named.as("readable"))
                .repartition(between(BY_SITE, input.partitions()))
                .process(
                        new CleanBySite.Supplier(settings, payloads, input.partitions(), backlog),
                        Named.as("clean-by-site"));

        KStream<String, Sequenced> cleaned = bySite.flatMapValues(SiteOutcome::sequenced, Named.as("cleaned"));
        KStream<String, Decided> decided =
                settings.dedupePartitions() == 1 ? inOneTask(cleaned) : scattered(cleaned, builder);

        decided.flatMapValues(Decided::articles, Named.as("originals"))
                .mapValues(Decided.ArticleOrTombstone::article, Named.as("article-or-tombstone"))
                .to(
                        ARTICLES.name(),
                        Produced.with(Serdes.String(), ARTICLES.serde(registry)).withName("to-articles"));

        decided.flatMapValues(Decided::duplicates, Named.as("copies"))
                .to(
                        DUPLICATES.name(),
                        Produced.with(Serdes.String(), DUPLICATES.serde(registry))
                                .withName("to-duplicates"));

        bySite.flatMapValues(SiteOutcome::failures, Named.as("failed-by-site"))
                .to(DEAD_LETTERS, deadLetters("to-dead-letters-by-site"));
        decided.flatMapValues(Decided::failures, Named.as("failed-decisions"))
                .to(DEAD_LETTERS, deadLetters("to-dead-letters-of-decisions"));
        return builder.build();
    }

    private KStream<String, Decided> inOneTask(KStream<String, Sequenced> cleaned) {
        return cleaned.repartition(between(FOR_DUPLICATES, 1))
                .process(new DecideDuplicates.Supplier(settings, payloads, backlog), Named.as("decide-duplicates"));
    }

    private KStream<String, Decided> scattered(KStream<String, Sequenced> cleaned, StreamsBuilder builder) {
        KStream<String, Spreading> spread = cleaned.process(
                () -> new SpreadDocuments(settings, payloads), Named.as("spread"), CleanerStores.SITE_COUNTS);
        spread.flatMapValues(Spreading::failures, Named.as("failed-to-spread"))
                .to(DEAD_LETTERS, deadLetters("to-dead-letters-of-spreading"));
        return new ScatteredDecision(settings, payloads, backlog).decide(spread, builder);
    }

    private static Produced<String, byte[]> deadLetters(String name) {
        return Produced.with(Serdes.String(), Serdes.ByteArray()).withName(name);
    }

    private static Repartitioned<String, Sequenced> between(String name, int partitions) {
        return Repartitioned.with(Serdes.String(), new SequencedSerde())
                .withName(name)
                .withNumberOfPartitions(partitions)
                .withStreamPartitioner(new MarkBroadcast());
    }
}
