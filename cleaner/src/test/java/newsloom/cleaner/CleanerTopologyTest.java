package newsloom.cleaner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import newsloom.contract.FieldLimits;
import newsloom.contract.Topics;
import newsloom.contract.serde.InMemoryRegistry;
import newsloom.contract.serde.SchemaRegistry;
import newsloom.contract.url.UrlKey;
import newsloom.contract.v1.Article;
import newsloom.contract.v1.ArticleChange;
import newsloom.contract.v1.Duplicate;
import newsloom.contract.v1.DuplicateKind;
import newsloom.contract.v1.ExtractionMethod;
import newsloom.contract.v1.Page;
import newsloom.contract.v1.PublishedSource;
import newsloom.contract.v1.Reject;
import newsloom.contract.v1.RejectReason;
import newsloom.contract.v1.SupersedeReason;
import newsloom.runtime.order.Backlog;
import newsloom.runtime.order.Cut;
import newsloom.runtime.order.InputPartitions;
import newsloom.runtime.order.ReorderSettings;
import newsloom.runtime.order.Sequenced;
import newsloom.runtime.order.Sequenced.Item;
import newsloom.runtime.order.Sequenced.Origin;
import newsloom.runtime.order.SequencedSerde;
import newsloom.runtime.streams.OtherFormException;
import newsloom.runtime.streams.StreamsProperties;
import newsloom.runtime.streams.StreamsSettings;
import newsloom.testing.Pages;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.specific.SpecificDatumWriter;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TestOutputTopic;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.test.TestRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CleanerTopologyTest {

    private static final Instant DAY = Instant.parse("2026-09-07T08:00:00Z");
    private static final String[] QUAY = {
        "A fire on the old quay of Harlowe Bay destroyed two warehouses on Sunday night and drove forty families from their homes, the town said on Monday.",
        "Firefighters from three districts needed six hours to bring the blaze under control, because the wind kept carrying sparks from roof to roof along the water.",
        "\"We have lost the rope works, but nobody was hurt, and that is what counts this morning,\" mayor Ilse Farrand told reporters beside the smoking walls.",
        "The cause is unknown. Insurers put the damage at eleven million crowns, and the harbour office has closed the eastern basin until the divers have looked at it."
    };
    private static final String[] BRIDGE = {
        "Engineers have finished the last span of the Tarn valley bridge, nine months later than planned and after two winters in which work stood still.",
        "The minister of transport walked across it with the oldest worker of the site, a welder who had begun there as an apprentice in the first year.",
        "Lorries may use the bridge from October, once the load tests with forty filled water tanks have shown that the cables carry what they should.",
        "Villages on the northern bank hope that the new road ends the long detour by the ferry, which has run for a hundred and sixty years."
    };

    private static final InputPartitions INPUT = new InputPartitions(List.of(Topics.PAGES.name()), 1);

    @TempDir
    private Path state;

    private final SchemaRegistry registry = new InMemoryRegistry();
    private final AtomicBoolean rests = new AtomicBoolean();
    TopologyTestDriver driver;
    private TestInputTopic<String, Page> pages;
    TestOutputTopic<String, Article> articles;
    TestOutputTopic<String, Duplicate> duplicates;
    private TestOutputTopic<String, Reject> rejects;
    TestOutputTopic<String, byte[]> deadLetters;

    private StreamsSettings settings() {
        return StreamsSettings.of("cleaner-test", "unused:1", "unused", state);
    }

    private Optional<Cut> rest(int partition, long since) {
        return rests.get() ? Optional.of(Cut.ALL) : Optional.empty();
    }

    /** How many tasks the search for copies is spread over. */
    int dedupePartitions() {
        return 1;
    }

    private Topology topology() {
        var cleaner = CleanerSettings.defaults()
                .withReorder(ReorderSettings.wholeInput())
                .withDedupePartitions(dedupePartitions());
        return new CleanerTopology(cleaner, registry, INPUT, this::rest, new Backlog())
                .build(new StreamsConfig(StreamsProperties.of(settings())));
    }

    @BeforeEach
    void start() {
        driver = new TopologyTestDriver(topology(), StreamsProperties.of(settings()), DAY.plus(Duration.ofDays(300)));
        var strings = new StringDeserializer();
        pages = driver.createInputTopic(
                Topics.PAGES.name(),
                new StringSerializer(),
                Topics.PAGES.serde(registry).serializer());
        articles = driver.createOutputTopic(Topics.ARTICLES.name(), strings, Topics.ARTICLES.serde(registry));
        duplicates = driver.createOutputTopic(Topics.DUPLICATES.name(), strings, Topics.DUPLICATES.serde(registry));
        rejects = driver.createOutputTopic(Topics.REJECTS.name(), strings, Topics.REJECTS.serde(registry));
        deadLetters = driver.createOutputTopic(Topics.DEAD_LETTERS, strings, new ByteArrayDeserializer());
    }

    @AfterEach
    void stop() {
        driver.close();
    }

    void send(Page... sent) {
        for (Page page : sent) {
            pages.pipeInput(UrlKey.of(page.getUrl()), page, DAY.plus(Duration.ofDays(300)));
        }
    }

    void rest() {
        rests.set(true);
        driver.advanceWallClockTime(Duration.ofSeconds(1));
        rests.set(false);
    }

    static Page quay(String site, int minute) {
        return Pages.article(
                "https://" + site + "/news/quay-fire", DAY.plusSeconds(60L * minute), "Fire on the old quay", QUAY);
    }

    @Test
    void givesOutACleanArticle() {
        send(quay("harbourpost.example", 0));
        rest();

        Article article = articles.readValue();
        assertThat(article.getTitle()).isEqualTo("Fire on the old quay");
        assertThat(article.getText()).isEqualTo(String.join("\n\n", QUAY));
        assertThat(article.getPublished()).isEqualTo(DAY.minusSeconds(3600));
        assertThat(article.getLanguage()).isEqualTo("en");
        assertThat(article.getSite()).isEqualTo("harbourpost.example");
        assertThat(article.getVersion()).isEqualTo(1);
        assertThat(articles.isEmpty()).isTrue();
    }

    @Test
    void takesTheLaterFetchedForTheCopyInWhateverOrderTheyCome() {
        send(quay("second.example", 20), quay("first.example", 5));
        rest();

        assertThat(articles.readValue().getSite()).isEqualTo("first.example");
        Duplicate copy = duplicates.readValue();
        assertThat(copy.getSite()).isEqualTo("second.example");
        assertThat(copy.getKind()).isEqualTo(DuplicateKind.EXACT);
        assertThat(copy.getDuplicateOf()).isEqualTo(PageRecords.id("https://first.example/news/quay-fire"));
        assertThat(articles.isEmpty() && duplicates.isEmpty()).isTrue();
    }

    @Test
    void sendsNothingForAnUnchangedRecrawlAndANewVersionForAChangedOne() {
        send(quay("harbourpost.example", 0), quay("harbourpost.example", 30));
        String[] longer = Arrays.copyOf(QUAY, 5);
        longer[4] =
                "On Monday evening the police said that a welder had been questioned as a witness and that two sheds further east were still too hot to enter.";
        send(Pages.article(
                "https://harbourpost.example/news/quay-fire", DAY.plusSeconds(7200), "Fire on the old quay", longer));
        rest();

        List<Article> given = articles.readValuesToList();
        assertThat(given).extracting(Article::getVersion).containsExactly(1, 2);
        assertThat(given).extracting(Article::getId).containsOnly(given.get(0).getId());
        assertThat(driver.getKeyValueStore(CleanerStores.SITE_COUNTS).get("unchanged"))
                .isEqualTo(1L);
    }

    @Test
    void replacesAnExcerptByTheFullerTextThatComesLater() {
        String[] excerpt = {QUAY[0], QUAY[1]};
        send(Pages.article("https://brief.example/q", DAY, "Quay fire", excerpt), quay("harbourpost.example", 30));
        rest();

        List<KeyValue<String, Article>> given = articles.readKeyValuesToList();
        String briefId = PageRecords.id("https://brief.example/q");
        assertThat(given).extracting(record -> record.value == null).containsExactly(false, true, false);
        assertThat(given.get(1).key).isEqualTo(briefId);
        assertThat(given.get(2).value.getSupersedes()).isEqualTo(briefId);
        Duplicate old = duplicates.readValue();
        assertThat(old.getKind()).isEqualTo(DuplicateKind.SUPERSEDED);
        assertThat(old.getUrl()).isEqualTo("https://brief.example/q");
    }

    @Test
    void givesALateOriginalThePlaceOfItsCopy() {
        String copyUrl = "https://copycat.example/q";
        String original = "https://harbourpost.example/news/quay-fire";
        send(Pages.article(copyUrl, DAY.plusSeconds(4 * 3600), "Quay fire", QUAY));
        rest();
        send(Pages.html(
                original,
                DAY.plusSeconds(5 * 3600),
                pageOf(original, "Fire on the old quay", DAY.minusSeconds(3600), QUAY)));
        rest();

        List<KeyValue<String, Article>> given = articles.readKeyValuesToList();
        assertThat(given).extracting(record -> record.value == null).containsExactly(false, true, false);
        assertThat(given.get(2).value.getSupersedes()).isEqualTo(PageRecords.id(copyUrl));
        assertThat(given.get(2).value.getSupersedesBecause()).isEqualTo(SupersedeReason.EARLIER);
        Duplicate former = duplicates.readValue();
        assertThat(former.getKind()).isEqualTo(DuplicateKind.SUPERSEDED);
        assertThat(former.getDuplicateOf()).isEqualTo(PageRecords.id(original));
        assertThat(former.getReason()).startsWith("representative changed, earlier");
    }

    @Test
    void readsAnItemThatWasWrittenWithAnOlderSchema() throws IOException {
        between(CleanerTopology.BY_SITE, "harbourpost.example", item("quay", 0, writtenWithTheFirstSchema(found())));
        rest();

        Article article = articles.readValue();
        assertThat(article.getText()).isEqualTo(String.join("\n\n", QUAY));
        assertThat(article.getVersion()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "no article", "\0\0\0\0\u0001", "\0\0\0\0\u0009cut"})
    void putsAnItemAsideThatHoldsNoArticleAndGoesOn(String payload) {
        byte[] good = new ArticlePayloads(registry).encode(found());
        between(
                CleanerTopology.BY_SITE,
                "harbourpost.example",
                item("a", 0, payload.getBytes(StandardCharsets.ISO_8859_1)));
        between(CleanerTopology.BY_SITE, "harbourpost.example", item("quay", 1, good));
        rest();

        assertThat(articles.readValuesToList()).hasSize(1);
        TestRecord<String, byte[]> letter = deadLetters.readRecord();
        assertThat(letter.key()).isEqualTo("a");
        assertThat(deadLetters.isEmpty()).isTrue();
    }

    @Test
    void goesOnBehindWhatOnlyLooksLikeAnItem() {
        byte[] item = bytes(item("a", 0, new byte[0]));
        for (int sources : new int[] {-1, 0, Integer.MAX_VALUE}) {
            between(
                    CleanerTopology.BY_SITE,
                    "a",
                    ByteBuffer.wrap(item.clone()).putInt(5, sources).array());
        }
        between(CleanerTopology.BY_SITE, "a", Arrays.copyOf(item, item.length - 1));
        send(quay("harbourpost.example", 0));
        rest();

        assertThat(articles.readValuesToList()).hasSize(1);
    }

    private static byte[] bytes(Sequenced record) {
        return Objects.requireNonNull(new SequencedSerde().serialize("", record));
    }

    private void between(String step, String key, Sequenced record) {
        between(step, key, bytes(record));
    }

    void between(String step, String key, byte[] record) {
        driver.createInputTopic(
                        "cleaner-test-" + step + "-repartition", new StringSerializer(), new ByteArraySerializer())
                .pipeInput(key, record);
    }

    private static Item item(String key, int offset, byte[] payload) {
        return new Item(0, 1, DAY.toEpochMilli() + offset, key, new Origin(0, offset, 0), new RecordHeaders(), payload);
    }

    private static Article found() {
        return Article.newBuilder()
                .setId("quay")
                .setUrl("https://harbourpost.example/news/quay-fire")
                .setSite("harbourpost.example")
                .setTitle("Fire on the old quay")
                .setText(String.join("\n\n", QUAY))
                .setLanguage("en")
                .setFetchTime(DAY)
                .build();
    }

    private byte[] writtenWithTheFirstSchema(Article article) throws IOException {
        Schema first = new Schema.Parser()
                .parse(Files.readString(Path.of("../contract/src/test/resources/schemas/1/news.articles.v1.avsc")));
        var bytes = new ByteArrayOutputStream();
        var now = EncoderFactory.get().directBinaryEncoder(bytes, null);
        new SpecificDatumWriter<>(Article.class).write(article, now);
        GenericRecord then = new GenericDatumReader<GenericRecord>(Article.getClassSchema(), first)
                .read(null, DecoderFactory.get().binaryDecoder(bytes.toByteArray(), null));
        bytes.reset();
        bytes.writeBytes(ByteBuffer.allocate(5)
                .put((byte) 0)
                .putInt(registry.idOf("news.articles.v1-value", first))
                .array());
        new GenericDatumWriter<GenericRecord>(first).write(then, now);
        return bytes.toByteArray();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                CleanerStores.VERSIONS,
                CleanerStores.SITE_BLOCKS,
                CleanerStores.ANCHORS,
                CleanerStores.TEXTS,
                CleanerStores.MEMBERS
            })
    void stopsWhereAnotherBuildLeftTheStateInItsForm(String name) {
        send(quay("harbourpost.example", 0));
        rest();
        KeyValueStore<Bytes, byte[]> store = driver.getKeyValueStore(name);
        int entries = 0;
        try (var all = store.all()) {
            while (all.hasNext()) {
                KeyValue<Bytes, byte[]> entry = all.next();
                if (entry.value.length > Long.BYTES) { // no counts and marks
                    entry.value[0] = 100;
                    store.put(entry.key, entry.value);
                    entries++;
                }
            }
        }
        assertThat(entries).isPositive();
        String[] changed = QUAY.clone();
        changed[3] = changed[3].replace("eleven", "twelve");
        send(
                Pages.article("https://harbourpost.example/news/quay-fire", DAY.plusSeconds(180), "Fire", changed),
                quay("copycat.example", 1));

        assertThatThrownBy(this::rest)
                .rootCause()
                .isInstanceOf(OtherFormException.class)
                .hasMessageContaining("form 100")
                .hasMessageContaining("--application-id");
        assertThat(deadLetters.isEmpty()).isTrue();
    }

    @Test
    void stopsWhereAnotherBuildLeftItemsBetweenTheSteps() {
        byte[] former = bytes(item("a", 0, new byte[0]));
        former[0] = 0x21;

        assertThatThrownBy(() -> between(CleanerTopology.BY_SITE, "a", former))
                .rootCause()
                .isInstanceOf(OtherFormException.class);
        assertThat(deadLetters.isEmpty()).isTrue();
    }

    private static String pageOf(String url, String title, Instant published, String... paragraphs) {
        var made = Pages.article(url, published.plusSeconds(3600), title, paragraphs);
        return StandardCharsets.UTF_8.decode(made.getBody().duplicate()).toString();
    }

    @Test
    void saysWhatANewVersionChanged() {
        String[] corrected = QUAY.clone();
        corrected[3] = corrected[3].replace("eleven", "twelve");
        String[] longer = Arrays.copyOf(corrected, 6);
        longer[4] = BRIDGE[0];
        longer[5] = BRIDGE[1];
        int minute = 0;
        for (String[] text : List.of(QUAY, corrected, longer, BRIDGE)) {
            Instant fetched = DAY.plusSeconds(60L * minute++);
            send(Pages.article("https://harbourpost.example/live", fetched, "Fire on the old quay", text));
        }
        rest();

        List<Article> versions = articles.readValuesToList();
        assertThat(versions)
                .extracting(Article::getChange)
                .containsExactly(null, ArticleChange.TYPO, ArticleChange.APPENDED, ArticleChange.REWRITTEN);
        for (int i = 1; i < versions.size(); i++) {
            assertThat(versions.get(i).getPreviousHash())
                    .isEqualTo(versions.get(i - 1).getContentHash());
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://amp.harbourpost.example/news/quay-fire",
                "https://m.harbourpost.example/news/quay-fire",
                "http://www.harbourpost.example/news/quay-fire?utm_source=feed&fbclid=7",
                "https://harbourpost.example/news/quay-fire/amp",
                "https://harbourpost.example/news/quay-fire?print=1",
                "https://harbourpost.example/news/quay-fire#top"
            })
    void takesAnotherAddressOfAnArticleForTheSameArticle(String address) {
        send(quay("harbourpost.example", 0));
        send(Pages.article(address, DAY.plusSeconds(60), "Fire on the old quay", QUAY));
        rest();

        assertThat(articles.readValuesToList()).hasSize(1);
        assertThat(duplicates.isEmpty()).isTrue();
        assertThat(driver.getKeyValueStore(CleanerStores.SITE_COUNTS).get("unchanged"))
                .isEqualTo(1L);
    }

    @ParameterizedTest
    @CsvSource({
        "https://harbourpost.example/news/quay-fire, true",
        "/news/quay-fire, true",
        "https://harbourpost.example/, false",
        "https://elsewhere.example/news/quay-fire, false"
    })
    void believesACanonicalLinkWithinTheSiteOnly(String canonical, boolean believed) {
        String url = "https://harbourpost.example/2026/09/07/12345";
        String html = pageOf(url, "Fire on the old quay", DAY, QUAY)
                .replace("</head>", "<link rel=\"canonical\" href=\"" + canonical + "\"></head>");
        send(Pages.html(url, DAY.plusSeconds(7200), html));
        rest();

        assertThat(articles.readValue().getId())
                .isEqualTo(PageRecords.id(believed ? "https://harbourpost.example/news/quay-fire" : url));
    }

    @Test
    void keepsTwoArticlesThatNameOneAddressForTheirs() {
        for (int round = 0; round < 2; round++) {
            sendNaming("https://harbourpost.example/news/", "quay-fire", 60 * round, QUAY);
            sendNaming("https://harbourpost.example/news/", "last-span", 60 * round + 1, BRIDGE);
        }
        rest();

        List<Article> given = articles.readValuesToList();
        assertThat(given)
                .extracting(Article::getId)
                .containsExactly(
                        PageRecords.id("https://harbourpost.example/news/"),
                        PageRecords.id("https://harbourpost.example/news/last-span"));
        assertThat(given.get(1).getCanonicalUrl()).isNull();
        assertThat(driver.getKeyValueStore(CleanerStores.SITE_COUNTS).get("unchanged"))
                .isEqualTo(2L);
    }

    private void sendNaming(String canonical, String page, int minute, String... text) {
        String url = "https://harbourpost.example/news/" + page;
        String html = pageOf(url, "On the " + page.replace('-', ' '), DAY, text)
                .replace("</head>", "<link rel=\"canonical\" href=\"" + canonical + "\"></head>");
        send(Pages.html(url, DAY.plusSeconds(60L * minute), html));
    }

    @Test
    void rejectsWhatIsOverTheLimitsOfAPageAndSaysWhat() {
        String endless = "https://harbourpost.example/" + "a".repeat(100_000);
        var huge = Page.newBuilder(quay("harbourpost.example", 1))
                .setBody(ByteBuffer.allocate(Topics.MAX_BODY_BYTES + 1))
                .build();
        var headers = new RecordHeaders().add("traceparent", new byte[FieldLimits.RECORD_HEADER_BYTES + 1]);
        send(Pages.article(endless, DAY, "Fire on the old quay", QUAY), huge);
        pages.pipeInput(new TestRecord<>("key", quay("harbourpost.example", 2), headers, DAY));
        rest();

        List<TestRecord<String, Reject>> given = rejects.readRecordsToList();
        assertThat(given).extracting(record -> record.value().getReason()).containsOnly(RejectReason.OVERSIZE);
        assertThat(given)
                .extracting(record -> record.value().getDetail())
                .containsExactly(
                        "address of 100028 characters", "body of 5242881 bytes", "record headers of 65570 bytes");
        assertThat(given.get(0).value().getUrl()).hasSize(FieldLimits.URL);
        assertThat(given.get(2).headers()).isEmpty();
        assertThat(articles.isEmpty()).isTrue();
    }

    @Test
    void keepsOnRecordWhatWasTakenOut() {
        String box = "Subscribe to the Harbour Letter and read every morning what the town will talk about at noon.";
        String[] headlines = {"Fire on the old quay", "The last span", "Ferries stay in port"};
        for (int n = 0; n < 3; n++) {
            var text = new ArrayList<>(List.of(n == 0 ? QUAY : BRIDGE));
            text.replaceAll(
                    n == 2 ? paragraph -> new StringBuilder(paragraph).reverse().toString() : paragraph -> paragraph);
            text.add(2, box);
            send(Pages.article(
                    "https://harbourpost.example/" + n,
                    DAY.plusSeconds(60L * n),
                    headlines[n],
                    text.toArray(String[]::new)));
        }
        rest();

        assertThat(articles.readValuesToList().get(2).getRemoved()).containsExactly(box);
    }

    /** What at-least-once does after a crash: records come again, some at once, some after others. */
    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3})
    void answersTheSameWhenPagesComeAgain(long seed) {
        Map<String, String> undisturbed = outcome(new Random(seed), null);
        stop();
        start();

        assertThat(outcome(new Random(seed), new Random(seed + 1))).isEqualTo(undisturbed);
    }

    /** The last value of each key after random pages; with {@code faults}, up to five of the last pages are read again before a page. */
    private Map<String, String> outcome(Random random, @Nullable Random faults) {
        var sent = new ArrayList<Page>();
        for (int n = 0; n < 30; n++) {
            String[] text = random.nextBoolean() ? QUAY : BRIDGE;
            text = Arrays.copyOf(text, 2 + random.nextInt(3));
            String url = "https://site" + random.nextInt(9) + ".example/" + random.nextInt(2);
            sent.add(Pages.article(url, DAY.plusSeconds(60L * n), "Headline " + random.nextInt(4), text));
            int again = faults == null ? 0 : faults.nextInt(6);
            sent.subList(Math.max(0, n - again), n).forEach(this::send);
            send(sent.get(n));
            if (n % 5 == 4) {
                rest();
            }
        }
        rest();
        var outcome = new TreeMap<String, String>();
        articles.readKeyValuesToList()
                .forEach(record -> outcome.put("article " + record.key, String.valueOf(record.value)));
        duplicates
                .readKeyValuesToList()
                .forEach(record -> outcome.put("duplicate " + record.key, String.valueOf(record.value)));
        return outcome;
    }

    @Test
    void saysWhyAPageIsNoArticle() {
        send(Pages.notFound("https://harbourpost.example/gone", DAY));

        Reject reject = rejects.readValue();
        assertThat(reject.getReason()).isEqualTo(RejectReason.ERROR);
        assertThat(reject.getStatus()).isEqualTo(404);
    }

    @Test
    void handsThePagesHeadersOnToTheArticle() {
        var headers = new RecordHeaders().add("traceparent", "00-7".getBytes(StandardCharsets.UTF_8));
        pages.pipeInput(new TestRecord<>("k", quay("harbourpost.example", 0), headers, DAY.plusSeconds(9)));
        rest();

        assertThat(articles.readRecord().headers().lastHeader("traceparent").value())
                .isEqualTo("00-7".getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void takesAnArticleThatIsExtractedAlreadyAsItIs() {
        String given = "Fire on the old quay\n" + String.join("\n", QUAY) + "\nShare this article";
        send(hinted(
                Pages.text("https://harbourpost.example/quay", DAY, given),
                Map.of(
                        "x-newsloom-extracted-by", "news-please",
                        "x-newsloom-title", "Fire on the old quay",
                        "x-newsloom-published", "2026-09-06T21:30:00Z",
                        "x-newsloom-authors", "Ann Tarrow, Bo Lind",
                        "x-newsloom-summary", "Two warehouses are lost.",
                        "x-newsloom-language", "en-GB")));
        rest();

        Article article = articles.readValue();
        assertThat(article.getText()).isEqualTo(String.join("\n\n", QUAY) + "\n\nShare this article");
        assertThat(article.getTitle()).isEqualTo("Fire on the old quay");
        assertThat(article.getLead()).isEqualTo("Two warehouses are lost.");
        assertThat(article.getAuthors()).containsExactly("Ann Tarrow", "Bo Lind");
        assertThat(article.getPublished()).isEqualTo("2026-09-06T21:30:00Z");
        assertThat(article.getPublishedFrom()).isEqualTo(PublishedSource.CRAWLER);
        assertThat(article.getLanguage()).isEqualTo("en");
        assertThat(article.getExtractionMethod()).isEqualTo(ExtractionMethod.GIVEN);
    }

    @Test
    void rejectsAnExtractedTextThatIsTooShortAndReadsAFailedFetchAsAPage() {
        var by = Map.of("x-newsloom-extracted-by", "nutch");
        send(
                hinted(Pages.text("https://harbourpost.example/short", DAY, "Only a caption."), by),
                hinted(Pages.notFound("https://harbourpost.example/gone", DAY), by));

        Reject tooShort = rejects.readValue();
        assertThat(tooShort.getReason()).isEqualTo(RejectReason.TOO_SHORT);
        assertThat(tooShort.getDetail()).isEqualTo("3 words given by nutch");
        assertThat(rejects.readValue().getReason()).isEqualTo(RejectReason.ERROR);
    }

    @Test
    void believesAFeedAboutTheDateThatThePageDoesNotTellForMachines() {
        String html =
                "<html lang=\"en\"><h1>Fire on the old quay</h1><p>" + String.join("</p><p>", QUAY) + "</p></html>";
        var feed = Map.of(
                "x-newsloom-published", "2026-09-06T23:30:00+02:00",
                "x-newsloom-title", "Quay fire: live",
                "x-newsloom-authors", "Ann Tarrow");
        send(
                hinted(Pages.html("https://bare.example/quay", DAY, html), feed),
                hinted(quay("dated.example", 60 * 24 * 20), feed));
        rest();

        Article bare = articles.readValue();
        assertThat(bare.getPublished()).isEqualTo("2026-09-06T21:30:00Z");
        assertThat(bare.getPublishedZone()).isEqualTo("+02:00");
        assertThat(bare.getPublishedFrom()).isEqualTo(PublishedSource.CRAWLER);
        assertThat(bare.getTitle()).isEqualTo("Fire on the old quay");
        assertThat(bare.getAuthors()).containsExactly("Ann Tarrow");
        assertThat(articles.readValue().getPublishedFrom()).isEqualTo(PublishedSource.META);
    }

    @Test
    void doesNotBelieveAHintFromTheFuture() {
        String html =
                "<html lang=\"en\"><h1>Fire on the old quay</h1><p>" + String.join("</p><p>", QUAY) + "</p></html>";
        send(hinted(Pages.html("https://bare.example/quay", DAY, html), Map.of("x-newsloom-published", "2027-01-01")));
        rest();

        assertThat(articles.readValue().getPublished()).isNull();
    }

    private static Page hinted(Page page, Map<String, String> headers) {
        return Page.newBuilder(page).setHeaders(headers).build();
    }

    @Test
    void accountsForEveryPage() {
        send(
                quay("harbourpost.example", 0),
                quay("harbourpost.example", 30),
                quay("copycat.example", 40),
                Pages.article("https://harbourpost.example/bridge", DAY, "The last span", BRIDGE),
                Pages.notFound("https://harbourpost.example/gone", DAY));
        rest();

        var extracted = driver.<String, Long>getKeyValueStore(CleanerStores.EXTRACT_COUNTS);
        var bySite = driver.<String, Long>getKeyValueStore(CleanerStores.SITE_COUNTS);
        var decided = driver.<String, Long>getKeyValueStore(CleanerStores.DECISION_COUNTS);
        assertThat(extracted.get("pages")).isEqualTo(5);
        assertThat(extracted.get("rejects")
                        + bySite.get("unchanged")
                        + decided.get("articles")
                        + decided.get("duplicates"))
                .isEqualTo(5);
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
        String name = dedupePartitions() == 1 ? "topology.txt" : "topology-scattered.txt";
        Path golden = Path.of("src/test/resources", name);

        assertThat(described()).isEqualTo(Files.readString(golden).strip());
    }
}
