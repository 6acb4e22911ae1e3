package newsloom.aggregator;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import newsloom.contract.Topic;
import newsloom.contract.Topics;
import newsloom.contract.v1.Article;
import newsloom.contract.v1.Duplicate;
import newsloom.contract.v1.DuplicateKind;
import newsloom.runtime.order.OrderTime;
import newsloom.runtime.order.ReorderSettings;
import newsloom.runtime.streams.OrderedService;
import newsloom.runtime.streams.StreamsSettings;
import newsloom.testing.Await;
import newsloom.testing.Broker;
import newsloom.testing.InventedNews;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The same input gives the same stories, record for record, and the same events. */
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

    /** A record of one of the two input topics, and where it stands in the order. */
    private record Sent(
            Instant at, Topic<?> topic, String id, @Nullable SpecificRecord value) {

        private <V extends SpecificRecord> ProducerRecord<String, V> to(Topic<V> to) {
            Headers headers = OrderTime.with(new RecordHeaders(), at.toEpochMilli());
            return new ProducerRecord<>(
                    to.name(), null, null, id, to.valueType().cast(value), headers);
        }
    }

    /** Articles of two languages, with copies, new versions, withdrawals and fuller texts in the place of others in between. */
    private static List<Sent> input() {
        var input = new ArrayList<Sent>();
        for (String language : List.of("en", "de")) {
            int i = 0;
            for (InventedNews.Told told : new InventedNews(3, language, DAY, Duration.ofMinutes(9), 4, 8).next(EACH)) {
                input.addAll(life(told, i++));
            }
        }
        input.sort(Comparator.comparing(Sent::at));
        return input;
    }

    private static List<Sent> life(InventedNews.Told first, int i) {
        Article article = first.article();
        Instant fetched = article.getFetchTime();
        var life = new ArrayList<Sent>();
        life.add(new Sent(fetched, Topics.ARTICLES, article.getId(), article));
        if (i % 8 == 3) {
            life.add(copy(article, fetched.plusSeconds(3600)));
        }
        if (i % 10 == 5) {
            String title = article.getTitle() + ", updated";
            life.add(told(first.builder().setVersion(2).setTitle(title), fetched.plusSeconds(7200)));
        }
        if (i % 12 == 9) {
            Instant later = fetched.plusSeconds(9000);
            life.add(takenBack(article, later));
            String id = i % 24 == 9 ? article.getId() + "-fuller" : "a-fuller-" + article.getId();
            life.add(told(first.builder().setId(id).setSupersedes(article.getId()), later));
        } else if (i % 16 == 7) {
            life.add(takenBack(article, fetched.plusSeconds(10_800)));
        }
        return life;
    }

    private static Sent told(Article.Builder article, Instant at) {
        return new Sent(
                at, Topics.ARTICLES, article.getId(), article.setFetchTime(at).build());
    }

    private static Sent takenBack(Article article, Instant at) {
        return new Sent(at, Topics.ARTICLES, article.getId(), null);
    }

    private static Sent copy(Article article, Instant at) {
        String id = article.getId() + "-copy";
        var copy = Duplicate.newBuilder()
                .setId(id)
                .setUrl("https://copies.example/" + article.getId())
                .setSite("copies.example")
                .setDuplicateOf(article.getId())
                .setGroupId(article.getId())
                .setKind(DuplicateKind.EXACT)
                .setShareInOld(1)
                .setShareInNew(1)
                .setLanguage(article.getLanguage())
                .setFetchTime(at);
        return new Sent(at, Topics.DUPLICATES, id, copy.build());
    }

    private static void produce(Broker broker, List<Sent> input) {
        produce(broker, Topics.ARTICLES, input);
        produce(broker, Topics.DUPLICATES, input);
    }

    private static <V extends SpecificRecord> void produce(Broker broker, Topic<V> topic, List<Sent> input) {
        broker.produce(
                topic,
                input.stream()
                        .filter(sent -> sent.topic().equals(topic))
                        .map(sent -> sent.to(topic))
                        .toList());
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

    /** Of each story what happened to it, and the record as it is now. */
    private static Map<String, List<String>> stories(Broker broker) {
        var stories = new TreeMap<String, List<String>>();
        broker.read(Topics.STORY_EVENTS)
                .forEach(event -> stories.computeIfAbsent(event.key(), id -> new ArrayList<>())
                        .add(String.valueOf(event.value())));
        broker.lastValues(Topics.STORIES)
                .forEach((id, story) ->
                        stories.computeIfAbsent(id, absent -> new ArrayList<>()).add(String.valueOf(story)));
        return stories;
    }

    private Map<String, List<String>> run(int partitions) throws InterruptedException {
        try (var broker = Broker.withNewsTopics(partitions)) {
            produce(broker, input());
            passAll(broker);
            return stories(broker);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 4, 16})
    void storiesAreTheSameForAnyNumberOfPartitionsAndOnReplay(int partitions) throws InterruptedException {
        Map<String, List<String>> stories = run(partitions);
        assertThat(stories).isEqualTo(run(2)).hasSizeGreaterThan(EACH / 4);
        assertThat(stories.values().stream().flatMap(List::stream))
                .anyMatch(event -> event.contains("a new version"))
                .anyMatch(event -> event.contains("in place of"))
                .anyMatch(event -> event.contains("WITHDRAWN"))
                .anyMatch(event -> event.contains("REPRINTED"));
    }

    @Test
    void aRestartInBetweenChangesNothing() throws InterruptedException {
        List<Sent> input = input();
        Instant half = input.get(input.size() / 2).at();
        try (var broker = Broker.withNewsTopics(4)) {
            produce(
                    broker,
                    input.stream().filter(sent -> sent.at().isBefore(half)).toList());
            passAll(broker);
            produce(
                    broker,
                    input.stream().filter(sent -> !sent.at().isBefore(half)).toList());
            passAll(broker);
            assertThat(stories(broker)).isEqualTo(run(4));
        }
    }
}
