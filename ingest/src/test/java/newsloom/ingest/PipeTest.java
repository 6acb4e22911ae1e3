package newsloom.ingest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import newsloom.contract.Topics;
import newsloom.contract.serde.InMemoryRegistry;
import newsloom.contract.v1.Page;
import newsloom.ingest.source.Listing;
import newsloom.ingest.source.StandardInput;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.ProducerFencedException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Pipes into a broker that keeps what is committed: nothing is lost and nothing sent twice, whatever a stream begins with. */
class PipeTest {
    private static final int LONG_TEXT = 20_000; // more than any look at the beginning

    private final InMemoryRegistry registry = new InMemoryRegistry();
    private final List<ProducerRecord<byte[], byte[]>> committed = new ArrayList<>();

    @Test
    void sendsAStreamThatBeginsWithThePagesOfAnother() throws Exception {
        run(lines(List.of("same", "a1", "a2", "a3")), 2, 9);
        var second = run(lines(List.of("same", "b1", "b2", "b3", "b4")), 2, 9);
        assertThat(sentUrls()).contains("a1", "a2", "a3", "b1", "b2", "b3", "b4");
        assertThat(second.pagesSent() + second.sentBefore()).isEqualTo(5);
    }

    @Test
    void passesOverWhatTwoStreamsHaveInCommonAsFarAsItWasCommitted() throws Exception {
        var common = names("same", 300); // 6 MB
        run(lines(with(common, "a1", "a2")), 4, 999);
        run(lines(with(common, "b1")), 4, 999);
        run(lines(with(common, "a1", "a2", "a3")), 4, 999);
        run(lines(with(common, "b1", "b2")), 4, 999);
        assertThat(sentUrls()).contains("a1", "a2", "a3", "b1", "b2");
        assertThat(sentUrls().stream().filter(common.subList(0, 200)::contains)).hasSize(200);
        assertThat(sentUrls())
                .as("from the last position before the branch, once")
                .hasSizeLessThan(2 * 300);
    }

    @ParameterizedTest
    @ValueSource(strings = {"lines", "lines.gz", "warc", "warc.gz"})
    void goesOnWithoutDoublingWhereverItWasCutOff(String format) throws Exception {
        var names = names("page", 23);
        byte[] stream = stream(format, names);
        for (int commits = 0; commits < 7; commits++) {
            assertThat(run(stream, 3, 1).finished()).isFalse();
        }
        var last = run(stream, 3, 99);
        assertThat(last.sentBefore()).isEqualTo(21);
        assertThat(sentUrls()).containsExactlyElementsOf(names);
        assertThat(run(stream, 3, 99).pagesSent()).isZero();
        assertThat(sentUrls()).hasSize(23);
    }

    @Test
    void goesOnInAStreamThatGrewBehindALineThatBrokeOff() throws Exception {
        byte[] whole = lines(names("page", 9));
        var first = run(Arrays.copyOf(whole, whole.length - 30_000), 2, 99);
        assertThat(first.losses()).containsEntry("truncated-file", 1L);
        var grown = run(whole, 2, 99);
        assertThat(grown.losses()).isEmpty();
        assertThat(sentUrls()).containsExactlyElementsOf(names("page", 9));
    }

