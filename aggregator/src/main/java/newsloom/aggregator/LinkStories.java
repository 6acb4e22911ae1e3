package newsloom.aggregator;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import newsloom.aggregator.related.Linker;
import newsloom.aggregator.story.view.Relation;
import newsloom.runtime.streams.CommitPace;
import newsloom.runtime.streams.Tally;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.ProcessorSupplier;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.StoreBuilder;
import org.jspecify.annotations.Nullable;

/** Finds stories of other languages that tell the same happening. One task, for stories of all languages meet here; small beside the decisions. */
final class LinkStories implements Processor<String, byte[], String, byte[]> {
    private @Nullable ProcessorContext<String, byte[]> context;
    private @Nullable Linker linker;
    private @Nullable Tally tally;

    @Override
    public void init(ProcessorContext<String, byte[]> context) {
        this.context = context;
        CommitPace.keep(context);
        this.linker = new Linker(new StreamsByteStore(context.getStateStore(AggregatorStores.STORY_CARDS)));
        this.tally = new Tally(context.getStateStore(AggregatorStores.STORY_COUNTS));
    }

    @Override
    public void process(Record<String, byte[]> record) {
        CommitPace.worked();
        Linker linker = Objects.requireNonNull(this.linker);
        long before = linker.entriesCut();
        link(record.key(), StoryChange.of(record.value()), linker)
                .forEach((storyId, relations) -> Objects.requireNonNull(context)
                        .forward(record.withKey(storyId).withValue(new StoryChange.Related(relations).toBytes())));
        Objects.requireNonNull(tally).count("relation entries cut", linker.entriesCut() - before);
    }

    private static Map<String, List<Relation>> link(String storyId, StoryChange change, Linker linker) {
        if (change instanceof StoryChange.Added added) {
            return linker.told(storyId, added.member(), null);
        } else if (change instanceof StoryChange.TookIn took) {
            return linker.told(storyId, took.member(), null);
        } else if (change instanceof StoryChange.Replaced replaced) {
            return linker.told(storyId, replaced.member(), replaced.formerId());
        } else if (change instanceof StoryChange.Removed removed) {
            return linker.gone(storyId, removed.articleId());
        } else if (change instanceof StoryChange.MergedAway) {
            return linker.ended(storyId);
        } else if (change instanceof StoryChange.Closed) {
            linker.closed(storyId);
        }
        return Map.of();
    }

    /** One for each task. */
    static final class Supplier implements ProcessorSupplier<String, byte[], String, byte[]> {

        @Override
        public Processor<String, byte[], String, byte[]> get() {
            return new LinkStories();
        }

        @Override
        public Set<StoreBuilder<?>> stores() {
            return Set.of(AggregatorStores.cached(AggregatorStores.STORY_CARDS), AggregatorStores.counts());
        }
    }
}
