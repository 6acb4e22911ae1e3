package newsloom.benchmarks.stories;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Properties;
import java.util.function.Function;
import java.util.stream.Collectors;
import newsloom.aggregator.StreamsByteStore;
import newsloom.aggregator.story.compare.StorySettings;
import newsloom.aggregator.story.decide.Assignment;
import newsloom.aggregator.story.decide.StoryDecider;
import newsloom.aggregator.story.state.SketchCodec;
import newsloom.aggregator.story.state.StoredStoryIndex;
import newsloom.aggregator.story.state.StoryMemory;
import newsloom.benchmarks.stories.WrittenTogether.Written;
import newsloom.runtime.streams.BoundedRocksDb;
import newsloom.text.terms.TermTable;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.processor.TaskId;
import org.apache.kafka.streams.processor.api.MockProcessorContext;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.Stores;
import org.jspecify.annotations.Nullable;

/**
 * The story decision of one language on RocksDB, as the service sets it up, but without a broker: a sketch comes in as bytes, is
 * decided on and filed. Reorder buffer, changelog, network and the views of stories are not in it.
 */
final class DecidingTask implements AutoCloseable {
    private static final int REMEMBERED = 1 << 16;

    private final KeyValueStore<Bytes, byte[]> store;
    private final WrittenTogether written;
    private final StoryMemory memory = new StoryMemory();
    private final StoredStoryIndex index;
    private final StoryDecider decider;
    /** Of the last happenings the story that the last article on each is in. */
    private final @Nullable String[] storyOf = new String[REMEMBERED];

    private final int[] happeningOf = new int[REMEMBERED];

    private long opened;
    private long merged;
    private long divided;
    private long closed;
    private long elsewhere;

    DecidingTask(Path state, Function<String, TermTable> tables) {
        var settings = new Properties();
        settings.put("application.id", "benchmark");
        settings.put("bootstrap.servers", "unused:1");
        settings.put("rocksdb.config.setter", BoundedRocksDb.class);
        var context = new MockProcessorContext<>(settings, new TaskId(0, 0), state.toFile());
        this.store = Stores.keyValueStoreBuilder(
                        Stores.persistentKeyValueStore("story-index"), Serdes.Bytes(), Serdes.ByteArray())
                .withLoggingDisabled()
                .build();
        store.init(context.getStateStoreContext(), store);
        this.written = new WrittenTogether(new StreamsByteStore(store));
        this.index = new StoredStoryIndex(written, memory, "en");
        this.decider = new StoryDecider(StorySettings.DEFAULT, tables, this::beside);
    }

    private void beside(Assignment assignment) {
        if (assignment instanceof Assignment.Merged) {
            merged++;
        } else if (assignment instanceof Assignment.Divided) {
            divided++;
        } else if (assignment instanceof Assignment.Closed) {
            closed++;
        }
    }

    void take(byte[] sketch, int happening) {
        Assignment assignment = decider.decide(SketchCodec.fromBytes(sketch), index);
        opened += assignment instanceof Assignment.Opened ? 1 : 0;
        int slot = happening % REMEMBERED;
        boolean again = storyOf[slot] != null && happeningOf[slot] == happening;
        elsewhere += again && !storyOf[slot].equals(assignment.storyId()) ? 1 : 0;
        storyOf[slot] = assignment.storyId();
        happeningOf[slot] = happening;
    }

    long storiesKept() {
        return index.totals().stories();
    }

    /** Records that were written, deletions too. */
    long recordsWritten() {
        return written.written().values().stream().mapToLong(Written::records).sum();
    }

    /** Their keys and values. */
    long bytesWritten() {
        return written.written().values().stream().mapToLong(Written::bytes).sum();
    }

    /** What was written an article, by the letters of the index. */
    String written(long articles) {
        return written.written().entrySet().stream()
                .map(entry -> String.format(
                        Locale.ROOT,
                        "%s %.2f records, %.0f bytes",
                        entry.getKey(),
                        (double) entry.getValue().records() / articles,
                        (double) entry.getValue().bytes() / articles))
                .collect(Collectors.joining("; ", "written an article: ", ""));
    }

    String summary() {
        var losses = index.totals().losses();
        return String.format(
                Locale.ROOT,
                "%d stories opened, %d merged, %d divided, %d closed (%d for age, %d too many); %d posting entries and %d members cut; %d articles not in the story of the article before on the same happening",
                opened,
                merged,
                divided,
                closed,
                losses.expired(),
                losses.evicted(),
                losses.postings(),
                losses.members(),
                elsewhere);
    }

    @Override
    public void close() {
        memory.close();
        store.close();
    }
}
