package newsloom.ingest.push;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import newsloom.contract.Topics;
import newsloom.contract.serde.InMemoryRegistry;
import newsloom.contract.v1.Page;
import newsloom.ingest.kafka.PageRecords;
import newsloom.ingest.source.ReadOptions;
import newsloom.ingest.warc.WarcBytes;
import newsloom.runtime.metrics.Metrics;
import org.apache.kafka.clients.producer.Callback;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The recipes of docs/ingest.md, run as they stand there. */
class RecipesTest {
    private static final Path ROOT = Path.of(System.getProperty("newsloom.root", ".."));
    private static final Path CHECKS = ROOT.resolve("ingest/src/test/resources/recipes");

    private final InMemoryRegistry registry = new InMemoryRegistry();
    private final AtomicInteger failures = new AtomicInteger();
    private final MockProducer<byte[], byte[]> producer =
            new MockProducer<>(true, null, new ByteArraySerializer(), new ByteArraySerializer()) {
                @Override
                public synchronized Future<RecordMetadata> send(ProducerRecord<byte[], byte[]> page, Callback answer) {
                    if (failures.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
                        throw new TimeoutException("no broker");
                    }
                    return super.send(page, answer);
                }
            };

    @TempDir
    private Path folder;

    private PushServer server;

    @BeforeEach
    void start() {
        server = PushServer.start(
                PushSettings.of("127.0.0.1", 0, "secret", ReadOptions.DEFAULT),
                producer,
                new PageRecords(Topics.PAGES.serde(registry), null, null),
                Clock.systemUTC(),
                new Metrics());
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void curlSendsLinesAndAWarcAndTriesAgain() throws Exception {
        assumeTrue(isThere("curl", "--version"), "there is no curl here");
        Files.writeString(
                folder.resolve("pages.jsonl"),
                "{\"url\":\"https://curl.example/1\",\"html\":\"<p>1\"}\n{\"url\":\"https://curl.example/2\",\"html\":\"<p>2\"}\n");
        Files.write(
                folder.resolve("crawl.warc.gz"),
                WarcBytes.gzip().html("https://curl.example/3", "<p>3").bytes());
        failures.set(1);
        var answers = run("sh", "-ec", here("sh"));
        assertThat(answers).hasSize(2).allMatch(answer -> answer.contains("\"failed\":0"));
        assertThat(sentUrls())
                .containsExactly("https://curl.example/1", "https://curl.example/2", "https://curl.example/3");
    }

    @Test
    void scrapyPipelineHandsInEveryResponseOnceAndSaysWhatIsRefused() throws Exception {
        assumeTrue(isThere("python3", "--version"), "there is no python3 here");
        Path pipeline =
                Files.writeString(folder.resolve("pipeline.py"), here("python").replace("None, 50", "\"secret\", 50"));
        failures.set(1);
        var said = run(
                "python3",
                CHECKS.resolve("scrapy_check.py").toString(),
                pipeline.toString(),
                server.url() + "/v1/pages",
                "120");
        assertThat(said).singleElement().asString().contains("refused", "no-url");
        assertThat(sentUrls())
                .containsExactlyElementsOf(IntStream.range(0, 120)
                        .filter(i -> i != 7)
                        .mapToObj(i -> "https://scrapy.example/" + i)
                        .toList());
    }

    @Test
    void stormBoltAcksWhatIsTakenAndFailsWhatIsNot() throws Exception {
        server.close();
        server = PushServer.start(
                PushSettings.of("127.0.0.1", 0, null, ReadOptions.DEFAULT),
                producer,
                new PageRecords(Topics.PAGES.serde(registry), null, null),
                Clock.systemUTC(),
                new Metrics());
        Files.writeString(folder.resolve("NewsloomBolt.java"), here("java"));
        String java = Path.of(System.getProperty("java.home"), "bin").toString();
        String classPath = System.getProperty("java.class.path");
        assertThat(run(
                        java + "/javac",
                        "-proc:none",
                        "-d",
                        folder.toString(),
                        "-cp",
                        classPath,
                        "-sourcepath",
                        CHECKS + ":" + folder,
                        CHECKS.resolve("BoltCheck.java").toString()))
                .isEmpty();
        assertThat(run(
                        java + "/java",
                        "-cp",
                        folder + ":" + classPath,
                        "BoltCheck",
                        server.url(),
                        "http://127.0.0.1:9"))
                .containsExactly("1 acked, 0 failed", "0 acked, 1 failed");
        assertThat(sentUrls()).containsExactly("https://storm.example/1");
    }

    /** The only block of that language in the page, for this server. */
    private String here(String language) throws IOException {
        var blocks = Pattern.compile("(?ms)^```" + language + "\n(.*?)^```$")
                .matcher(Files.readString(ROOT.resolve("docs/ingest.md")))
                .results()
                .toList();
        assertThat(blocks).as("blocks of " + language).hasSize(1);
        return blocks.get(0).group(1).replace("http://localhost:8090", server.url());
    }

    /** Gives what a program writes, by lines; its end must be a good one. */
    private List<String> run(String... command) throws IOException, InterruptedException {
        Path out = folder.resolve("out");
        var builder = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(out.toFile());
        builder.environment().put("TOKEN", "secret");
        var process = builder.start();
        try {
            assertThat(process.waitFor(60, TimeUnit.SECONDS)).as("ends").isTrue();
        } finally {
            process.destroyForcibly();
        }
        String said = Files.readString(out, UTF_8);
        assertThat(process.exitValue()).as(said).isZero();
        return said.replace("}{", "}\n{").lines().toList();
    }

    private static boolean isThere(String... command) throws InterruptedException {
        try {
            return new ProcessBuilder(command)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException e) {
            return false;
        }
    }

    private List<String> sentUrls() {
        var serde = Topics.PAGES.serde(registry);
        List<String> urls = new ArrayList<>();
        for (var record : producer.history()) {
            Page page = Objects.requireNonNull(serde.deserialize(Topics.PAGES.name(), record.value()));
            urls.add(page.getUrl());
        }
        return urls;
    }
}
