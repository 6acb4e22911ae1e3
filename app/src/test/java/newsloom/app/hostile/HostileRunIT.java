package newsloom.app.hostile;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Pattern;
import newsloom.app.process.Child;
import newsloom.app.records.TopicReader;
import newsloom.contract.Topics;
import newsloom.local.LocalBroker;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Hostile pages and foreign bytes through everything, in a small heap: nothing dies, and everything is accounted for. {@code -Dnewsloom.hostile.pages=100000} is the long form. */
class HostileRunIT {
    private static final int PAGES = Integer.getInteger("newsloom.hostile.pages", 1_500);
    private static final long SEED = 20261122;
    private static final Path SAMPLES =
            Path.of(System.getProperty("newsloom.root", "..")).resolve("samples");
    /** Zeros that are a few kilobytes on their way. */
    private static final int BOMB_BYTES = 50 << 20;

    private static final Pattern SENT = Pattern.compile("(\\d+) pages sent");

    @TempDir
    private Path folder;

    @Test
    void everyPageHasAnOutcome() throws Exception {
        var pages = folder.resolve("pages.jsonl");
        HostilePages.ofSamples(SAMPLES).write(pages, PAGES, SEED);

        var said = run(pages);

        var sent = SENT.matcher(said);
        assertThat(sent.find()).as(said).isTrue();
        assertThat(count(said, "pages in")).isEqualTo(Long.parseLong(sent.group(1)));
        assertThat(Long.parseLong(sent.group(1)) + lost(said)).as(said).isEqualTo(PAGES);
    }

    @Test
    void foreignBytesOnEveryTopicAreDeadLetters() throws Exception {
        var pages = folder.resolve("pages.jsonl");
        HostilePages.ofSamples(SAMPLES).write(pages, 50, SEED);
        run(pages);
        int poisoned;
        try (var broker = LocalBroker.start(folder.resolve("data"), 0)) {
            poisoned = poison(broker.bootstrapServers());
        }

        var said = run(pages);

        assertThat(said).contains("records in " + Topics.STORIES.name() + " are no stories: passed over");
        assertThat(Files.readAllLines(folder.resolve("out").resolve(Topics.DEAD_LETTERS + ".jsonl")))
                .hasSize(poisoned)
                .filteredOn(line -> line.contains("\"newsloom.cut\":\"value " + BOMB_BYTES))
                .hasSize(1);
    }

    /** Foreign bytes of several kinds into every topic that a service reads, and into those of stories, which only commands read; returns how many the services get. */
    private static int poison(String servers) throws ExecutionException, InterruptedException {
        Map<String, Object> client = Map.of(
                "bootstrap.servers",
                servers,
                "compression.type",
                "zstd",
                "max.request.size",
                2 * BOMB_BYTES,
                "buffer.memory",
                2L * BOMB_BYTES);
        int count = 0;
        try (var admin = Admin.create(client);
                var producer = new KafkaProducer<>(client, new ByteArraySerializer(), new ByteArraySerializer())) {
            var inputs = admin.listTopics().names().get().stream()
                    .filter(name -> name.endsWith("-repartition")
                            || name.equals(Topics.PAGES.name())
                            || name.equals(Topics.ARTICLES.name())
                            || name.equals(Topics.DUPLICATES.name()))
                    .toList();
            assertThat(inputs).hasSizeGreaterThan(5);
            var foreign = foreign(client);
            for (var topic : inputs) {
                for (var bytes : foreign) {
                    send(producer, topic, bytes);
                    count++;
                }
            }
            send(producer, Topics.PAGES.name(), new byte[BOMB_BYTES]);
            for (var bytes : foreign) {
                send(producer, Topics.STORIES.name(), bytes);
                send(producer, Topics.STORY_EVENTS.name(), bytes);
            }
        }
        return count + 1;
    }

    private static void send(KafkaProducer<byte[], byte[]> producer, String topic, byte[] value)
            throws ExecutionException, InterruptedException {
        producer.send(new ProducerRecord<>(topic, "k".getBytes(StandardCharsets.UTF_8), value))
                .get();
    }

    /** A record of another topic, whole and with a schema that the registry knows, is as foreign as noise. */
    private static List<byte[]> foreign(Map<String, Object> client) {
        var reject = new AtomicReference<byte[]>();
        try (var reader = new TopicReader(client)) {
            for (var partition : reader.partitions(Topics.REJECTS.name())) {
                reader.readToEnd(partition, record -> reject.set(record.value()));
            }
        }
        var noise = new byte[300];
        new Random(SEED).nextBytes(noise);
        noise[0] = 0; // as Avro begins
        return List.of(
                "json failed to parse".getBytes(StandardCharsets.UTF_8),
                new byte[] {0, 0, 0, 0, 1},
                new byte[] {0, 127, 127, 127, 127, 9, 9},
                requireNonNull(reject.get()),
                noise);
    }

    /** Returns what the run said; it must end well. */
    private String run(Path pages) throws IOException, InterruptedException {
        var log = folder.resolve("run.log");
        Files.deleteIfExists(log);
        var run = Child.newsloom(
                log,
                "640m",
                List.of(
                        "run",
                        pages.toString(),
                        "--until-idle",
                        "--data",
                        folder.resolve("data").toString(),
                        "--output",
                        folder.resolve("out").toString()));
        assertThat(run.exitCode()).as(run.lastLines(40)).isZero();
        return Files.readString(log);
    }

    private static long count(String said, String name) {
        var row = Pattern.compile(name + " +(\\d+)").matcher(said);
        assertThat(row.find()).as(said).isTrue();
        return Long.parseLong(row.group(1));
    }

    /** Lines that ingest could not take, all reasons together. */
    private static long lost(String said) {
        return said.lines()
                .filter(line -> line.startsWith("lost: "))
                .flatMapToLong(line -> Pattern.compile(" (\\d+)")
                        .matcher(line)
                        .results()
                        .mapToLong(found -> Long.parseLong(found.group(1))))
                .sum();
    }
}
