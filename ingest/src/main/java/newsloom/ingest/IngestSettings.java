package newsloom.ingest;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import newsloom.ingest.source.Globs;
import newsloom.ingest.source.ReadOptions;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.jspecify.annotations.Nullable;

/**
 * What to send, where to, and how much at once.
 *
 * @param sources files, folders and patterns of them, {@code -} for standard input; at least one
 * @param kafka settings of all Kafka clients, {@code bootstrap.servers} among them; they win over ours
 * @param registryUrl where the schema registry is
 * @param crawler written into every page; null where nobody is to be named
 * @param crawlId written into every page
 * @param transactionalId runs with the same one exclude each other: a second takes over from the first; null makes it from the
 *     sources, so that a run started again takes over from one that hangs
 * @param batchPages pages in one transaction at most, 1 or more
 * @param batchBytes bytes of bodies in one transaction, a little more at most, 1 or more; as much is kept in memory
 * @param batchTime age of the first page of a transaction at which it is committed
 * @param reading how the sources are read
 */
public record IngestSettings(
        List<String> sources,
        Map<String, Object> kafka,
        String registryUrl,
        @Nullable String crawler,
        @Nullable String crawlId,
        @Nullable String transactionalId,
        int batchPages,
        long batchBytes,
        Duration batchTime,
        ReadOptions reading) {
    public static final int DEFAULT_BATCH_PAGES = 1000;

    /** An eighth of the heap, at most 128 MB: while one transaction ends the next one cannot begin, and the longer they are the less that costs. */
    public static final long DEFAULT_BATCH_BYTES =
            Math.min(128 << 20, Runtime.getRuntime().maxMemory() / 8);

    public static final Duration DEFAULT_BATCH_TIME = Duration.ofSeconds(1);

    /** Standard input among the sources. */
    public static final String STANDARD_INPUT = "-";

    /** @throws IllegalArgumentException with all that is wrong */
    public IngestSettings {
        sources = List.copyOf(sources);
        kafka = Map.copyOf(kafka);
        List<String> wrong = new ArrayList<>();
        if (sources.isEmpty()) {
            wrong.add("sources: at least one file, folder or - is needed");
        }
        if (!kafka.containsKey(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG)) {
            wrong.add("kafka: bootstrap.servers is needed");
        }
        if (batchPages < 1) {
            wrong.add("batchPages: must be 1 or more, is " + batchPages);
        }
        if (batchBytes < 1) {
            wrong.add("batchBytes: must be 1 or more, is " + batchBytes);
        }
        if (batchTime.isNegative() || batchTime.compareTo(Duration.ofSeconds(30)) > 0) {
            wrong.add("batchTime: must be 0-30 s, is " + batchTime);
        }
        if (!wrong.isEmpty()) {
            throw new IllegalArgumentException(String.join("; ", wrong));
        }
    }

    /** The settings a run needs, all others at their defaults. */
    public static IngestSettings of(List<String> sources, String bootstrapServers, String registryUrl) {
        return of(sources, Map.of(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers), registryUrl);
    }

    /** The settings a run needs, all others at their defaults. */
    public static IngestSettings of(List<String> sources, Map<String, Object> kafka, String registryUrl) {
        return new IngestSettings(
                sources,
                kafka,
                registryUrl,
                null,
                null,
                null,
                DEFAULT_BATCH_PAGES,
                DEFAULT_BATCH_BYTES,
                DEFAULT_BATCH_TIME,
                ReadOptions.DEFAULT);
    }

    /** With the names that are written into every page. */
    public IngestSettings crawledBy(@Nullable String newCrawler, @Nullable String newCrawlId) {
        return new IngestSettings(
                sources,
                kafka,
                registryUrl,
                newCrawler,
                newCrawlId,
                transactionalId,
                batchPages,
                batchBytes,
                batchTime,
                reading);
    }

    /** With other sizes of a transaction. */
    public IngestSettings batches(int pages, long bytes, Duration time) {
        return new IngestSettings(
                sources, kafka, registryUrl, crawler, crawlId, transactionalId, pages, bytes, time, reading);
    }

    /** With another way to read the sources. */
    public IngestSettings read(ReadOptions newReading) {
        return new IngestSettings(
                sources,
                kafka,
                registryUrl,
                crawler,
                crawlId,
                transactionalId,
                batchPages,
                batchBytes,
                batchTime,
                newReading);
    }

    /** The files and folders that the sources stand for now, absolute. */
    List<Path> paths() {
        return sources.stream()
                .filter(source -> !source.equals(STANDARD_INPUT))
                .flatMap(source -> Globs.expand(source).stream())
                .map(path -> path.toAbsolutePath().normalize())
                .toList();
    }

    boolean readsStandardInput() {
        return sources.contains(STANDARD_INPUT);
    }

    /** The one given, or one that the same set of sources always has, in whatever order. */
    String effectiveTransactionalId() {
        if (transactionalId != null) {
            return transactionalId;
        }
        var names = new TreeMap<String, Boolean>();
        for (String source : sources) {
            boolean pipe = source.equals(STANDARD_INPUT);
            names.put(
                    pipe ? source : Path.of(source).toAbsolutePath().normalize().toString(), true);
        }
        byte[] all = String.join("\n", names.keySet()).getBytes(StandardCharsets.UTF_8);
        return "newsloom-ingest-" + UUID.nameUUIDFromBytes(all);
    }
}
