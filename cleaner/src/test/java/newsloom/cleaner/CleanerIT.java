package newsloom.cleaner;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;
import newsloom.contract.Topics;
import newsloom.contract.url.UrlKey;
import newsloom.contract.v1.Page;
import newsloom.runtime.order.ReorderSettings;
import newsloom.runtime.streams.OrderedService;
import newsloom.runtime.streams.StreamsSettings;
import newsloom.testing.Await;
import newsloom.testing.Broker;
import newsloom.testing.Pages;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CleanerIT {

    private static final Instant DAY = Instant.parse("2026-09-07T08:00:00Z");
    private static final Duration DEADLINE = Duration.ofSeconds(90);

    @TempDir
    private Path state;

    private OrderedService cleaner(Broker broker) throws InterruptedException {
        return cleaner(broker, 1);
    }

    private OrderedService cleaner(Broker broker, int dedupePartitions) throws InterruptedException {
        var streams = StreamsSettings.of(
                        CleanerService.APPLICATION_ID,
                        broker.bootstrapServers(),
                        broker.registryUrl(),
                        state.resolve(broker.bootstrapServers().replace(":", "-")))
                .withInstanceId("cleaner-1");
        var settings = CleanerSettings.defaults()
                .withReorder(ReorderSettings.wholeInput())
                .withDedupePartitions(dedupePartitions);
        return CleanerService.create(streams, settings, () -> true);
    }

    /** Every third page is a copy of the one before on another site; sites share nothing else. */
    private static Map<String, Page> pages() {
        var pages = new LinkedHashMap<String, Page>();
        for (int n = 0; n < 60; n++) {
            int story = n % 3 == 2 ? n - 1 : n;
            String url = "https://site" + n % 7 + ".example/" + n;
            Page page = Pages.article(url, DAY.plusSeconds((60L - n) * 60), "Report number " + story, text(story));
            pages.put(UrlKey.of(url), page);
        }
        return pages;
    }

    private static String[] text(int story) {
        var random = new Random(story);
        return IntStream.range(0, 5)
                .mapToObj(paragraph -> IntStream.range(0, 40)
                                .mapToObj(word -> "w" + Integer.toString(random.nextInt(30_000), 36) + "ing")
                                .reduce("The council of the town", (a, b) -> a + " " + b)
                        + " this week.")
                .toArray(String[]::new);
    }

    /** One way to write down all that came out; equal for equal results. */
    private static Map<String, String> outcome(Broker broker) {
        var outcome = new TreeMap<String, String>();
        broker.lastValues(Topics.ARTICLES).forEach((id, article) -> outcome.put(id, "article " + article));
        broker.lastValues(Topics.DUPLICATES).forEach((id, copy) -> outcome.put(id, "duplicate " + copy));
        return outcome;
    }

    private Map<String, String> run(int partitions) throws InterruptedException {
        try (var broker = Broker.withNewsTopics(partitions)) {
            broker.produce(Topics.PAGES, pages());
            try (var cleaner = cleaner(broker)) {
                cleaner.start();
                Await.until(DEADLINE, "all pages to pass", () -> idle(cleaner), idle -> idle);
            }
            return outcome(broker);
        }
    }

    private static boolean idle(OrderedService service) {
        try {
            return service.idle();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 12})
    void everyPageIsAnArticleOrACopyWhateverThePartitions(int partitions) throws InterruptedException {
        Map<String, String> outcome = run(partitions);

        assertThat(outcome).hasSize(60);
        assertThat(outcome.values().stream().filter(value -> value.startsWith("duplicate")))
                .hasSize(20);
    }

    @Test
    void oneAndTwelvePartitionsGiveTheSame() throws InterruptedException {
        Map<String, String> one = run(1);

        assertThat(run(12)).isEqualTo(one);
    }

    @Test
    void aStopHalfWayChangesNothing() throws InterruptedException {
        Map<String, String> undisturbed = run(2);
        try (var broker = Broker.withNewsTopics(2)) {
            broker.produce(Topics.PAGES, pages());
            for (int stops = 0; stops < 2; stops++) {
                try (var cleaner = cleaner(broker)) {
                    cleaner.start();
                }
            }
            try (var cleaner = cleaner(broker)) {
                cleaner.start();
                Await.until(DEADLINE, "all pages to pass", () -> idle(cleaner), idle -> idle);
            }
            assertThat(outcome(broker)).isEqualTo(undisturbed);
        }
    }

    /** The search for copies over three tasks, stopped twice on the way. */
    @Test
    void severalDecidingTasksGiveWhatOneGives() throws InterruptedException {
        Map<String, String> one = run(2);
        try (var broker = Broker.withNewsTopics(2)) {
            broker.produce(Topics.PAGES, pages());
            for (int stops = 0; stops < 2; stops++) {
                try (var cleaner = cleaner(broker, 3)) {
                    cleaner.start();
                }
            }
            try (var cleaner = cleaner(broker, 3)) {
                cleaner.start();
                Await.until(DEADLINE, "all pages to pass", () -> idle(cleaner), idle -> idle);
            }
            assertThat(outcome(broker)).isEqualTo(one);
        }
    }

    @Test
    void putsUnreadableBytesAsideAndGoesOn() throws InterruptedException {
        try (var broker = Broker.withNewsTopics(2)) {
            byte[] poison = "json failed to parse".getBytes(StandardCharsets.UTF_8);
            broker.produceRaw(Topics.PAGES.name(), "k".getBytes(StandardCharsets.UTF_8), poison);
            broker.produce(Topics.PAGES, pages());
            try (var cleaner = cleaner(broker)) {
                cleaner.start();
                Await.until(DEADLINE, "all pages to pass", () -> idle(cleaner), idle -> idle);
            }

            List<byte[]> letters = broker.readRaw(Topics.DEAD_LETTERS).stream()
                    .map(letter -> letter.value())
                    .toList();
            assertThat(letters).containsExactly(poison);
            assertThat(outcome(broker)).hasSize(60);
        }
    }
}
