package newsloom.aggregator;

import java.util.List;
import java.util.function.BooleanSupplier;
import newsloom.contract.Topics;
import newsloom.runtime.streams.OrderedService;
import newsloom.runtime.streams.StreamsSettings;
import newsloom.text.terms.TermTables;

/** The aggregator as a service of its own or in one process with others. */
public final class AggregatorService {

    /** Default name of the consumer group. */
    public static final String APPLICATION_ID = "newsloom-aggregator";

    private AggregatorService() {}

    /**
     * Prepares the service.
     *
     * @param inputEnded whether whoever writes articles has finished; always true where that cannot be known
     */
    public static OrderedService create(
            StreamsSettings streams, AggregatorSettings settings, BooleanSupplier inputEnded)
            throws InterruptedException {
        var tables = new TermTables();
        return new OrderedService(
                streams,
                settings.reorder(),
                List.of(Topics.ARTICLES.name(), Topics.DUPLICATES.name()),
                List.of(Topics.STORIES.name(), Topics.STORY_EVENTS.name()),
                List.of(AggregatorTopology.BY_LANGUAGE, AggregatorTopology.FOR_LINKS, AggregatorTopology.BY_STORY),
                AggregatorStores.COUNTS,
                inputEnded,
                (config, registry, input, rest, backlog) ->
                        new AggregatorTopology(settings, tables, registry, input, rest, backlog).build(config));
    }
}
