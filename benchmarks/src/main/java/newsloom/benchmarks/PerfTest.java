package newsloom.benchmarks;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import newsloom.app.run.LocalCluster;

/** Kafka's own {@code kafka-producer-perf-test}, with the settings that ingest's producer has. */
final class PerfTest {
    private static final String HEAP = "1g"; // it keeps all payloads
    private static final String DELIMITER = "<<<newsloom>>>";
    private static final Pattern RESULT = Pattern.compile("(\\d+) records sent, ([\\d.]+) records/sec");

    private PerfTest() {}

    /** The bodies as the tool takes them. */
    static Path payloads(Path folder, List<byte[]> bodies) throws IOException {
        Path file = folder.resolve("payloads");
        try (var out = Files.newOutputStream(file)) {
            for (byte[] body : bodies) {
                out.write(body);
                out.write(DELIMITER.getBytes(StandardCharsets.UTF_8));
            }
        }
        return file;
    }

    /** Records a second, as the tool says; transactions are of a second, as ingest's. */
    static double rate(LocalCluster cluster, Path payloads, int records, boolean transactions)
            throws IOException, InterruptedException {
        var arguments = new ArrayList<String>(List.of(
                "--topic",
                "news.pages.v1",
                "--num-records",
                Integer.toString(records),
                "--throughput",
                "-1",
                "--payload-file",
                payloads.toString(),
                "--payload-delimiter",
                DELIMITER));
        if (transactions) {
            arguments.addAll(List.of("--transactional-id", "perf-test", "--transaction-duration-ms", "1000"));
        }
        arguments.addAll(List.of(
                "--producer-props",
                "bootstrap.servers=" + cluster.bootstrapServers(),
                "compression.type=zstd",
                "batch.size=" + (1 << 20),
                "linger.ms=100",
                "retry.backoff.ms=10",
                "buffer.memory=" + (32 << 20),
                "max.request.size=" + (9 << 20)));
        double rate = 0;
        for (String line :
                Child.java(HEAP, "org.apache.kafka.tools.ProducerPerformance", arguments.toArray(String[]::new))) {
            Matcher result = RESULT.matcher(line);
            rate = result.find() && result.group(1).equals(Integer.toString(records))
                    ? Double.parseDouble(result.group(2))
                    : rate;
        }
        if (rate == 0) {
            throw new IllegalStateException("kafka-producer-perf-test said nothing");
        }
        return rate;
    }
}
