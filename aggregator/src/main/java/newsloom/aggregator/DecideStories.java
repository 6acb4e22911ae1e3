package newsloom.aggregator;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import newsloom.aggregator.story.Assignment;
import newsloom.aggregator.story.Sketch;
import newsloom.aggregator.story.StoredStoryIndex;
import newsloom.aggregator.story.StoryDecider;
import newsloom.aggregator.story.StoryIds;
import newsloom.aggregator.story.StoryMember;
import newsloom.contract.v1.StoryEvent;
import newsloom.contract.v1.StoryEventType;
import newsloom.runtime.order.Backlog;
import newsloom.runtime.order.OrderedProcessor;
import newsloom.runtime.order.Sequenced;
import newsloom.runtime.order.Sequenced.Item;
import newsloom.runtime.streams.Tally;
import newsloom.text.terms.TermTable;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.ProcessorSupplier;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.jspecify.annotations.Nullable;

/** Puts every article into a story. One task for all articles of a language, for stories come from anywhere. */
final class DecideStories extends OrderedProcessor<String, Decided> {

    private final StoryDecider decider;
    private final Map<String, StoredStoryIndex> languages = new HashMap<>();
    private final List<String> forgotten = new ArrayList<>();
    private @Nullable ProcessorContext<String, Decided> context;
    private @Nullable KeyValueStore<Bytes, byte[]> store;
    private @Nullable Tally tally;

    private DecideStories(AggregatorSettings settings, Function<String, TermTable> tables, Backlog backlog) {
        super(AggregatorStores.STORY_WAITING, settings.reorder(), backlog);
        this.decider = new StoryDecider(settings.story(), tables);
    }

    @Override
    protected void open(ProcessorContext<String, Decided> context) {
        this.context = context;
        this.store = context.getStateStore(AggregatorStores.STORY_INDEX);
        this.tally = new Tally(context.getStateStore(AggregatorStores.STORY_COUNTS));
    }

    @Override
    protected void decide(Item item) {
        StoryInput input = StoryInput.of(item.payload());
        if (input instanceof StoryInput.Told told) {
            tell(item, told);
        } else if (input instanceof StoryInput.Copied copied) {
            reprint(item, copied);
        } else if (input instanceof StoryInput.TakenBack back) {
            takeBack(item, back.id());
        }
    }

    private void tell(Item item, StoryInput.Told told) {
        Sketch sketch = told.sketch();
        StoredStoryIndex index = index(sketch.language());
        Assignment assignment = told.supersedes() == null
                ? decider.decide(sketch, index)
                : decider.supersede(told.supersedes(), sketch, index);
        closeForgotten(item, sketch.language(), assignment.storyId());
        var member = StoryMember.of(sketch);
        if (assignment instanceof Assignment.Opened opened) {
            count("opened");
            happened(
                    item,
                    new StoryChange.Added(member),
                    event(item, StoryEventType.OPENED, opened.storyId(), sketch.articleId(), sketch.language())
                            .setOtherStoryId(opened.bestStoryId().isEmpty() ? null : opened.bestStoryId())
                            .setScore(opened.score())
                            .setThreshold(opened.threshold())
                            .setReason(opened.reason()));
        } else if (assignment instanceof Assignment.Joined joined) {
            count("joined");
            happened(
                    item,
                    new StoryChange.Added(member),
                    event(item, StoryEventType.JOINED, joined.storyId(), sketch.articleId(), sketch.language())
                            .setScore(joined.score())
                            .setThreshold(joined.threshold())
                            .setReason(joined.reason()));
        } else if (assignment instanceof Assignment.Replaced replaced) {
            count("replaced");
            boolean version = replaced.formerId().equals(sketch.articleId());
            happened(
                    item,
                    new StoryChange.Replaced(replaced.formerId(), member),
                    event(item, StoryEventType.UPDATED, replaced.storyId(), sketch.articleId(), sketch.language())
                            .setReason(version ? "a new version" : "a fuller text than " + replaced.formerId()));
        }
    }

