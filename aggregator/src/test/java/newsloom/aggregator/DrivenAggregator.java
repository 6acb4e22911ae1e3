package newsloom.aggregator;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicBoolean;
import newsloom.aggregator.story.compare.StorySettings;
import newsloom.contract.Topics;
import newsloom.contract.serde.InMemoryRegistry;
import newsloom.contract.serde.SchemaRegistry;
import newsloom.contract.v1.Article;
import newsloom.contract.v1.Duplicate;
import newsloom.contract.v1.DuplicateKind;
import newsloom.contract.v1.Story;
import newsloom.contract.v1.StoryEvent;
import newsloom.runtime.order.Backlog;
import newsloom.runtime.order.Cut;
import newsloom.runtime.order.InputPartitions;
import newsloom.runtime.order.ReorderSettings;
import newsloom.runtime.order.Sequenced.Item;
import newsloom.runtime.order.Sequenced.Origin;
import newsloom.runtime.order.SequencedSerde;
import newsloom.runtime.streams.StreamsProperties;
import newsloom.runtime.streams.StreamsSettings;
import newsloom.text.terms.TermTables;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TestOutputTopic;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.state.KeyValueStore;

/** The whole topology in a test, one partition; what was told is decided on when {@link #rest} is called. */
final class DrivenAggregator implements AutoCloseable {
    /** One call decides on what it has time for, on a slow machine one item. */
    private static final int CALLS = 20;

    static final Instant DAY = Instant.parse("2026-09-07T08:00:00Z");
    private static final InputPartitions INPUT =
            new InputPartitions(List.of(Topics.ARTICLES.name(), Topics.DUPLICATES.name()), 1);

    private final SchemaRegistry registry = new InMemoryRegistry();
    private final AtomicBoolean rests = new AtomicBoolean();
    private final TopologyTestDriver driver;
    private final TestInputTopic<String, Article> articles;
    private final TestInputTopic<String, Duplicate> duplicates;
    private final TestOutputTopic<String, Story> stories;
    private final TestOutputTopic<String, StoryEvent> events;
    private final TestOutputTopic<String, byte[]> deadLetters;
    private final Map<String, Story> shown = new TreeMap<>();

    DrivenAggregator(Path state) {
        this(state, StorySettings.DEFAULT);
    }

    DrivenAggregator(Path state, StorySettings story) {
        var properties = StreamsProperties.of(StreamsSettings.of("aggregator-test", "unused:1", "unused", state));
        var settings = new AggregatorSettings(story, ReorderSettings.wholeInput());
        var topology = new AggregatorTopology(
                        settings,
                        new TermTables(),
                        registry,
                        INPUT,
                        (input, since) -> rests.get() ? Optional.of(Cut.ALL) : Optional.empty(),
                        new Backlog())
                .build(new StreamsConfig(properties));
        driver = new TopologyTestDriver(topology, properties, DAY);
        var strings = new StringSerializer();
        articles = driver.createInputTopic(Topics.ARTICLES.name(), strings, Topics.ARTICLES.serde(registry));
        duplicates = driver.createInputTopic(Topics.DUPLICATES.name(), strings, Topics.DUPLICATES.serde(registry));
        stories = driver.createOutputTopic(
                Topics.STORIES.name(), new StringDeserializer(), Topics.STORIES.serde(registry));
        events = driver.createOutputTopic(
                Topics.STORY_EVENTS.name(), new StringDeserializer(), Topics.STORY_EVENTS.serde(registry));
        deadLetters =
                driver.createOutputTopic(Topics.DEAD_LETTERS, new StringDeserializer(), new ByteArrayDeserializer());
    }

    /** An article in English that was published ten minutes before it was fetched; set what is to be otherwise. */
    static Article.Builder article(String id, String title, String text, Duration afterDay) {
        Instant fetched = DAY.plus(afterDay);
        return Article.newBuilder()
                .setId(id)
                .setUrl("https://" + id + ".example/news")
                .setSite(id + ".example")
                .setTitle(title)
                .setText(text)
                .setLanguage("en")
                .setPublished(fetched.minusSeconds(600))
                .setFetchTime(fetched);
    }

    void tell(Article.Builder article) {
        Article built = article.build();
        articles.pipeInput(built.getId(), built, built.getFetchTime());
    }

    void takeBack(String articleId, Duration afterDay) {
        articles.pipeInput(articleId, null, DAY.plus(afterDay));
    }

    void copy(String id, String of, Duration afterDay) {
        duplicates.pipeInput(
                id,
                Duplicate.newBuilder()
                        .setId(id)
                        .setUrl("https://" + id + ".example/copy")
                        .setSite(id + ".example")
                        .setDuplicateOf(of)
                        .setGroupId(of)
                        .setKind(DuplicateKind.EXACT)
                        .setShareInOld(1)
                        .setShareInNew(1)
                        .setLanguage("en")
                        .setFetchTime(DAY.plus(afterDay))
                        .build(),
                DAY.plus(afterDay));
    }

    /** Nothing more comes: all that waits is decided on. */
    void rest() {
        rests.set(true);
        for (int call = 0; call < CALLS; call++) {
            driver.advanceWallClockTime(Duration.ofSeconds(1));
        }
        rests.set(false);
    }

    /** The last value of each key so far, as compaction leaves it. */
    Map<String, Story> shown() {
        stories.readKeyValuesToList().forEach(record -> {
            if (record.value == null) {
                shown.remove(record.key);
            } else {
                shown.put(record.key, record.value);
            }
        });
        return shown;
    }

    /** Since the last call. */
    List<StoryEvent> events() {
        return events.readValuesToList();
    }

    /** As if another build had written the store in a form of its own. Gives the number of entries. */
    int leaveInAnotherForm(String name) {
        KeyValueStore<Object, byte[]> store = driver.getKeyValueStore(name);
        int entries = 0;
        try (var all = store.all()) {
            while (all.hasNext()) {
                KeyValue<Object, byte[]> entry = all.next();
                if (entry.value.length > Long.BYTES) { // no orders and counts
                    entry.value[0] = 100;
                    store.put(entry.key, entry.value);
                    entries++;
                }
            }
        }
        return entries;
    }

    /** An item that fails, after which nothing is remembered beside the stores. */
    void fail() {
        driver.createInputTopic("aggregator-test-by-language-repartition", new StringSerializer(), new SequencedSerde())
                .pipeInput(
                        "en",
                        new Item(0, 2, DAY.toEpochMilli(), "", new Origin(0, 0, 0), new RecordHeaders(), new byte[1]));
        rest();
    }

    /** How many records could not be processed. */
    long deadLetters() {
        return deadLetters.getQueueSize();
    }

    /** How often something was counted. */
    long counted(String what) {
        Long count = driver.<String, Long>getKeyValueStore(AggregatorStores.STORY_COUNTS)
                .get(what);
        return count == null ? 0 : count;
    }

    @Override
    public void close() {
        driver.close();
    }
}
