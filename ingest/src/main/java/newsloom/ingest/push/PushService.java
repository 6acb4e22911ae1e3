package newsloom.ingest.push;

import java.time.Clock;
import java.util.Map;
import newsloom.contract.Topics;
import newsloom.contract.serde.HttpRegistry;
import newsloom.ingest.kafka.KafkaClients;
import newsloom.ingest.kafka.PageRecords;
import org.apache.kafka.clients.producer.Producer;
import org.jspecify.annotations.Nullable;

/** Push with a producer of its own: takes pages from {@link #start} to {@link #close}. Thread-safe. */
public final class PushService implements AutoCloseable {
    private final Producer<byte[], byte[]> producer;
    private final PushServer server;

    private PushService(Producer<byte[], byte[]> producer, PushServer server) {
        this.producer = producer;
        this.server = server;
    }

    /**
     * Begins to take pages. A broker that is away is met by the first request.
     *
     * @param kafka settings of the producer, {@code bootstrap.servers} among them; they win over ours
     * @param crawler written into every page
     * @param crawlId written into every page
     */
    public static PushService start(
            PushSettings settings,
            Map<String, Object> kafka,
            String registryUrl,
            @Nullable String crawler,
            @Nullable String crawlId,
            Clock clock) {
        var records = new PageRecords(Topics.PAGES.serde(new HttpRegistry(registryUrl)), crawler, crawlId);
        var producer = new KafkaClients(kafka).producer(settings.patience());
        try {
            return new PushService(producer, PushServer.start(settings, producer, records, clock));
        } catch (RuntimeException e) {
            producer.close();
            throw e;
        }
    }

    /** Where it answers. */
    public String url() {
        return server.url();
    }

    /** Some words on what was taken. */
    public String summary() {
        return server.accepted() + " pages accepted, " + server.refused() + " refused";
    }

    @Override
    public void close() {
        server.close();
        producer.close();
    }
}