    private void reprint(Item item, StoryInput.Copied copy) {
        StoredStoryIndex index = index(copy.language());
        boolean counted = index.storyOf(copy.id()).isPresent();
        Assignment assignment = decider.reprint(copy.id(), copy.originalId(), copy.site(), item.time(), index);
        closeForgotten(item, copy.language(), assignment.storyId());
        if (assignment instanceof Assignment.Unknown) {
            count("reprints of unknown articles");
        } else if (!counted) {
            count("reprints");
            happened(
                    item,
                    new StoryChange.Reprinted(copy.site()),
                    event(item, StoryEventType.REPRINTED, assignment.storyId(), copy.id(), copy.language())
                            .setReason("a copy of " + copy.originalId() + " on " + copy.site()));
        }
    }

    /** The record says no language, and every task gets it: only a language of this task can know the article. */
    private void takeBack(Item item, String articleId) {
        for (String language : languages()) {
            Assignment assignment = decider.withdraw(articleId, index(language));
            forgotten.clear();
            if (assignment instanceof Assignment.Withdrawn withdrawn) {
                count("withdrawn");
                happened(
                        item,
                        new StoryChange.Removed(articleId),
                        event(item, StoryEventType.WITHDRAWN, withdrawn.storyId(), articleId, language)
                                .setReason(
                                        withdrawn.storyEmpty()
                                                ? "the article was taken back, and no other is left"
                                                : "the article was taken back"));
            }
        }
    }

    /** Stories that the decision dropped on its way, for their age or because there are too many. */
    private void closeForgotten(Item item, String language, String but) {
        for (String storyId : forgotten) {
            if (!storyId.equals(but)) {
                count("closed");
                happened(
                        item,
                        new StoryChange.Closed(),
                        event(item, StoryEventType.CLOSED, storyId, null, language)
                                .setReason("no article for longer than stories are kept, or too many stories"));
            }
        }
        forgotten.clear();
    }

    private static StoryEvent.Builder event(
            Item item, StoryEventType type, String storyId, @Nullable String articleId, String language) {
        return StoryEvent.newBuilder()
                .setStoryId(storyId)
                .setType(type)
                .setAt(Instant.ofEpochMilli(item.time()))
                .setArticleId(articleId)
                .setLanguage(language);
    }

    private void happened(Item item, StoryChange change, StoryEvent.Builder event) {
        StoryEvent built = event.build();
        context().forward(new Record<>(built.getStoryId(), new Decided.Happened(change, built), item.time()));
    }

    @Override
    protected void failed(Item item, RuntimeException error) {
        count("dead letters");
        Record<String, byte[]> letter = deadLetter(context(), item, error);
        context().forward(letter.withValue(new Decided.Failed(letter.value())));
    }

    private StoredStoryIndex index(String language) {
        return languages.computeIfAbsent(
                language,
                name -> new StoredStoryIndex(
                        new StreamsByteStore(Objects.requireNonNull(store)),
                        name,
                        story -> forgotten.add(StoryIds.text(story.id()))));
    }

    /** The languages this task has stories of: the beginnings of the keys. */
    private List<String> languages() {
        return StoredStoryIndex.languages(new StreamsByteStore(Objects.requireNonNull(store)));
    }

    @Override
    protected void count(String what) {
        Objects.requireNonNull(tally).count(what);
    }

    private ProcessorContext<String, Decided> context() {
        return Objects.requireNonNull(context);
    }

    record Supplier(AggregatorSettings settings, Function<String, TermTable> tables, Backlog backlog)
            implements ProcessorSupplier<String, Sequenced, String, Decided> {

        @Override
        public Processor<String, Sequenced, String, Decided> get() {
            return new DecideStories(settings, tables, backlog);
        }

        @Override
        public Set<StoreBuilder<?>> stores() {
            return Set.of(
                    AggregatorStores.bytes(AggregatorStores.STORY_WAITING),
                    AggregatorStores.bytes(AggregatorStores.STORY_INDEX),
                    AggregatorStores.counts());
        }
    }
}
