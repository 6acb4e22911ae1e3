package newsloom.aggregator;

import static newsloom.contract.Topics.ARTICLES;
import static newsloom.contract.Topics.DEAD_LETTERS;
import static newsloom.contract.Topics.DUPLICATES;
import static newsloom.contract.Topics.STORIES;
import static newsloom.contract.Topics.STORY_EVENTS;

import java.util.function.Function;
import newsloom.contract.serde.SchemaRegistry;
import newsloom.runtime.order.Backlog;
import newsloom.runtime.order.InputPartitions;
import newsloom.runtime.order.MarkBroadcast;
import newsloom.runtime.order.RestSignal;
import newsloom.runtime.order.SequencedSerde;
import newsloom.text.terms.TermTable;
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
 * Articles and copies in; stories and what happens to them out.
 *
 * <p>Articles are sketched in as many tasks as their topic has partitions, decided on in one task for each language in the order of (fetch time, article id), and shown
 * in as many tasks as before, keyed by story.
 */
final class AggregatorTopology {

    static final String BY_LANGUAGE = "by-language";
    static final String BY_STORY = "by-story";

    private final AggregatorSettings settings;
    private final Function<String, TermTable> tables;
    private final SchemaRegistry registry;
    private final InputPartitions input;
    private final RestSignal rest;
    private final Backlog backlog;

    /**
     * A topology to be built.
     *
     * @param tables how common terms are, by language
     * @param input partitions of the two input topics
     */
    AggregatorTopology(
            AggregatorSettings settings,
            Function<String, TermTable> tables,
            SchemaRegistry registry,
            InputPartitions input,
            RestSignal rest,
            Backlog backlog) {
        this.settings = settings;
        this.tables = tables;
        this.registry = registry;
        this.input = input;
        this.rest = rest;
        this.backlog = backlog;
    }

    Topology build(StreamsConfig config) {
        var builder = new StreamsBuilder(new TopologyConfig(config)); // so that the naming check applies

        KStream<String, Incoming> articles = builder.stream(
                        ARTICLES.name(),
                        Consumed.with(Serdes.String(), ARTICLES.serde(registry)).withName("articles"))
                .mapValues(Incoming::ofArticle, Named.as("told"));

        KStream<String, Incoming> copies = builder.stream(
                        DUPLICATES.name(),
                        Consumed.with(Serdes.String(), DUPLICATES.serde(registry))
                                .withName("duplicates"))
                .flatMapValues(Incoming::ofDuplicate, Named.as("copied"));

        KStream<String, Decided> decided = articles.merge(copies, Named.as("incoming"))
                .process(
                        new SketchArticles.Supplier(tables, settings.reorder(), input, rest, backlog),
                        Named.as("sketch"))
                .repartition(Repartitioned.with(Serdes.String(), new SequencedSerde())
                        .withName(BY_LANGUAGE)
                        .withNumberOfPartitions(input.partitions())
                        .withStreamPartitioner(new MarkBroadcast()))
                .process(new DecideStories.Supplier(settings, tables, backlog), Named.as("decide-stories"));

        decided.flatMapValues(Decided::events, Named.as("events"))
                .to(
                        STORY_EVENTS.name(),
                        Produced.with(Serdes.String(), STORY_EVENTS.serde(registry))
                                .withName("to-story-events"));

        decided.flatMapValues(Decided::changes, Named.as("changes"))
                .repartition(Repartitioned.with(Serdes.String(), Serdes.ByteArray())
                        .withName(BY_STORY)
                        .withNumberOfPartitions(input.partitions()))
                .processValues(new ShowStories.Supplier(), Named.as("show-stories"))
                .mapValues(ShowStories.Shown::story, Named.as("story-or-tombstone"))
                .to(
                        STORIES.name(),
                        Produced.with(Serdes.String(), STORIES.serde(registry)).withName("to-stories"));

        decided.flatMapValues(Decided::failures, Named.as("failed"))
                .to(
                        DEAD_LETTERS,
                        Produced.with(Serdes.String(), Serdes.ByteArray()).withName("to-dead-letters"));

        return builder.build();
    }
}
