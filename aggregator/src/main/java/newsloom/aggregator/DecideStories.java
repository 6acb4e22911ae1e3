package newsloom.aggregator;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import newsloom.aggregator.story.decide.Assignment;
import newsloom.aggregator.story.decide.StoryDecider;
import newsloom.aggregator.story.sketch.Sketch;
import newsloom.aggregator.story.state.Losses;
import newsloom.aggregator.story.state.StoredStoryIndex;
import newsloom.aggregator.story.state.StoryMember;
import newsloom.aggregator.story.state.StoryMemory;
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

    /** An index remembers its counts, some 1 MB: so many of them may. */
    private static final int MOST_LANGUAGES = 16;

    private final StoryDecider decider;
    private final Map<String, StoredStoryIndex> languages = new LinkedHashMap<>(MOST_LANGUAGES, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, StoredStoryIndex> eldest) {
            return size() > MOST_LANGUAGES;
        }
    };
    /** The languages this task has stories of. */
    private final Set<String> ofThisTask = new TreeSet<>();

    private final List<Assignment> besides = new ArrayList<>();
    private @Nullable ProcessorContext<String, Decided> context;
    private @Nullable KeyValueStore<Bytes, byte[]> store;
    private @Nullable StoryMemory memory;
    private @Nullable Tally tally;

    private DecideStories(AggregatorSettings settings, Function<String, TermTable> tables, Backlog backlog) {
        super(AggregatorStores.STORY_WAITING, settings.reorder(), backlog);
        this.decider = new StoryDecider(settings.story(), tables, besides::add);
    }

    @Override
    protected void open(ProcessorContext<String, Decided> context) {
        this.context = context;
        this.store = context.getStateStore(AggregatorStores.STORY_INDEX);
        closed(); // of a task that begins anew, whose store may be another one
        this.memory = new StoryMemory();
        ofThisTask.clear();
        ofThisTask.addAll(StoredStoryIndex.languages(bytes()));
        this.tally = new Tally(context.getStateStore(AggregatorStores.STORY_COUNTS));
    }

    @Override
    protected void closed() {
        languages.clear();
        if (memory != null) {
            memory.close();
            memory = null;
        }
    }

    @Override
    protected void decide(Item item) {
        besides.clear(); // of an item that failed half-way
        StoryInput input = StoryInput.of(item.payload());
        if (input instanceof StoryInput.Told told) {
            tell(item, told);
        } else if (input instanceof StoryInput.Copied copied) {
            reprint(item, copied);
        } else if (input instanceof StoryInput.TakenBack back) {
            takeBack(item, back.id(), "");
        } else if (input instanceof StoryInput.InLanguage now) {
            takeBack(item, now.id(), now.language());
        }
    }

    private void tell(Item item, StoryInput.Told told) {
        Sketch sketch = told.sketch();
        StoredStoryIndex index = index(sketch.language());
        Losses before = index.totals().losses();
        Assignment assignment = told.supersedes() == null
                ? decider.decide(sketch, index)
                : decider.supersede(told.supersedes(), sketch, index);
        happened(item, sketch.language(), assignment, StoryMember.of(sketch));
        countCuts(before, index.totals().losses());
    }

    private void reprint(Item item, StoryInput.Copied copy) {
        StoredStoryIndex index = index(copy.language());
        Losses before = index.totals().losses();
        boolean counted = index.storyOf(copy.id()).isPresent();
        Assignment assignment = decider.reprint(copy.id(), copy.originalId(), copy.site(), item.time(), index);
        happened(item, copy.language(), counted ? new Assignment.Unknown(copy.id()) : assignment, null);
        if (assignment instanceof Assignment.Unknown) {
            count("reprints of unknown articles");
        }
        countCuts(before, index.totals().losses());
    }

    private void countCuts(Losses before, Losses after) {
        Tally tally = Objects.requireNonNull(this.tally);
        tally.count("closed, too many", after.evicted() - before.evicted());
        tally.count("articles forgotten, too many", after.articles() - before.articles());
        tally.count("members cut", after.members() - before.members());
        tally.count("posting entries cut", after.postings() - before.postings());
    }

    /** The record says no language, and every task gets it: only a language of this task can know the article. */
    private void takeBack(Item item, String articleId, String but) {
        for (String language : ofThisTask) {
            if (!language.equals(but)) {
                happened(item, language, decider.withdraw(articleId, indexOrGlance(language)), null);
            }
        }
    }

    /** Looking an article up in every language drives none of those out that articles are told in. */
    private StoredStoryIndex indexOrGlance(String language) {
        StoredStoryIndex known = languages.get(language);
        return known == null ? new StoredStoryIndex(bytes(), memory(), language) : known;
    }

    /** What else happened comes first, but for what follows from the article. */
    private void happened(Item item, String language, Assignment assignment, @Nullable StoryMember member) {
        var told = new ArrayList<Assignment>();
        besides.stream().filter(beside -> !beside.follows()).forEach(told::add);
        told.add(assignment);
        besides.stream().filter(Assignment::follows).forEach(told::add);
        besides.clear();
        var telling = new StoryTelling(item.time(), language);
        for (Assignment one : told) {
            String counted = StoryTelling.counted(one);
            if (!counted.isEmpty()) {
                count(counted);
            }
            telling.of(one, member)
                    .forEach(happened ->
                            context().forward(new Record<>(happened.event().getStoryId(), happened, item.time())));
        }
    }

    @Override
    protected void failed(Item item, RuntimeException error) {
        forget(); // what is remembered may be half of a change
        count("dead letters");
        Record<String, byte[]> letter = deadLetter(context(), item, error);
        context().forward(letter.withValue(new Decided.Failed(letter.value())));
    }

    private void forget() {
        languages.clear();
        memory().clear();
    }

    private StoredStoryIndex index(String language) {
        ofThisTask.add(language);
        return languages.computeIfAbsent(language, name -> new StoredStoryIndex(bytes(), memory(), name));
    }

    private StoryMemory memory() {
        return Objects.requireNonNull(memory);
    }

    private StreamsByteStore bytes() {
        return new StreamsByteStore(Objects.requireNonNull(store));
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
                    AggregatorStores.cached(AggregatorStores.STORY_INDEX),
                    AggregatorStores.counts());
        }
    }
}
