package newsloom.runtime.order;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import newsloom.runtime.order.Sequenced.Item;
import newsloom.runtime.order.Sequenced.Mark;
import newsloom.runtime.order.Sequenced.Origin;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.Stores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReorderBufferTest {

    private final KeyValueStore<Bytes, byte[]> store =
            Stores.inMemoryKeyValueStore("waiting").get();
    private final List<String> out = new ArrayList<>();
    private final List<String> late = new ArrayList<>();
    private long nanos;
    private long nanosPerLook;

    private ReorderBuffer buffer(long windowMillis, int maxBuffered) {
        var settings = new ReorderSettings(
                Duration.ofMillis(windowMillis), Duration.ZERO, Duration.ofMillis(200), maxBuffered);
        return new ReorderBuffer(
                store,
                settings,
                new ReorderBuffer.Release() {
                    @Override
                    public void inOrder(Item item) {
                        out.add(item.key() + "@" + item.time());
                    }

                    @Override
                    public void late(Item item) {
                        late.add(item.key() + "@" + item.time());
                    }
                },
                () -> nanos += nanosPerLook);
    }

    private static Item item(int source, int sources, long time, String key, long offset) {
        byte[] payload = key.getBytes(StandardCharsets.UTF_8);
        return new Item(source, sources, time, key, new Origin(source, offset, 0), new RecordHeaders(), payload);
    }

    private static Mark rest(int source, int sources) {
        return new Mark(source, sources, Progress.rest(Cut.ALL));
    }

    private static Mark rest(int source, Cut cut) {
        return new Mark(source, 2, Progress.rest(cut));
    }

    @Test
    void holdsItemsBackUntilEverySourceIsPastThem() {
        var buffer = buffer(0, 100);

        buffer.add(item(0, 2, 10, "a", 0));
        buffer.add(item(0, 2, 30, "b", 1));
        assertThat(out).isEmpty();
        buffer.add(item(1, 2, 20, "c", 0));

        assertThat(out).containsExactly("a@10");
        assertThat(buffer.waiting()).isEqualTo(2);
    }

    @Test
    void waitsForTheWindowAsWell() {
        var buffer = buffer(100, 100);

        buffer.add(item(0, 1, 1000, "a", 0));
        buffer.add(item(0, 1, 1100, "b", 1));
        assertThat(out).isEmpty();
        buffer.add(item(0, 1, 1101, "c", 2));

        assertThat(out).containsExactly("a@1000");
    }

    @Test
    void letsEverythingGoWhenAllSourcesRest() {
        var buffer = buffer(Duration.ofDays(36_500).toMillis(), 100);
        buffer.add(item(1, 2, 20, "b", 0));
        buffer.add(item(0, 2, 20, "a", 0));
        buffer.mark(rest(0, 2));
        assertThat(out).isEmpty();

        buffer.mark(rest(1, 2));

        assertThat(out).containsExactly("a@20", "b@20");
        assertThat(buffer.progress().rests()).isTrue();
    }

    @Test
    void countsARestOnlyForWhatHadComeWhenItWasFound() {
        var buffer = buffer(0, 100);
        buffer.mark(rest(1, Cut.of(3, 1)));
        buffer.add(item(0, 2, 40, "d", 3));
        buffer.add(item(0, 2, 30, "c", 2));
        buffer.mark(rest(0, Cut.of(4, 1)));

        assertThat(out).containsExactly("c@30");
        assertThat(buffer.progress()).isEqualTo(new Progress(39, Cut.of(3, 1)));

        buffer.add(item(1, 2, 35, "meanwhile", 1));
        buffer.mark(rest(1, Cut.of(4, 2)));
        buffer.mark(rest(0, Cut.of(4, 2)));

        assertThat(out).containsExactly("c@30", "meanwhile@35", "d@40");
        assertThat(late).isEmpty();
    }

    @Test
    void doesNotWaitForAPartitionThatNoCutKnows() {
        var buffer = buffer(0, 100);
        buffer.add(new Item(0, 2, 10, "lost", new Origin(7, 0, 0), new RecordHeaders(), new byte[0]));
        buffer.add(item(0, 2, 20, "b", 0));
        buffer.mark(rest(0, Cut.of(1, 0)));
        buffer.mark(rest(1, Cut.of(1, 0)));

        assertThat(out).containsExactly("lost@10", "b@20");
    }

    @Test
    void startsANewOrderAfterARest() {
        var buffer = buffer(1000, 100);
        buffer.add(item(0, 1, 500_000, "first", 0));
        buffer.mark(rest(0, 1));

        buffer.add(item(0, 1, 300, "d", 1));
        buffer.add(item(0, 1, 200, "c", 2));
        buffer.mark(rest(0, 1));

        assertThat(out).containsExactly("first@500000", "c@200", "d@300");
        assertThat(late).isEmpty();
    }

    @Test
    void letsALateItemGoAtOnceAndCountsIt() {
        var buffer = buffer(0, 100);
        buffer.add(item(0, 1, 10, "a", 0));
        buffer.add(item(0, 1, 20, "b", 1));

        buffer.add(item(0, 1, 5, "late", 2));

        assertThat(out).containsExactly("a@10");
        assertThat(late).containsExactly("late@5");
    }

    @Test
    void letsWhatIsDueGoInPortionsAndSaysHowFarItIs() {
        var buffer = buffer(Duration.ofDays(36_500).toMillis(), 5000);
        nanosPerLook = ReorderBuffer.PORTION.toNanos() / 500;
        for (int n = 0; n < 1200; n++) {
            buffer.add(item(0, 1, 1200 - n, "k", n));
        }

        buffer.mark(rest(0, 1));
        assertThat(out).hasSize(500);
        assertThat(buffer.progress().time()).isEqualTo(500);
        buffer.mark(rest(0, 1));
        buffer.add(item(0, 1, 5, "late", 1200));
        buffer.mark(rest(0, 1));
        buffer.mark(rest(0, 1));

        assertThat(out).hasSize(1200).startsWith("k@1", "k@2").endsWith("k@1199", "k@1200");
        assertThat(late).containsExactly("late@5");
        assertThat(buffer.progress().rests()).isTrue();
    }

    @Test
    void letsTheEarliestGoWhenTooManyWait() {
        var buffer = buffer(Duration.ofDays(36_500).toMillis(), 2);

        buffer.add(item(0, 1, 30, "c", 0));
        buffer.add(item(0, 1, 10, "a", 1));
        buffer.add(item(0, 1, 20, "b", 2));

        assertThat(out).containsExactly("a@10");
        assertThat(buffer.waiting()).isEqualTo(2);
    }

    @Test
    void keepsEqualPlacesApart() {
        var buffer = buffer(0, 100);

        buffer.add(item(0, 1, 10, "same", 7));
        buffer.add(item(0, 1, 10, "same", 8));
        buffer.mark(rest(0, 1));

        assertThat(out).containsExactly("same@10", "same@10");
    }

    @Test
    void countsAnItemOnceThatComesTwice() {
        var buffer = buffer(Duration.ofDays(36_500).toMillis(), 100);

        buffer.add(item(0, 1, 10, "a", 0));
        buffer.add(item(0, 1, 10, "a", 0));
        assertThat(buffer.waiting()).isEqualTo(1);
        buffer.mark(rest(0, 1));

        assertThat(out).containsExactly("a@10");
        assertThat(buffer.waiting()).isZero();
    }

    @Test
    void findsWhatWaitedAgainAfterARestart() {
        buffer(0, 100).add(item(0, 2, 10, "a", 0));

        var restarted = buffer(0, 100);
        assertThat(restarted.waiting()).isEqualTo(1);
        restarted.mark(rest(0, 2));
        restarted.mark(rest(1, 2));

        assertThat(out).containsExactly("a@10");
    }

    @Test
    void countsAnItemOnceThatComesAgainAfterARestart() {
        buffer(0, 100).add(item(0, 2, 10, "a", 0));

        var restarted = buffer(0, 100);
        restarted.add(item(0, 2, 10, "a", 0));
        restarted.mark(rest(0, 2));
        restarted.mark(rest(1, 2));

        assertThat(out).containsExactly("a@10");
        assertThat(store.approximateNumEntries()).isZero();
    }

    @Test
    void takesTheNumbersOfThoseThatHaveGone() {
        var buffer = buffer(0, 100);
        for (int n = 0; n < 1000; n++) {
            buffer.add(item(0, 1, n, "k", n));
        }

        assertThat(out).hasSize(999);
        try (var waiting = store.all()) {
            assertThat(waiting.next().key.get()).isEqualTo(new byte[] {0, 0, 0, 1});
            assertThat(waiting.hasNext()).isFalse();
        }
    }

    @Test
    void readsWhatDoesNotFitIntoMemory() {
        var buffer = buffer(Duration.ofDays(36_500).toMillis(), 100);
        byte[] payload = new byte[ReorderBuffer.AT_HAND_BYTES / 3];
        for (int n = 0; n < 10; n++) {
            buffer.add(new Item(0, 1, 10 - n, "k", new Origin(0, n, 0), new RecordHeaders(), payload));
        }

        buffer.mark(rest(0, 1));

        assertThat(out).hasSize(10).startsWith("k@1").endsWith("k@10");
        assertThat(store.approximateNumEntries()).isZero();
    }

    /** However the sources interleave, what comes out is the one order. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void givesTheSameOrderForEveryInterleaving(long seed) {
        var random = new Random(seed);
        int sources = 1 + random.nextInt(5);
        var queues = new ArrayList<List<Item>>();
        var expected = new ArrayList<Item>();
        for (int source = 0; source < sources; source++) {
            var queue = new ArrayList<Item>();
            long time = 1000;
            for (int n = 0; n < 200; n++) {
                time += random.nextInt(3);
                queue.add(item(source, sources, time, "k" + random.nextInt(50), n));
            }
            expected.addAll(queue);
            queues.add(queue);
        }
        expected.sort(Comparator.comparingLong(Item::time).thenComparing(Item::key));
        var buffer = buffer(0, 10_000);

        while (queues.stream().anyMatch(queue -> !queue.isEmpty())) {
            int source = random.nextInt(sources);
            if (queues.get(source).isEmpty()) {
                buffer.mark(rest(source, sources));
            } else {
                buffer.add(queues.get(source).remove(0));
            }
        }
        while (!buffer.progress().rests()) {
            buffer.mark(rest(random.nextInt(sources), sources));
        }

        assertThat(out)
                .containsExactlyElementsOf(expected.stream()
                        .map(item -> item.key() + "@" + item.time())
                        .toList());
        assertThat(late).isEmpty();
    }

    @Test
    void serdeGivesBackItemsAndMarks() {
        var serde = new SequencedSerde();
        var headers = new RecordHeaders();
        headers.add("traceparent", "00-1".getBytes(StandardCharsets.UTF_8)).add("empty", null);
        var item = new Item(3, 6, -5, "https://a.example/ü", new Origin(9, 42, 1), headers, new byte[] {1, 2});

        var back = (Item) serde.deserialize("t", serde.serialize("t", item));

        assertThat(back).usingRecursiveComparison().isEqualTo(item);
        var marks = List.of(rest(1, 2), rest(1, Cut.of(7, 0)), new Mark(0, 2, Progress.upTo(-5)));
        assertThat(marks)
                .allSatisfy(mark -> assertThat(serde.deserialize("t", serde.serialize("t", mark)))
                        .isEqualTo(mark));
    }
}
