package newsloom.cleaner;

import java.util.List;
import java.util.function.BooleanSupplier;
import newsloom.contract.Topics;
import newsloom.runtime.streams.OrderedService;
import newsloom.runtime.streams.StreamsSettings;

/** The cleaner as a service of its own or in one process with others. */
public final class CleanerService {

    /** Default name of the consumer group. */
    public static final String APPLICATION_ID = "newsloom-cleaner";

    private CleanerService() {}

    /**
     * Prepares the service.
     *
     * @param inputEnded whether whoever writes pages has finished; always true where that cannot be known
     */
    public static OrderedService create(StreamsSettings streams, CleanerSettings settings, BooleanSupplier inputEnded)
            throws InterruptedException {
        return new OrderedService(
                streams,
                settings.reorder(),
                List.of(Topics.PAGES.name()),
                List.of(Topics.ARTICLES.name(), Topics.DUPLICATES.name(), Topics.REJECTS.name()),
                CleanerTopology.steps(settings),
                CleanerStores.counts(settings),
                inputEnded,
                (config, registry, input, rest, backlog) ->
                        new CleanerTopology(settings, registry, input, rest, backlog).build(config));
    }
}
