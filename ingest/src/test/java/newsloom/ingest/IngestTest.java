package newsloom.ingest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import newsloom.contract.Topics;
import newsloom.contract.serde.InMemoryRegistry;
import newsloom.contract.v1.Page;
import newsloom.ingest.position.PositionLog;
import newsloom.ingest.source.Listing;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.ProducerFencedException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IngestTest {
    private static final Instant NOW = Instant.parse("2026-11-01T12:00:00Z");
    private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);

    private final InMemoryRegistry registry = new InMemoryRegistry();
    private final List<ProducerRecord<byte[], byte[]>> committed = new ArrayList<>();

    @TempDir
    private Path folder;

    @Test
    void sendsEveryPageOnceHoweverOftenARunIsCutOff() throws Exception {
        var mixed = new MixedSources(folder).files(7).lines("a", 0, 6).warc("b", 8);
        int runs = 0;
        while (runs < 8 && run(2, 1).isEmpty()) {
            runs++;
        }
        var summary = run();
        assertThat(sentUrls()).containsExactlyInAnyOrderElementsOf(mixed.urls());
        assertThat(summary.sentBefore() + summary.pagesSent()).isEqualTo(21);
        assertThat(summary.sentBefore()).isEqualTo(16);
        assertThat(summary.finished()).isTrue();
    }

    @Test
    void sendsNothingTwice() throws Exception {
        new MixedSources(folder).files(3).lines("a", 0, 3).warc("b", 3);
        run();
        var again = run();
        assertThat(again.pagesSent()).isZero();
        assertThat(again.sentBefore()).isEqualTo(9);
        assertThat(sentUrls()).hasSize(9);
    }

    @Test
    void goesOnInAFileThatGrewAndSendsAChangedOneAgain() throws Exception {
        var mixed = new MixedSources(folder).files(1).lines("a", 0, 3);
        run();
        mixed.lines("a", 3, 5);
        var grown = run();
        assertThat(grown.pagesSent()).isEqualTo(2);
        assertThat(sentUrls()).containsExactlyInAnyOrderElementsOf(mixed.urls());

        Files.writeString(folder.resolve("pages/p0.html"), "<p>another text altogether");
        Files.writeString(folder.resolve("a.jsonl"), "{\"url\":\"https://new.example/\",\"text\":\"x\"}\n");
        var changed = run();
        assertThat(changed.pagesSent()).isEqualTo(2);
        assertThat(changed.changedSources()).isEqualTo(2);
        assertThat(sentUrls()).hasSize(8).contains("https://new.example/");
    }

    @Test
    void doesNotSendATouchedFileAgain() throws Exception {
        new MixedSources(folder).files(2);
        run();
        Files.setLastModifiedTime(folder.resolve("pages/p0.html"), FileTime.from(NOW.plusSeconds(60)));
        var touched = run();
        assertThat(touched.pagesSent()).isZero();
        assertThat(touched.sentBefore()).isEqualTo(2);
    }

    @Test
    void noticesThatTheMiddleOfAFileChanged() throws Exception {
        Path file = folder.resolve("a.jsonl");
        String text = "\"text\":\"" + "word ".repeat(20_000) + "\"}\n";
        var lines = new StringBuilder();
        for (int i = 0; i < 5; i++) {
            lines.append("{\"url\":\"https://a.example/" + i + "\"," + text);
        }
        Files.writeString(file, lines);
        run();
        Files.writeString(file, lines.toString().replace("a.example/2", "b.example/2"));
        Files.setLastModifiedTime(file, FileTime.from(NOW.plusSeconds(60)));
        var changed = run();
        assertThat(changed.changedSources()).isEqualTo(1);
        assertThat(sentUrls()).hasSize(10).contains("https://b.example/2");
    }

    @Test
    void goesOnFromThePositionsOfEarlierBuilds() throws Exception {
        var mixed = new MixedSources(folder).lines("a", 0, 3);
        Path file = folder.resolve("a.jsonl").toRealPath();
        byte[] sha = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file));
        String earlier = "{\"v\":1,\"offset\":" + Files.size(file)
                + ",\"records\":0,\"members\":0,\"complete\":true,\"pages\":3,\"lost\":0,\"size\":" + Files.size(file)
                + ",\"modified\":\"2026-01-01T00:00:00Z\",\"hash\":\""
                + HexFormat.of().formatHex(sha, 0, 16) + "\",\"unread\":{}}";
        committed.add(
                new ProducerRecord<>(PositionLog.TOPIC, 0, file.toString().getBytes(UTF_8), earlier.getBytes(UTF_8)));
        mixed.lines("a", 3, 5);
        var summary = run();
        assertThat(summary.sentBefore()).isEqualTo(3);
        assertThat(sentUrls()).containsExactly("https://a.example/3", "https://a.example/4");
    }

    @Test
    void remembersTheLossesOfEarlierRuns() throws Exception {
        Files.writeString(
                folder.resolve("a.jsonl"), "rubbish\n{\"url\":\"https://a.example/\",\"text\":\"x\"}\n{\"url\"");
        var first = run();
        assertThat(first.losses()).containsOnly(Map.entry("bad-json", 1L), Map.entry("truncated-file", 1L));
        assertThat(first.exitCode(true)).isEqualTo(3);
        assertThat(first.exitCode(false)).isZero();
        var again = run();
        assertThat(again.losses()).isEqualTo(first.losses());

        Files.writeString(
                folder.resolve("a.jsonl"),
                "rubbish\n{\"url\":\"https://a.example/\",\"text\":\"x\"}\n{\"url\":\"https://b.example/\",\"text\":\"y\"}\n");
        var grown = run();
        assertThat(grown.losses()).containsOnly(Map.entry("bad-json", 1L));
        assertThat(sentUrls()).containsExactly("https://a.example/", "https://b.example/");
    }

    @Test
    void tellsAPageWhatAFeedSaysAboutIt() throws Exception {
        new MixedSources(folder).lines("a", 0, 2);
        Files.writeString(
                folder.resolve("feed.xml"),
                "<rss><channel><item><title>Told</title><link>http://www.a.example/0?utm_source=rss</link></item></channel></rss>");
        Files.writeString(folder.resolve("broken.rss"), "<rss><item>");
        var summary = run();
        assertThat(summary.remarks()).containsEntry("hinted", 1L);
        assertThat(summary.losses()).containsOnly(Map.entry("bad-feed", 1L));
        assertThat(page(pages().get(0)).getHeaders()).containsEntry("x-newsloom-title", "Told");
        assertThat(page(pages().get(1)).getHeaders()).isEmpty();
    }

    @Test
    void takesFilesOfAWatchedFolderOnceTheyAreFinishedUntilItIsStopped() throws Exception {
        var mixed = new MixedSources(folder).lines("a", 0, 3);
        var producer = new CuttingProducer(Integer.MAX_VALUE);
        producer.initTransactions();
        var seen = new ArrayList<Long>();
        var ingest = new Ingest[1];
        ProgressListener listener = progress -> {
            seen.add(progress.pagesSent());
            try {
                if (progress.pagesSent() == 3) {
                    mixed.lines("a", 3, 5).warc("b", 2);
                } else if (progress.pagesSent() == 7) {
                    ingest[0].stop();
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        };
        Files.writeString(folder.resolve("broken.rss"), "<rss><item>");
        Files.writeString(folder.resolve("style.css"), "p {}");
        Files.createSymbolicLink(folder.resolve("dangling.html"), folder.resolve("nothing"));
        ingest[0] = new Ingest(settings(2), registry, CLOCK, listener, InputStream.nullInputStream());
        var summary = ingest[0].watch(Duration.ofMillis(20), producer, listing -> {
            committed.clear();
            committed.addAll(producer.history());
            return SentPositions.of(committed);
        });
        committed.clear();
        committed.addAll(producer.history());
        assertThat(sentUrls()).containsExactlyInAnyOrderElementsOf(mixed.urls());
        assertThat(summary.pagesSent()).isEqualTo(7);
        assertThat(summary.sentBefore()).isZero();
        assertThat(seen).contains(3L, 7L);
        assertThat(summary.losses()).containsOnly(Map.entry("bad-feed", 1L), Map.entry("unreadable-file", 1L));
        assertThat(summary.passed()).containsOnly(Map.entry("file:.css", 1L));
    }

    @Test
    void waitsForAFileThatIsStillWritten() throws Exception {
        var finished = new FinishedFiles();
        new MixedSources(folder).lines("a", 0, 1);
        assertThat(finished.of(list()).files()).isEmpty();
        new MixedSources(folder).lines("a", 1, 2);
        assertThat(finished.of(list()).files()).as("it has grown").isEmpty();
        assertThat(finished.of(list()).files()).hasSize(1);
        assertThat(finished.of(list()).files()).as("given already").isEmpty();
        new MixedSources(folder).lines("a", 2, 3);
        assertThat(finished.of(list()).files()).isEmpty();
        assertThat(finished.of(list()).files()).as("changed since").hasSize(1);
    }

    private Listing list() {
        return Listing.of(List.of(folder), false);
    }

    @Test
    void clampsFetchTimesAndCarriesTraces() throws Exception {
        Files.writeString(folder.resolve("a.jsonl"), """
                {"url":"https://www.example.com/a/?utm_source=x","text":"x","fetched_at":"2030-01-01T00:00:00Z","headers":{"traceparent":"00-ab"}}
                """);
        var summary = run();
        var record = pages().get(0);
        Page page = page(record);
        assertThat(page.getFetchTime()).isEqualTo(NOW);
        assertThat(page.getUrl()).isEqualTo("https://www.example.com/a/?utm_source=x");
        assertThat(record.key()).asString(UTF_8).isEqualTo("https://example.com/a");
        assertThat(record.headers().lastHeader("traceparent").value())
                .asString(UTF_8)
                .isEqualTo("00-ab");
        assertThat(record.headers().lastHeader("newsloom.source").value())
                .asString(UTF_8)
                .isEqualTo("a.jsonl@0");
        assertThat(summary.remarks()).containsOnly(Map.entry("future-time", 1L));
    }

    @Test
    void sendsATransactionAgainThatTheBrokerBrokeOff() throws Exception {
        var mixed = new MixedSources(folder).lines("a", 0, 5);
        var producer = new CuttingProducer(Integer.MAX_VALUE);
        producer.failNextCommit = new KafkaException("transaction was broken off");
        send(producer, 2);
        committed.addAll(producer.history());
        assertThat(sentUrls()).containsExactlyElementsOf(mixed.urls());
    }

    @Test
    void triesTheSameCommitAgainWhenNobodyAnswers() throws Exception {
        var mixed = new MixedSources(folder).lines("a", 0, 5);
        var producer = new CuttingProducer(Integer.MAX_VALUE);
        producer.failNextCommit = new TimeoutException("no answer");
        send(producer, 100);
        committed.addAll(producer.history());
        assertThat(sentUrls()).containsExactlyElementsOf(mixed.urls());
    }

    @Test
    void refusesWrongSettingsWithAllMistakes() {
        assertThatThrownBy(() -> IngestSettings.of(List.of(), Map.of(), "http://localhost"))
                .hasMessageContaining("sources")
                .hasMessageContaining("bootstrap.servers");
    }

    private IngestSummary run() throws Exception {
        return run(100, Integer.MAX_VALUE).orElseThrow();
    }

    /** Empty when the producer was fenced after so many commits. */
    private Optional<IngestSummary> run(int batchPages, int commits) throws Exception {
        var producer = new CuttingProducer(commits);
        try {
            return Optional.of(send(producer, batchPages));
        } catch (ProducerFencedException e) {
            return Optional.empty();
        } finally {
            committed.addAll(producer.history());
        }
    }

    private IngestSummary send(MockProducer<byte[], byte[]> producer, int batchPages) throws Exception {
        var settings = settings(batchPages);
        producer.initTransactions();
        return new Ingest(settings, registry, CLOCK, ProgressListener.SILENT, InputStream.nullInputStream())
                .send(Listing.of(settings.paths(), false), SentPositions.of(committed), producer);
    }

    private IngestSettings settings(int batchPages) {
        return IngestSettings.of(List.of(folder.toString()), "none:1", "http://none")
                .batches(batchPages, 1 << 20, Duration.ofSeconds(1));
    }

    private List<ProducerRecord<byte[], byte[]>> pages() {
        return committed.stream()
                .filter(record -> record.topic().equals(Topics.PAGES.name()))
                .toList();
    }

    private Page page(ProducerRecord<byte[], byte[]> record) {
        return Objects.requireNonNull(Topics.PAGES.serde(registry).deserialize(Topics.PAGES.name(), record.value()));
    }

    private List<String> sentUrls() {
        return pages().stream().map(this::page).map(Page::getUrl).toList();
    }

    /** Takes so many commits and is fenced at the next, as a process that is killed. */
    private static final class CuttingProducer extends MockProducer<byte[], byte[]> {
        private int commitsLeft;
        private @Nullable KafkaException failNextCommit;

        CuttingProducer(int commits) {
            super(true, null, new ByteArraySerializer(), new ByteArraySerializer());
            this.commitsLeft = commits;
        }

        @Override
        public void commitTransaction() {
            KafkaException failure = failNextCommit;
            failNextCommit = null;
            if (failure != null) {
                throw failure;
            }
            if (commitsLeft-- <= 0) {
                throw new ProducerFencedException("cut off");
            }
            super.commitTransaction();
        }
    }
}
