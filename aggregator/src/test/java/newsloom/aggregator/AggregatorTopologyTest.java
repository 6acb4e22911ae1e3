package newsloom.aggregator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import newsloom.aggregator.story.view.Relation;
import newsloom.contract.Topics;
import newsloom.contract.serde.InMemoryRegistry;
import newsloom.contract.serde.SchemaRegistry;
import newsloom.contract.v1.Article;
import newsloom.contract.v1.Duplicate;
import newsloom.contract.v1.DuplicateKind;
import newsloom.contract.v1.Story;
import newsloom.contract.v1.StoryEvent;
import newsloom.contract.v1.StoryEventType;
import newsloom.runtime.order.Backlog;
import newsloom.runtime.order.Cut;
import newsloom.runtime.order.InputPartitions;
import newsloom.runtime.order.OrderTime;
import newsloom.runtime.order.ReorderSettings;
import newsloom.runtime.streams.DeadLetter;
import newsloom.runtime.streams.StreamsProperties;
import newsloom.runtime.streams.StreamsSettings;
import newsloom.text.terms.TermTables;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TestOutputTopic;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.test.TestRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AggregatorTopologyTest {

    /** One call decides on what it has time for, on a slow machine one item. */
    private static final int CALLS = 20;

    private static final Instant DAY = Instant.parse("2026-09-07T08:00:00Z");
    private static final String FIRE = """
            A fire that broke out shortly after midnight destroyed a timber warehouse on the old quay of Varnby on Monday, and sent thick smoke over the harbour district until dawn.

            Harbour fire chief Ilse Marrowick said 64 firefighters fought the flames for six hours. "We saved the grain silos by metres," Marrowick told reporters at the scene.

            The warehouse, owned by the timber merchant Pellworth & Daughters, had stood since 1911. The company put the damage at 4.1 million crowns.""";
    private static final String BLAZE = """
            Residents of Ropewalk Street in Varnby spent Monday behind closed windows after a timber warehouse on the old quay burned down during the night.

            "We saved the grain silos by metres," fire chief Ilse Marrowick said. Her 64 firefighters needed six hours to bring the blaze under control.

            Pellworth & Daughters, the timber merchant that owns the building from 1911, spoke of damage of 4.1 million crowns.""";
    private static final String CHESS = """
            Fourteen-year-old Mira Tevanko of Ostlund has become the youngest national chess champion, beating grandmaster Aldo Brink in the last round of the tournament in Kessel.

            Tevanko needed 71 moves in an endgame of rook and two pawns. Her trainer, Petra Sondheim, said the girl had studied the same endgame for three weeks.""";

    private static final InputPartitions INPUT =
            new InputPartitions(List.of(Topics.ARTICLES.name(), Topics.DUPLICATES.name()), 1);

    @TempDir
    private Path state;

    private final SchemaRegistry registry = new InMemoryRegistry();
    private final AtomicBoolean rests = new AtomicBoolean();
    private TopologyTestDriver driver;
    private TestInputTopic<String, Article> articles;
    private TestInputTopic<String, Duplicate> duplicates;
    private TestOutputTopic<String, Story> stories;
    private TestOutputTopic<String, StoryEvent> events;

    private StreamsSettings settings() {
        return StreamsSettings.of("aggregator-test", "unused:1", "unused", state);
    }

    private Optional<Cut> rest(int partition, long since) {
        return rests.get() ? Optional.of(Cut.ALL) : Optional.empty();
    }

    private Topology topology() {
        var aggregator = AggregatorSettings.defaults().withReorder(ReorderSettings.wholeInput());
        return new AggregatorTopology(aggregator, new TermTables(), registry, INPUT, this::rest, new Backlog())
                .build(new StreamsConfig(StreamsProperties.of(settings())));
    }

    @BeforeEach
    void start() {
        driver = new TopologyTestDriver(topology(), StreamsProperties.of(settings()), DAY);
        var strings = new StringSerializer();
        articles = driver.createInputTopic(Topics.ARTICLES.name(), strings, Topics.ARTICLES.serde(registry));
        duplicates = driver.createInputTopic(Topics.DUPLICATES.name(), strings, Topics.DUPLICATES.serde(registry));
        stories = driver.createOutputTopic(
                Topics.STORIES.name(), new StringDeserializer(), Topics.STORIES.serde(registry));
        events = driver.createOutputTopic(
                Topics.STORY_EVENTS.name(), new StringDeserializer(), Topics.STORY_EVENTS.serde(registry));
    }

    @AfterEach
    void stop() {
        driver.close();
    }

    private void tell(String id, String site, String title, String text, int minute, @Nullable String supersedes) {
        Instant fetched = DAY.plusSeconds(60L * minute);
        articles.pipeInput(
                id,
                Article.newBuilder()
                        .setId(id)
                        .setUrl("https://" + site + "/" + id)
                        .setSite(site)
                        .setTitle(title)
                        .setText(text)
                        .setLanguage("en")
                        .setPublished(fetched.minusSeconds(600))
                        .setFetchTime(fetched)
                        .setSupersedes(supersedes)
                        .build(),
                fetched);
    }

    private void tellAllThree() {
        tell("c", "nordkurier.example", "Schoolgirl from Ostlund wins national chess title", CHESS, 60, null);
        tell("b", "nordkurier.example", "Varnby harbour blaze: 64 firefighters save grain silos", BLAZE, 30, null);
        tell("a", "harbourpost.example", "Fire destroys warehouse on Varnby's old quay", FIRE, 0, null);
    }

    private void rest() {
        rests.set(true);
        for (int call = 0; call < CALLS; call++) {
            driver.advanceWallClockTime(Duration.ofSeconds(1));
        }
        rests.set(false);
    }

    /** The last value of each key, as compaction leaves it. */
    private Map<String, Story> shown() {
        var shown = new LinkedHashMap<String, Story>();
        stories.readKeyValuesToList().forEach(record -> {
            if (record.value == null) {
                shown.remove(record.key);
            } else {
                shown.put(record.key, record.value);
            }
        });
        return shown;
    }

    @Test
    void putsTwoReportsOfOneHappeningIntoOneStory() {
        tellAllThree();
        rest();

        assertThat(shown().values())
                .extracting(Story::getArticleCount, Story::getSourceCount)
                .containsExactlyInAnyOrder(tuple(2, 2), tuple(1, 1));
    }

    @Test
    void decidesInTheOrderOfFetchTimeAndSaysWhatHappened() {
        tellAllThree();
        rest();

        assertThat(events.readValuesToList())
                .extracting(event -> event.getType() + " " + event.getArticleId())
                .containsExactly("OPENED a", "JOINED b", "OPENED c");
    }

    @Test
    void countsACopyAsAReprintOnceHoweverOftenItComes() {
        tellAllThree();
        var copy = Duplicate.newBuilder()
                .setId("d")
                .setUrl("https://citizen.example/d")
                .setSite("citizen.example")
                .setDuplicateOf("a")
                .setGroupId("a")
                .setKind(DuplicateKind.EXACT)
                .setShareInOld(1)
                .setShareInNew(1)
                .setLanguage("en")
                .setFetchTime(DAY.plusSeconds(3000))
                .build();
        duplicates.pipeInput("d", copy);
        duplicates.pipeInput("d", copy);
        rest();

        Story fire = shown().values().stream()
                .filter(story -> story.getArticleCount() == 2)
                .findFirst()
                .orElseThrow();
        assertThat(fire.getReprintCount()).isEqualTo(1);
        assertThat(fire.getReprintSites()).containsExactly("citizen.example");
    }

    @Test
    void takesAWithdrawnArticleOutAndItsEmptyStoryAway() {
        tellAllThree();
        rest();
        assertThat(shown()).hasSize(2);
        events.readValuesToList();

        articles.pipeInput("c", null, DAY.plusSeconds(90_000));
        rest();

        assertThat(stories.readKeyValuesToList())
                .singleElement()
                .satisfies(record -> assertThat(record.value).isNull());
        assertThat(events.readValue().getType()).isEqualTo(StoryEventType.WITHDRAWN);
    }

    @Test
    void putsAFullerTextInThePlaceOfTheOneItReplaces() {
        tellAllThree();
        tell(
                "e",
                "harbourpost.example",
                "Fire destroys warehouse on Varnby's old quay",
                FIRE + "\n\n" + BLAZE,
                90,
                "a");
        rest();

        Story fire = shown().values().stream()
                .filter(story -> story.getArticleCount() == 2)
                .findFirst()
                .orElseThrow();
        assertThat(fire.getArticles()).extracting(article -> article.getId()).containsExactlyInAnyOrder("e", "b");
    }

    @Test
    void letsGoOfAnArticleWhoseNewVersionIsInAnotherLanguage() {
        tellAllThree();
        Instant fetched = DAY.plusSeconds(7200);
        articles.pipeInput(
                "c",
                Article.newBuilder()
                        .setId("c")
                        .setUrl("https://nordkurier.example/c")
                        .setSite("nordkurier.example")
                        .setTitle("Schachmeisterin mit vierzehn Jahren")
                        .setText("Die vierzehnjährige Mira Tevanko aus Ostlund ist Schachmeisterin.")
                        .setLanguage("de")
                        .setVersion(2)
                        .setFetchTime(fetched)
                        .build(),
                fetched);
        rest();

        assertThat(shown().values())
                .extracting(Story::getLanguage, Story::getArticleCount)
                .containsExactlyInAnyOrder(tuple("en", 2), tuple("de", 1));
    }

    @Test
    void countsACopyThatBecameAnOriginalAsAnArticleOnly() {
        tellAllThree();
        duplicates.pipeInput(
                "d",
                Duplicate.newBuilder()
                        .setId("d")
                        .setUrl("https://citizen.example/d")
                        .setSite("citizen.example")
                        .setDuplicateOf("a")
                        .setGroupId("a")
                        .setKind(DuplicateKind.EXACT)
                        .setShareInOld(1)
                        .setShareInNew(1)
                        .setLanguage("en")
                        .setFetchTime(DAY.plusSeconds(3000))
                        .build());
        tell("d", "citizen.example", "What the harbour blaze means for Varnby", BLAZE, 100, null);
        rest();

        assertThat(shown().values())
                .extracting(Story::getArticleCount, Story::getReprintCount)
                .containsExactlyInAnyOrder(tuple(3, 0), tuple(1, 0));
        assertThat(events.readValuesToList())
                .extracting(event -> event.getType() + " " + event.getArticleId())
                .containsSubsequence("REPRINTED d", "WITHDRAWN d", "JOINED d");
    }

    @Test
    void believesNoFetchInTheFarFuture() {
        Instant absurd = Instant.parse("9999-01-01T00:00:00Z");
        articles.pipeInput(new TestRecord<>(
                "z",
                Article.newBuilder()
                        .setId("z")
                        .setUrl("https://nordkurier.example/z")
                        .setSite("nordkurier.example")
                        .setTitle("Ferries stay in port")
                        .setText("The ferries of Kessel stayed in port on Tuesday because of the strike of the pilots.")
                        .setLanguage("en")
                        .setFetchTime(absurd)
                        .build(),
                OrderTime.with(new RecordHeaders(), absurd.toEpochMilli()),
                DAY.plusSeconds(60)));
        rest();
        tellAllThree();
        rest();

        assertThat(events.readValuesToList())
                .extracting(event -> event.getType() + " " + event.getArticleId())
                .containsExactly("OPENED z", "OPENED a", "JOINED b", "OPENED c");
        assertThat(shown().values())
                .extracting(Story::getLastSeen)
                .allSatisfy(seen -> assertThat(seen).isBefore(DAY.plus(Duration.ofDays(1))));
    }

    @Test
    void putsRecordsAsideThatTheContractDoesNotAllow() {
        String endless = "x".repeat(100_000);
        tell(endless, "harbourpost.example", "Fire", FIRE, 0, null);
        tell("", "harbourpost.example", "Fire", FIRE, 0, null);
        tell("a", endless, "Fire", FIRE, 0, null);
        tell("a", "harbourpost.example", "Fire", FIRE, 0, endless);
        articles.pipeInput(endless, null, DAY);
        duplicates.pipeInput(
                "d",
                Duplicate.newBuilder()
                        .setId("d")
                        .setUrl("https://citizen.example/d")
                        .setSite("citizen.example")
                        .setDuplicateOf("")
                        .setGroupId("a")
                        .setShareInOld(1)
                        .setShareInNew(1)
                        .setFetchTime(DAY)
                        .build());
        tell("c", "nordkurier.example", "Schoolgirl wins national chess title", CHESS, 60, null);
        rest();

        assertThat(shown()).hasSize(1);
        var letters =
                driver.createOutputTopic(Topics.DEAD_LETTERS, new StringDeserializer(), new ByteArrayDeserializer());
        assertThat(letters.readRecordsToList())
                .extracting(letter -> new String(
                        letter.headers().lastHeader(DeadLetter.MESSAGE).value(), StandardCharsets.UTF_8))
                .satisfiesExactly(
                        message -> assertThat(message).startsWith("id of 100000 characters, may have 256: xxx"),
                        message -> assertThat(message).isEqualTo("no id"),
                        message -> assertThat(message).startsWith("url of"),
                        message -> assertThat(message).startsWith("supersedes of"),
                        message -> assertThat(message).startsWith("key of"),
                        message -> assertThat(message).isEqualTo("no duplicateOf"));
    }

    @Test
    void showsKeyTermsImportanceAndTrend() {
        tellAllThree();
        rest();

        Story fire = shown().values().stream()
                .filter(story -> story.getArticleCount() == 2)
                .findFirst()
                .orElseThrow();
        assertThat(fire.getTerms())
                .extracting(term -> term.getTerm(), term -> term.getWeight())
                .contains(tuple("timber", 1.0));
        assertThat(fire.getImportance()).isEqualTo(Math.log1p(2) * Math.log1p(2));
        assertThat(fire.getTrend()).isEqualTo(0.2);
    }

    @Test
    void givesTheSameStoriesInWhateverOrderArticlesCome() {
        tellAllThree();
        rest();
        String one = shown().toString();
        driver.close();
        start();
        tell("a", "harbourpost.example", "Fire destroys warehouse on Varnby's old quay", FIRE, 0, null);
        tell("c", "nordkurier.example", "Schoolgirl from Ostlund wins national chess title", CHESS, 60, null);
        tell("b", "nordkurier.example", "Varnby harbour blaze: 64 firefighters save grain silos", BLAZE, 30, null);
        rest();

        assertThat(shown()).hasToString(one);
    }

    /** The description, the stores of each step sorted: Kafka gives them in any order. */
    private String described() {
        return Pattern.compile("stores: \\[(.*?)]")
                .matcher(topology().describe().toString().strip())
                .replaceAll(step -> "stores: ["
                        + Stream.of(step.group(1).split(", ")).sorted().collect(Collectors.joining(", ")) + "]");
    }

    @Test
    void hasTheTopologyThatIsWrittenDown() throws IOException {
        assertThat(described())
                .isEqualTo(Files.readString(Path.of("src/test/resources/topology.txt"))
                        .strip());
    }

    @Test
    void inputsAndChangesSurviveTheirBytes() {
        for (StoryInput input : List.of(
                new StoryInput.Copied("d", "a", "citizen.example", "en"),
                new StoryInput.TakenBack("c"),
                new StoryInput.InLanguage("c", "de"))) {
            assertThat(StoryInput.of(input.toBytes())).isEqualTo(input);
        }
        for (StoryChange change : List.of(
                new StoryChange.Reprinted("citizen.example"),
                new StoryChange.Removed("c", true),
                new StoryChange.CopyRemoved("s", false),
                new StoryChange.Rested(),
                new StoryChange.MergedAway(),
                new StoryChange.Related(List.of(new Relation("f1", "de", 1.25))),
                new StoryChange.Closed())) {
            assertThat(StoryChange.of(change.toBytes())).isEqualTo(change);
        }
    }
}
