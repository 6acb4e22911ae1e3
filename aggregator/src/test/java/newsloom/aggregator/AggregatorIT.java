package newsloom.aggregator;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import newsloom.contract.Topics;
import newsloom.contract.v1.Article;
import newsloom.runtime.order.ReorderSettings;
import newsloom.runtime.streams.OrderedService;
import newsloom.runtime.streams.StreamsSettings;
import newsloom.testing.Await;
import newsloom.testing.Broker;
import newsloom.testing.InventedNews;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The same articles give the same stories, record for record. */
class AggregatorIT {
    private static final Instant DAY = Instant.parse("2026-09-07T08:00:00Z");
    private static final Duration DEADLINE = Duration.ofMinutes(2);
    private static final int EACH = 80;

    @TempDir
    private Path folder;

    private OrderedService aggregator(Broker broker) throws InterruptedException {
        var streams = StreamsSettings.of(
                        AggregatorService.APPLICATION_ID,
                        broker.bootstrapServers(),
                        broker.registryUrl(),
                        folder.resolve(broker.bootstrapServers().replace(":", "-")))
                .withInstanceId("aggregator-1");
        var settings = AggregatorSettings.defaults().withReorder(ReorderSettings.wholeInput());
        return AggregatorService.create(streams, settings, () -> true);
    }

    private static Map<String, Article> articles() {
        var articles = new LinkedHashMap<String, Article>();
        Stream.of("en", "de")
                .flatMap(
                        language -> new InventedNews(3, language, DAY, Duration.ofMinutes(9), 4, 8).next(EACH).stream())
                .map(InventedNews.Told::article)
                .forEach(article -> articles.put(article.getId(), article));
        return articles;
    }

    private void passAll(Broker broker) throws InterruptedException {
        try (var aggregator = aggregator(broker)) {
            aggregator.start();
            Await.until(DEADLINE, "all articles to pass", () -> idle(aggregator), idle -> idle);
        }
    }

    private static boolean idle(OrderedService service) {
        try {
            return service.idle();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static Map<String, String> stories(Broker broker) {
        var stories = new TreeMap<String, String>();
        broker.lastValues(Topics.STORIES).forEach((id, story) -> stories.put(id, String.valueOf(story)));
        return stories;
    }

    private Map<String, String> run(int partitions) throws InterruptedException {
        try (var broker = Broker.withNewsTopics(partitions)) {
            broker.produce(Topics.ARTICLES, articles());
            passAll(broker);
            return stories(broker);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 4, 16})
    void storiesAreTheSameForAnyNumberOfPartitionsAndOnReplay(int partitions) throws InterruptedException {
        assertThat(run(partitions)).isEqualTo(run(2)).hasSizeGreaterThan(EACH / 4);
    }

    @Test
    void aRestartInBetweenChangesNothing() throws InterruptedException {
        List<Map.Entry<String, Article>> all = articles().entrySet().stream()
                .sorted(Map.Entry.comparingByValue((a, b) -> a.getFetchTime().compareTo(b.getFetchTime())))
                .toList();
        Map<String, Article> first = new LinkedHashMap<>();
        Map<String, Article> rest = new LinkedHashMap<>();
        all.forEach(entry -> (first.size() < EACH ? first : rest).put(entry.getKey(), entry.getValue()));
        try (var broker = Broker.withNewsTopics(4)) {
            broker.produce(Topics.ARTICLES, first);
            passAll(broker);
            broker.produce(Topics.ARTICLES, rest);
            passAll(broker);
            assertThat(stories(broker)).isEqualTo(run(4));
        }
    }
}
