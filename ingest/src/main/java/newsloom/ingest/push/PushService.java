package newsloom.ingest.push;

import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import newsloom.contract.Topics;
import newsloom.contract.serde.HttpRegistry;
import newsloom.ingest.kafka.KafkaClients;
import newsloom.ingest.kafka.PageRecords;
import newsloom.runtime.metrics.Metrics;
import org.apache.kafka.clients.producer.Producer;
import org.jspecify.annotations.Nullable;

/** Push with a producer of its own: takes pages from {@link #start} to {@link #close}. Thread-safe. */
public final class PushService implements AutoCloseable {
    private final Producer<byte[], byte[]> producer;
    private final PushServer server;
    private final Duration patience;

    private PushService(Producer<byte[], byte[]> producer, PushServer server, Duration patience) {
        this.producer = producer;
        this.server = server;
        this.patience = patience;
    }

    /**
     * Begins to take pages. A broker or registry that is away is told to those who ask.
     *
     * @param kafka settings of the producer, {@code bootstrap.servers} among them; they win over ours
     * @param crawler written into every page
     * @param crawlId written into every page
     * @param metrics counts are added to, and told
     */
    public static PushService start(
            PushSettings settings,
            Map<String, Object> kafka,
            String registryUrl,
            @Nullable String crawler,
            @Nullable String crawlId,
            Clock clock,
            Metrics metrics) {
        var records = new PageRecords(Topics.PAGES.serde(new HttpRegistry(registryUrl)), crawler, crawlId);
        var producer = new KafkaClients(kafka).producer(settings.kafkaPatience(), settings.maxHeldBytes());
        try {
            var server = PushServer.start(settings, producer, records, clock, metrics);
            return new PushService(producer, server, settings.kafkaPatience());
        } catch (RuntimeException e) {
            producer.close();
            throw e;
        }
    }

    /** Where it answers. */
    public String url() {
        return server.url();
    }

    /** Whether requests are taken; false as long as the schema registry has not answered. */
    public boolean isReady() {
        return server.isReady();
    }

    /** Some words on what was taken. */
    public String summary() {
        return server.accepted() + " pages accepted, " + server.refused() + " refused";
    }

    @Override
    public void close() {
        server.close();
        producer.close(patience); // whoever waited for more has been told that it failed
    }
}