    @Test
    void keepsFewPositionsOfManySmallTransactions() throws Exception {
        run(lines(names("page", 100)), 1, 999);
        assertThat(SentPositions.of(committed)).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void losesAndDoublesNothingOfStreamsThatBranchAnywhere(long seed) throws Exception {
        var random = new Random(seed);
        List<List<String>> streams = new ArrayList<>(List.of(names("s0-", 30)));
        for (int i = 1; i < 6; i++) {
            var other = streams.get(random.nextInt(streams.size()));
            var branch = new ArrayList<>(other.subList(0, random.nextInt(other.size())));
            branch.addAll(names("s" + i + "-", 1 + random.nextInt(30)));
            streams.add(branch);
        }
        for (int i = 0; i < 40; i++) {
            run(lines(streams.get(random.nextInt(streams.size()))), 1 + random.nextInt(5), random.nextInt(6));
        }
        for (var stream : streams) {
            run(lines(stream), 4, 999);
        }
        assertThat(sentUrls())
                .containsAll(streams.stream().flatMap(List::stream).toList());
        int sent = sentUrls().size();
        for (var stream : streams) {
            assertThat(run(lines(stream), 4, 999).pagesSent()).isZero();
        }
        assertThat(sentUrls()).hasSize(sent);
    }

    /** One run over a pipe that gives a few bytes at a time and ends as a killed process does at the commit after so many. */
    private IngestSummary run(byte[] stream, int batchPages, int commits) throws Exception {
        var settings = IngestSettings.of(List.of("-"), "none:1", "http://none")
                .batches(batchPages, 1 << 20, Duration.ofSeconds(9));
        var producer = new CuttingProducer(commits);
        producer.initTransactions();
        var random = new Random(stream.length + commits);
        InputStream trickle = new ByteArrayInputStream(stream) {
            @Override
            public int read(byte[] target, int from, int count) {
                return super.read(target, from, Math.min(count, 1 + random.nextInt(30_000)));
            }
        };
        var ingest = new Ingest(settings, registry, Clock.systemUTC(), ProgressListener.SILENT, trickle);
        try {
            var listing = Listing.of(List.of(), false).with(StandardInput.open(trickle));
            return ingest.send(listing, SentPositions.of(committed), producer);
        } catch (ProducerFencedException e) {
            return new IngestSummary(
                    0, 0, 0, 0, 0, Map.of(), Map.of(), Map.of(), List.of(), Duration.ZERO, false, false);
        } finally {
            committed.addAll(producer.history());
        }
    }

    private List<String> sentUrls() {
        return committed.stream()
                .filter(record -> record.topic().equals(Topics.PAGES.name()))
                .map(record -> Topics.PAGES.serde(registry).deserialize(record.topic(), record.value()))
                .map(Objects::requireNonNull)
                .map(Page::getUrl)
                .map(url -> url.substring("https://x.example/".length()))
                .toList();
    }

    private static List<String> names(String name, int count) {
        return IntStream.range(0, count).mapToObj(i -> name + i).toList();
    }

    private static List<String> with(List<String> names, String... more) {
        var all = new ArrayList<>(names);
        all.addAll(List.of(more));
        return all;
    }

    private static byte[] stream(String format, List<String> names) throws IOException {
        UnaryOperator<byte[]> packed = format.endsWith(".gz") ? PipeTest::gzip : UnaryOperator.identity();
        if (format.startsWith("lines")) {
            return packed.apply(lines(names));
        }
        var warc = new ByteArrayOutputStream();
        for (String name : names) {
            warc.write(packed.apply(MixedSources.record("https://x.example/" + name, "<p>" + text(name))));
        }
        return warc.toByteArray();
    }

    private static byte[] lines(List<String> names) {
        var lines = new StringBuilder();
        names.forEach(
                name -> lines.append("{\"url\":\"https://x.example/" + name + "\",\"text\":\"" + text(name) + "\"}\n"));
        return lines.toString().getBytes(UTF_8);
    }

    /** Does not compress to nothing. */
    private static String text(String name) {
        var random = new Random(name.hashCode());
        var text = new StringBuilder();
        while (text.length() < LONG_TEXT) {
            text.append(Long.toString(random.nextLong(), 36)).append(' ');
        }
        return text.toString();
    }

    private static byte[] gzip(byte[] bytes) {
        var packed = new ByteArrayOutputStream();
        try (var out = new GZIPOutputStream(packed)) {
            out.write(bytes);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        return packed.toByteArray();
    }

    /** Takes so many commits and is fenced at the next, as a process that is killed. */
    private static final class CuttingProducer extends MockProducer<byte[], byte[]> {
        private int commitsLeft;

        CuttingProducer(int commits) {
            super(true, null, new ByteArraySerializer(), new ByteArraySerializer());
            this.commitsLeft = commits;
        }

        @Override
        public void commitTransaction() {
            if (commitsLeft-- <= 0) {
                throw new ProducerFencedException("cut off");
            }
            super.commitTransaction();
        }
    }
}
