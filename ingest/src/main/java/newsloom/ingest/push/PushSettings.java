package newsloom.ingest.push;

import java.time.Duration;
import newsloom.ingest.page.Limits;
import newsloom.ingest.source.ReadOptions;
import org.jspecify.annotations.Nullable;

/**
 * How pages are taken over HTTP.
 *
 * @param host to listen on
 * @param port 0 for any free one
 * @param token that clients must send as {@code Authorization: Bearer}; null where none is asked for
 * @param maxRequestBytes of the body of one request, as sent
 * @param maxRequestPages of one request; bounds the answer, too
 * @param maxHeldBytes of pages that are read and not acknowledged yet, of all requests together: what bounds the memory
 * @param patience how long a request waits for a client that sends nothing, and for room among the held bytes
 * @param kafkaPatience how long a request waits for Kafka's acknowledgement once it is sent; half of it for a broker that is away
 * @param reading how bodies are read
 */
public record PushSettings(
        String host,
        int port,
        @Nullable String token,
        long maxRequestBytes,
        int maxRequestPages,
        long maxHeldBytes,
        Duration patience,
        Duration kafkaPatience,
        ReadOptions reading) {

    private static final int MAX_LINE_BYTES = 16 << 20; // three times the largest body

    /** All but the address and the token at their defaults: 256 MiB, 10 000 pages, 64 MiB held, 20 s for clients, 6 s for Kafka; lines of 16 MiB. */
    public static PushSettings of(String host, int port, @Nullable String token, ReadOptions reading) {
        var files = reading.limits();
        var limits =
                new Limits(files.maxBodyBytes(), Math.min(files.maxLineBytes(), MAX_LINE_BYTES), files.maxUrlChars());
        return new PushSettings(
                host,
                port,
                token,
                256L << 20,
                10_000,
                64L << 20,
                Duration.ofSeconds(20),
                Duration.ofSeconds(6),
                new ReadOptions(limits, reading.jsonShape(), reading.pathsAreUrls()));
    }

    public PushSettings {
        long largestPage = reading.limits().maxBodyBytes();
        if (maxHeldBytes < 2 * largestPage || maxHeldBytes > Integer.MAX_VALUE) {
            throw new IllegalArgumentException("maxHeldBytes must be " + 2 * largestPage + ".." + Integer.MAX_VALUE);
        }
    }
}
